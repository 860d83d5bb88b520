/** Interpolation on ascending nodes of any spacing. */

/** Index of the last node at or below `at`, at most the second last. */
export function nodeBelow(x: Float64Array, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** First of the four nodes around `at`. */
function firstOfFour(x: Float64Array, at: number, begin: number, end: number): number {
  return Math.min(Math.max(nodeBelow(x, at) - 1, begin), end - 3);
}

/** Share of node `first + of` among the four from `first`. */
function cubicShare(x: Float64Array, first: number, of: number, at: number): number {
  const node = x[first + of]!;
  let product = 1;
  for (let b = first; b < first + 4; b++) if (b !== first + of) product *= (at - x[b]!) / (node - x[b]!);
  return product;
}

/**
 * Shares of the four nodes around `at` in a Lagrange interpolation: exact for cubics on any spacing. Only nodes from `begin`
 * to `end` (at least four) are taken.
 */
export function cubicShares(
  x: Float64Array,
  at: number,
  begin = 0,
  end = x.length - 1,
): { first: number; shares: readonly [number, number, number, number] } {
  const first = firstOfFour(x, at, begin, end);
  const share = (of: number) => cubicShare(x, first, of, at);
  return { first, shares: [share(0), share(1), share(2), share(3)] };
}

/**
 * Cubic interpolation on ascending nodes `x` (at least four). Makes no garbage: it is done thousands of times in a solve.
 *
 * @param offset where the values begin in `y`.
 */
export function interpolateCubic(x: Float64Array, y: Float64Array, at: number, offset = 0): number {
  const first = firstOfFour(x, at, 0, x.length - 1);
  let sum = 0;
  for (let of = 0; of < 4; of++) sum += cubicShare(x, first, of, at) * y[offset + first + of]!;
  return sum;
}

/** As `cubicShares`, for a quantity that may bend at the nodes `kinks` (ascending): no share is taken across one of them. */
export function piecewiseShares(
  x: Float64Array,
  kinks: readonly number[],
  at: number,
): { first: number; shares: readonly [number, number, number, number] } {
  let begin = 0;
  let end = x.length - 1;
  for (const kink of kinks) {
    // Too near to an end or to the kink before, there are no four nodes in between.
    if (kink - begin < 3) continue;
    if (x[kink]! <= at) begin = kink;
    else if (end - kink >= 3) {
      end = kink;
      break;
    }
  }
  return cubicShares(x, at, begin, end);
}
