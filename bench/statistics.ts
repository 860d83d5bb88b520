/** Medians, the fitted exponent of a cost, and the memory-bound yardstick the solver is held against. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, two) => one - two);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : 0.5 * (sorted[middle - 1]! + sorted[middle]!);
}

/** The value below which 95 % of the samples lie. */
export function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.ceil(0.95 * sorted.length) - 1)]!;
}

/** Least-squares slope of ln y against ln x. */
export function powerLawExponent(x: readonly number[], y: readonly number[]): number {
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const logX = x.map(Math.log);
  const logY = y.map(Math.log);
  const meanX = meanOf(logX);
  const meanY = meanOf(logY);
  let covariance = 0;
  let variance = 0;
  for (const [i, value] of logX.entries()) {
    covariance += (value - meanX) * (logY[i]! - meanY);
    variance += (value - meanX) ** 2;
  }
  return covariance / variance;
}

function triad(a: Float64Array, b: Float64Array, c: Float64Array, s: number): void {
  for (let i = 0; i < a.length; i++) a[i] = b[i]! + s * c[i]!;
}

/** Nanoseconds per element of a[i] = b[i] + s c[i] over `count` doubles: what the machine does at best. */
export function triadNanosecondsPerElement(count: number): number {
  const a = new Float64Array(count);
  const b = Float64Array.from({ length: count }, (_, i) => i);
  const c = Float64Array.from({ length: count }, (_, i) => 1 / (i + 1));
  const sweeps = Math.max(3, Math.ceil(2e6 / count));
  for (let warm = 0; warm < 10; warm++) triad(a, b, c, warm);
  const samples = Array.from({ length: 15 }, () => {
    const started = performance.now();
    for (let sweep = 0; sweep < sweeps; sweep++) triad(a, b, c, sweep);
    return ((performance.now() - started) * 1e6) / (sweeps * count);
  });
  return median(samples);
}
