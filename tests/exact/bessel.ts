/** Bessel functions J0 and J1 of a real argument >= 0 and the zeros of J0, to about 1e-12. */

/** Power series below, Hankel's asymptotic series above: at 12 both are better than 1e-11. */
const switchover = 12;

function series(order: 0 | 1, x: number): number {
  const quarter = -0.25 * x * x;
  let term = order === 0 ? 1 : 0.5 * x;
  let sum = term;
  for (let k = 1; k < 60; k++) {
    term *= quarter / (k * (k + order));
    sum += term;
  }
  return sum;
}

function asymptotic(order: 0 | 1, x: number): number {
  const mu = 4 * order * order;
  let p = 0;
  let q = 0;
  let term = 1;
  let smallest = Number.POSITIVE_INFINITY;
  for (let k = 0; Math.abs(term) < smallest && smallest > 1e-17; k++) {
    smallest = Math.abs(term);
    const sign = k % 4 < 2 ? 1 : -1;
    if (k % 2 === 0) p += sign * term;
    else q += sign * term;
    term *= (mu - (2 * k + 1) ** 2) / ((k + 1) * 8 * x);
  }
  const phase = x - (0.5 * order + 0.25) * Math.PI;
  return Math.sqrt(2 / (Math.PI * x)) * (p * Math.cos(phase) - q * Math.sin(phase));
}

export function besselJ0(x: number): number {
  return x < switchover ? series(0, x) : asymptotic(0, x);
}

export function besselJ1(x: number): number {
  return x < switchover ? series(1, x) : asymptotic(1, x);
}

/** The first `count` positive zeros of J0: McMahon's expansion, then Newton's method. */
export function besselJ0Zeros(count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    const guess = (index + 0.75) * Math.PI;
    let zero = guess + 1 / (8 * guess);
    for (let iteration = 0; iteration < 4; iteration++) zero += besselJ0(zero) / besselJ1(zero);
    return zero;
  });
}
