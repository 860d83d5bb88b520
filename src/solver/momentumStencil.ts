/**
 * Couplings in momentum: reacceleration, continuous losses and destruction, four bands per cell.
 *
 * Flux through a face, J = w [ -a dg/dx + (3a - a w'/w - v) g ]. It is exponentially fitted (Scharfetter & Gummel 1969):
 * central where the drift over a cell is small, upwind where it is large, positive always. Where a spectrum falls like a
 * wall, reacceleration and losses nearly cancel, and only what is left of them counts. Where losses dominate, the value at
 * the face is linearly extrapolated from the two cells above: second order.
 *
 * Where a local shape s is given (the density relative to w, as a sketch found it at each place), both are applied to
 * g / s instead of g: the spectrum bends at different momenta in different places, and g / s is nearly constant in all.
 */

import { bernoulli } from './bernoulli';
import type { RowScales } from './cellMeans';
import { weightedIntegral } from './cellMeans';
import { type HaloGrid, layerOf, type MomentumWindow, planeSize } from './haloGrid';
import { subdivisions } from './momentumGrid';
import { logSlope, planeOverCentre } from './plane';
import { roomFor } from './room';
import { layerBetween, quadratureAcross } from './spatialStencil';
import type { Coefficients, MomentumStencil, TransportCoefficients } from './transportTypes';

/** @param kept an array of an earlier problem, into whose room this one may be put (room.ts). */
export function coefficientArray(grid: HaloGrid, size: number, kept?: Coefficients): Coefficients {
  return 'r' in grid ? roomFor(Float64Array, kept, size) : roomFor(Float32Array, kept, size);
}

/** Fluxes through one face of the momentum cells per cell in space, but for the scales of the rows. */
export interface FaceFluxes {
  /** What second order adds to losses, on g of the cell above the face and of the next one. */
  readonly fromNear: Float64Array;
  readonly fromFar: Float64Array;
  /** Reacceleration and losses, on g of the cell below the face and of the one above. */
  readonly up: Float64Array;
  readonly down: Float64Array;
}

/** Room for the stencil of `count` momentum cells. */
export function momentumStencil(grid: HaloGrid, count: number): MomentumStencil {
  const band = () => coefficientArray(grid, planeSize(grid) * count);
  return { below: band(), diagonal: band(), above: band(), secondAbove: band() };
}

/**
 * The couplings of a window of momentum cells.
 *
 * @param fluxes those through a face; neighbouring windows may share them.
 * @param stencil where they are written.
 */
export function assembleMomentum(
  grid: HaloGrid,
  coefficients: TransportCoefficients,
  scales: RowScales,
  window: MomentumWindow,
  fluxes: (face: number) => FaceFluxes = (face) => faceFluxes(grid, coefficients, face),
  stencil: MomentumStencil = momentumStencil(grid, window.count),
): MomentumStencil {
  for (const band of Object.values(stencil)) band.fill(0);
  addSinks(grid, coefficients, scales, stencil, window);
  const lastFace = Math.min(window.first + window.count, grid.momentum.count - 1);
  for (let face = window.first; face <= lastFace; face++)
    addFace(scales, stencil, window, face, fluxes(face));
  return stencil;
}

function addSinks(
  grid: HaloGrid,
  { sinks, weight }: TransportCoefficients,
  { cellWeight, rowRate }: RowScales,
  { diagonal }: MomentumStencil,
  { first, count }: MomentumWindow,
): void {
  const plane = planeSize(grid);
  for (const { medium, rate } of sinks) {
    for (let k = 0; k < count; k++) {
      const cell = first + k;
      const mean =
        weightedIntegral(grid.momentum, weight, cell, (fine) => rate[fine]!) /
        (cellWeight[cell]! * rowRate[cell]!);
      for (let c = 0; c < plane; c++) diagonal[k * plane + c] = diagonal[k * plane + c]! + medium[c]! * mean;
    }
  }
}

/** What flows through a face leaves the cell on one side, which stands in the window or not, and enters the other. */
function addFace(
  { cellWeight, rowRate }: RowScales,
  { below, diagonal, above, secondAbove }: MomentumStencil,
  { first, count }: MomentumWindow,
  face: number,
  { fromNear, fromFar, up, down }: FaceFluxes,
): void {
  const plane = fromNear.length;
  const here = (face - first) * plane;
  if (face < first + count) {
    const scale = 1 / (cellWeight[face]! * rowRate[face]!);
    for (let c = 0; c < plane; c++) {
      diagonal[here + c] = diagonal[here + c]! + scale * (fromNear[c]! + down[c]!);
      above[here + c] = above[here + c]! - scale * fromFar[c]!;
      below[here + c] = -scale * up[c]!;
    }
  }
  if (face > first) {
    const lower = here - plane;
    const scale = 1 / (cellWeight[face - 1]! * rowRate[face - 1]!);
    for (let c = 0; c < plane; c++) {
      diagonal[lower + c] = diagonal[lower + c]! + scale * up[c]!;
      above[lower + c] = above[lower + c]! - scale * (fromNear[c]! + down[c]!);
      secondAbove[lower + c] = scale * fromFar[c]!;
    }
  }
}

/** @param room of another face, whose arrays are used again. */
export function faceFluxes(
  grid: HaloGrid,
  coefficients: TransportCoefficients,
  face: number,
  room?: FaceFluxes,
): FaceFluxes {
  const array = () => new Float64Array(planeSize(grid));
  const fluxes = room ?? { fromNear: array(), fromFar: array(), up: array(), down: array() };
  fluxes.up.fill(0);
  addLossSpeed(grid, coefficients, face, fluxes.down);
  fluxes.fromNear.set(fluxes.down);
  if (face > 0) fitReacceleration(grid, coefficients, face, fluxes);
  extrapolateLosses(grid, coefficients, face, fluxes);
  return fluxes;
}

