/** x / (e^x - 1), smooth through zero: the share of a flux in exponential fitting (Scharfetter & Gummel 1969). */
export function bernoulli(x: number): number {
  if (Math.abs(x) < 1e-5) return 1 - 0.5 * x;
  return x > 500 ? 0 : x / Math.expm1(x);
}
