/** A function with its first two derivatives at one point, so that manufactured sources need no algebra by hand. */
export type Jet = readonly [value: number, first: number, second: number];

export function product([f, f1, f2]: Jet, [g, g1, g2]: Jet): Jet {
  return [f * g, f1 * g + f * g1, f2 * g + 2 * f1 * g1 + f * g2];
}

export function scaled(factor: number, [f, f1, f2]: Jet): Jet {
  return [factor * f, factor * f1, factor * f2];
}

export function plus(constant: number, [f, f1, f2]: Jet): Jet {
  return [constant + f, f1, f2];
}

/** exp of a jet. */
export function exponential([f, f1, f2]: Jet): Jet {
  const value = Math.exp(f);
  return [value, f1 * value, (f2 + f1 * f1) * value];
}

/** cos(k x). */
export function cosine(k: number, x: number): Jet {
  const value = Math.cos(k * x);
  return [value, -k * Math.sin(k * x), -k * k * value];
}

/** sin^2(k x): zero with its derivative at x = 0 and at k x = pi. */
export function sineSquared(k: number, x: number): Jet {
  return [Math.sin(k * x) ** 2, k * Math.sin(2 * k * x), 2 * k * k * Math.cos(2 * k * x)];
}