/** Speed v of the losses at a face times what the unknown is divided by there, w s, per cell in space. */
function addLossSpeed(
  grid: HaloGrid,
  coefficients: TransportCoefficients,
  face: number,
  speed: Float64Array,
): void {
  const { losses, weight, shape } = coefficients;
  speed.fill(0);
  for (const { medium, rate } of losses) {
    const flux = rate[face * subdivisions]! * weight[face * subdivisions]!;
    for (let c = 0; c < speed.length; c++) speed[c] = speed[c]! + medium[c]! * flux;
  }
  if (coefficients.planeLoss) addPlaneLoss(grid, coefficients, coefficients.planeLoss, face, speed);
  if (shape === undefined) return;
  const atFace = shape.atFace(face);
  for (let c = 0; c < speed.length; c++) speed[c] = speed[c]! * atFace[c]!;
}

/** What is lost in the plane, as a rate of the cells next to it, which know the density at their centres only. */
function addPlaneLoss(
  grid: HaloGrid,
  coefficients: TransportCoefficients,
  planeLoss: number,
  face: number,
  speed: Float64Array,
): void {
  const { z, momentum } = grid;
  const { weight, shape } = coefficients;
  const { rowLength, rows } = layerOf(grid);
  const fine = face * subdivisions;
  const { resistance, drift } = layerBetween(coefficients, 0, z.centres[0]!, fine);
  const slope = logSlope(momentum.fine, weight, fine);
  const flux = (planeLoss * weight[fine]!) / z.faces[1]!;
  const distance = face > 0 ? momentum.centres[face]! - momentum.centres[face - 1]! : 1;
  const inUpper = shape?.inCells(face);
  const inLower = face > 0 ? shape?.inCells(face - 1) : inUpper;
  for (let c = 0; c < rowLength * rows; c++) {
    const bend = inUpper && inLower ? Math.log(inUpper[c]! / inLower[c]!) / distance : 0;
    const rise = drift - planeLoss * (slope + bend) * resistance;
    speed[c] = speed[c]! + flux * planeOverCentre(rise);
  }
}

/**
 * Both ways through a face where reacceleration acts, exponentially fitted together with the losses, which come in as `down`.
 * Leaves in `fromNear` the part of them that fitting takes from one cell only, which is all of them where they are fast.
 */
function fitReacceleration(
  grid: HaloGrid,
  { momentumDiffusion, kinkHeight, weight, shape, firstOrderLosses }: TransportCoefficients,
  face: number,
  { up, down, fromNear }: FaceFluxes,
): void {
  const { z, momentum } = grid;
  const { rowLength, rows } = layerOf(grid);
  const layer = rowLength * rows;
  const fine = face * subdivisions;
  const distance = momentum.centres[face]! - momentum.centres[face - 1]!;
  const drift = (3 - logSlope(momentum.fine, weight, fine)) * distance;
  const inLower = shape?.inCells(face - 1);
  const inUpper = shape?.inCells(face);
  const atFace = shape?.atFace(face);
  for (let j = 0; j < z.count; j++) {
    const { points, shares } = quadratureAcross(z.faces[j]!, z.faces[j + 1]!, kinkHeight);
    let a = 0;
    for (let i = 0; i < points.length; i++) a += shares[i]! * momentumDiffusion(points[i]!, fine);
    if (a === 0) continue;
    const flux = (a * weight[fine]!) / distance;
    const end = (j + 1) * layer;
    for (let c = j * layer; c < end; c++) {
      let diffusive = flux;
      let peclet = drift;
      if (inLower && inUpper && atFace) {
        diffusive *= atFace[c]!;
        peclet -= Math.log(inUpper[c]! / inLower[c]!);
      }
      if (firstOrderLosses === 'upwind') {
        up[c] = diffusive * bernoulli(-peclet);
        down[c] = down[c]! + diffusive * bernoulli(peclet);
        continue;
      }
      peclet -= down[c]! / diffusive;
      const share = bernoulli(peclet);
      // B(-x) = B(x) + x; upwind of first order to the part x coth(x/2) - 2.
      up[c] = diffusive * (share + peclet);
      down[c] = diffusive * share;
      fromNear[c] = peclet < 0 ? diffusive * (peclet + 2 * share - 2) : 0;
    }
  }
  if (inLower) for (let c = 0; c < up.length; c++) up[c] = up[c]! / inLower[c]!;
}

/** Takes what losses carry at the face from the two cells above it, the farther one with a negative sign. */
function extrapolateLosses(
  { momentum }: HaloGrid,
  { shape, firstOrderLosses }: TransportCoefficients,
  face: number,
  { down, fromNear, fromFar }: FaceFluxes,
): void {
  const highest = face === momentum.count - 1;
  const extrapolation =
    highest || firstOrderLosses
      ? 0
      : (momentum.centres[face]! - momentum.faces[face]!) /
        (momentum.centres[face + 1]! - momentum.centres[face]!);
  const inNear = shape?.inCells(face);
  const inFar = shape?.inCells(highest ? face : face + 1);
  for (let c = 0; c < fromNear.length; c++) {
    const speed = extrapolation * fromNear[c]!;
    fromNear[c] = inNear ? speed / inNear[c]! : speed;
    fromFar[c] = inFar ? speed / inFar[c]! : speed;
  }
  if (inNear) for (let c = 0; c < down.length; c++) down[c] = down[c]! / inNear[c]!;
}
