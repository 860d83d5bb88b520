/**
 * Couplings in momentum: reacceleration, continuous losses and destruction, four bands per cell.
 *
 * Flux through a face, J = w [ -a dg/dx + (3a - a w'/w - v) g ]. The part with a is exponentially fitted: central where
 * the drift over a cell is small, upwind where a steep spectrum makes it large, positive always. The losses take the
 * value at the face from above, linearly extrapolated from two cells: second order.
 *
 * Where a local shape s is given (the density relative to w, as a sketch found it at each place), both are applied to
 * g / s instead of g: the spectrum bends at different momenta in different places, and g / s is nearly constant in all.
 */
import type { RowScales } from './cellMeans';
import { weightedIntegral } from './cellMeans';
import { bernoulli } from './leakyBox';
import { subdivisions } from './momentumGrid';
import { gaussOffset } from './spatialStencil';
import type { TransportCoefficients, TransportGrid } from './transportOperator';

/** The density relative to the weight, as known before the solve. Positive. */
export interface LocalShape {
  /** w-weighted average over every cell. */
  readonly inCells: Float64Array;
  /** Per lower face of every cell, then the top faces: (count + 1) planes. */
  readonly atFaces: Float64Array;
}

/** Bands of the momentum lines per cell: coupling to the cell below, itself, the next and the second next above. */
export interface MomentumStencil {
  readonly below: Float64Array;
  readonly diagonal: Float64Array;
  readonly above: Float64Array;
  readonly secondAbove: Float64Array;
}

export function assembleMomentum(
  grid: TransportGrid,
  coefficients: TransportCoefficients,
  scales: RowScales,
): MomentumStencil {
  const plane = grid.r.count * grid.z.count;
  const size = plane * grid.momentum.count;
  const stencil = {
    below: new Float64Array(size),
    diagonal: new Float64Array(size),
    above: new Float64Array(size),
    secondAbove: new Float64Array(size),
  };
  addSinks(grid, coefficients, scales, stencil);
  const speed = new Float64Array(plane);
  for (let k = 0; k < grid.momentum.count; k++) {
    addLosses(grid, coefficients, scales, stencil, k, speed);
    if (k > 0) addReacceleration(grid, coefficients, scales, stencil, k);
  }
  return stencil;
}

function addSinks(
  { r, z, momentum }: TransportGrid,
  { sinks, weight }: TransportCoefficients,
  { cellWeight, rowRate }: RowScales,
  { diagonal }: MomentumStencil,
): void {
  const plane = r.count * z.count;
  for (const { medium, rate } of sinks) {
    for (let k = 0; k < momentum.count; k++) {
      const mean =
        weightedIntegral(momentum, weight, k, (fine) => rate[fine]!) / (cellWeight[k]! * rowRate[k]!);
      for (let c = 0; c < plane; c++) diagonal[k * plane + c] = diagonal[k * plane + c]! + medium[c]! * mean;
    }
  }
}

/** Losses through the lower face of momentum cell k: out of that cell, into the one below. */
function addLosses(
  { r, z, momentum }: TransportGrid,
  { losses, weight, shape, firstOrderLosses }: TransportCoefficients,
  { cellWeight, rowRate }: RowScales,
  { diagonal, above, secondAbove }: MomentumStencil,
  k: number,
  speed: Float64Array,
): void {
  const plane = r.count * z.count;
  const highest = k === momentum.count - 1;
  speed.fill(0);
  for (const { medium, rate } of losses) {
    const flux = rate[k * subdivisions]! * weight[k * subdivisions]!;
    for (let c = 0; c < plane; c++) speed[c] = speed[c]! + medium[c]! * flux;
  }
  const extrapolation =
    highest || firstOrderLosses
      ? 0
      : (momentum.centres[k]! - momentum.faces[k]!) / (momentum.centres[k + 1]! - momentum.centres[k]!);
  const out = 1 / (cellWeight[k]! * rowRate[k]!);
  const into = k > 0 ? 1 / (cellWeight[k - 1]! * rowRate[k - 1]!) : 0;
  const start = k * plane;
  for (let c = 0; c < plane; c++) {
    const here = start + c;
    const face = shape ? shape.atFaces[here]! : 1;
    const near = shape ? (face / shape.inCells[here]!) * speed[c]! : speed[c]!;
    const far = highest ? 0 : shape ? (face / shape.inCells[here + plane]!) * speed[c]! : speed[c]!;
    diagonal[here] = diagonal[here]! + out * near * (1 + extrapolation);
    above[here] = above[here]! - out * far * extrapolation;
    if (k === 0) continue;
    above[here - plane] = above[here - plane]! - into * near * (1 + extrapolation);
    secondAbove[here - plane] = into * far * extrapolation;
  }
}

/** Reacceleration through the lower face of momentum cell k, both ways. */
function addReacceleration(
  { r, z, momentum }: TransportGrid,
  { momentumDiffusion, weight, shape }: TransportCoefficients,
  { cellWeight, rowRate }: RowScales,
  { below, diagonal, above }: MomentumStencil,
  k: number,
): void {
  const nr = r.count;
  const plane = nr * z.count;
  const fine = k * subdivisions;
  const distance = momentum.centres[k]! - momentum.centres[k - 1]!;
  const slope =
    Math.log(weight[fine + 1]! / weight[fine - 1]!) / (momentum.fine[fine + 1]! - momentum.fine[fine - 1]!);
  const scaleBelow = 1 / (cellWeight[k - 1]! * rowRate[k - 1]!);
  const scaleHere = 1 / (cellWeight[k]! * rowRate[k]!);
  for (let j = 0; j < z.count; j++) {
    const offset = gaussOffset * (z.faces[j + 1]! - z.faces[j]!);
    const a =
      0.5 *
      (momentumDiffusion(z.centres[j]! - offset, fine) + momentumDiffusion(z.centres[j]! + offset, fine));
    if (a === 0) continue;
    const flux = (a * weight[fine]!) / distance;
    const peclet = (3 - slope) * distance;
    let up = flux * bernoulli(-peclet);
    let down = flux * bernoulli(peclet);
    for (let c = j * nr; c < (j + 1) * nr; c++) {
      const here = k * plane + c;
      const lower = here - plane;
      if (shape) {
        const atLower = shape.inCells[lower]!;
        const atHere = shape.inCells[here]!;
        const local = peclet - Math.log(atHere / atLower);
        up = (flux * bernoulli(-local) * shape.atFaces[here]!) / atLower;
        down = (flux * bernoulli(local) * shape.atFaces[here]!) / atHere;
      }
      diagonal[lower] = diagonal[lower]! + up * scaleBelow;
      above[lower] = above[lower]! - down * scaleBelow;
      diagonal[here] = diagonal[here]! + down * scaleHere;
      below[here] = -up * scaleHere;
    }
  }
}
