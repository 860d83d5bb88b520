/**
 * One zone of constant density in space: d/dx(-a dn/dx + b n) + n rate = source on the fine momentum nodes.
 *
 * Its solution carries the steep, many-decade shape of a spectrum. The full solver works on the ratio to it, which is
 * smooth and of order one. Exponentially fitted fluxes (Scharfetter & Gummel 1969) keep it positive for any a >= 0, b.
 */

export interface LeakyBoxRates {
  /** Momentum diffusion a = Dpp/p^2, one per fine node. */
  readonly diffusion: Float64Array;
  /** Momentum loss rate v = -pdot/p >= 0; the drift is b = 3a - v. */
  readonly loss: Float64Array;
  /** Escape and destruction. */
  readonly removal: Float64Array;
  /** p times the source spectrum. */
  readonly source: Float64Array;
}

/** x / (e^x - 1), smooth through zero: the share of a flux in exponential fitting. */
export function bernoulli(x: number): number {
  if (Math.abs(x) < 1e-5) return 1 - 0.5 * x;
  return x > 500 ? 0 : x / Math.expm1(x);
}

/** n = p N on the fine nodes (ascending ln p): zero inflow at the top, free outflow by losses at the bottom. */
export function solveLeakyBox(fine: Float64Array, rates: LeakyBoxRates): Float64Array {
  const count = fine.length;
  const lower = new Float64Array(count);
  const diagonal = new Float64Array(count);
  const upper = new Float64Array(count);
  const n = new Float64Array(count);
  for (let f = 0; f < count; f++) {
    const left = f === 0 ? fine[0]! : 0.5 * (fine[f - 1]! + fine[f]!);
    const right = f === count - 1 ? fine[f]! : 0.5 * (fine[f]! + fine[f + 1]!);
    diagonal[f] = diagonal[f]! + rates.removal[f]! * (right - left);
    n[f] = rates.source[f]! * (right - left);
    if (f === count - 1) continue;
    const step = fine[f + 1]! - fine[f]!;
    const a = 0.5 * (rates.diffusion[f]! + rates.diffusion[f + 1]!);
    const drift = 3 * a - 0.5 * (rates.loss[f]! + rates.loss[f + 1]!);
    // Flux up = fromBelow n_f - fromAbove n_{f+1}.
    let fromBelow = Math.max(drift, 0);
    let fromAbove = Math.max(-drift, 0);
    if (a > 0) {
      const peclet = (drift * step) / a;
      fromBelow = (a / step) * bernoulli(-peclet);
      fromAbove = (a / step) * bernoulli(peclet);
    }
    diagonal[f] = diagonal[f]! + fromBelow;
    upper[f] = -fromAbove;
    lower[f + 1] = -fromBelow;
    diagonal[f + 1] = diagonal[f + 1]! + fromAbove;
  }
  diagonal[0] = diagonal[0]! + rates.loss[0]!;
  for (let f = 1; f < count; f++) {
    const factor = lower[f]! / diagonal[f - 1]!;
    diagonal[f] = diagonal[f]! - factor * upper[f - 1]!;
    n[f] = n[f]! - factor * n[f - 1]!;
  }
  n[count - 1] = n[count - 1]! / diagonal[count - 1]!;
  for (let f = count - 2; f >= 0; f--) n[f] = (n[f]! - upper[f]! * n[f + 1]!) / diagonal[f]!;
  return n;
}
