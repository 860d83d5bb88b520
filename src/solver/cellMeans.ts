/** Integrals of a momentum cell, weighted with the spectrum the unknown is divided by. */
import { type MomentumGrid, simpson, subdivisions } from './momentumGrid';

/** Integral of w f over momentum cell k by Simpson's rule on the fine nodes. */
export function weightedIntegral(
  momentum: MomentumGrid,
  weight: Float64Array,
  k: number,
  f: (fine: number) => number,
): number {
  const width = momentum.faces[k + 1]! - momentum.faces[k]!;
  let sum = 0;
  for (let s = 0; s <= subdivisions; s++) {
    const fine = k * subdivisions + s;
    sum += simpson[s]! * weight[fine]! * f(fine);
  }
  return sum * width;
}

/** What turns a row of integrals into rates of order one. */
export interface RowScales {
  /** Integral of the weight over each momentum cell. */
  readonly cellWeight: Float64Array;
  /** Rate of each energy by which its rows are divided. */
  readonly rowRate: Float64Array;
}

export function rowScales(momentum: MomentumGrid, weight: Float64Array, rate: Float64Array): RowScales {
  const cellWeight = new Float64Array(momentum.count);
  const rowRate = new Float64Array(momentum.count);
  for (let k = 0; k < momentum.count; k++) {
    const integral = weightedIntegral(momentum, weight, k, () => 1);
    cellWeight[k] = integral;
    rowRate[k] = weightedIntegral(momentum, weight, k, (fine) => rate[fine]!) / integral;
  }
  return { cellWeight, rowRate };
}
