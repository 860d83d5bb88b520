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
  const first = Math.min(Math.max(nodeBelow(x, at) - 1, begin), end - 3);
  const share = (a: number) => {
    let product = 1;
    for (let b = first; b < first + 4; b++) if (b !== a) product *= (at - x[b]!) / (x[a]! - x[b]!);
    return product;
  };
  return { first, shares: [share(first), share(first + 1), share(first + 2), share(first + 3)] };
}

/** Cubic interpolation on ascending nodes `x` (at least four). */
export function interpolateCubic(x: Float64Array, y: Float64Array, at: number): number {
  const { first, shares } = cubicShares(x, at);
  return (
    shares[0] * y[first]! + shares[1] * y[first + 1]! + shares[2] * y[first + 2]! + shares[3] * y[first + 3]!
  );
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
