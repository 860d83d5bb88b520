/**
 * The transport equation at one place of the plane, in height and momentum alone: d/dz(-D dn/dz + V n) + dJ/dx + n rate = p Q,
 * J = -a dn/dx + (3a - v) n, on the heights of a grid and the fine momentum nodes.
 *
 * Its solution carries the steep, many-decade shape of a spectrum and how it falls off with height. The full solver works on the
 * ratio to it, which is smooth and of order one. Exponentially fitted fluxes (Scharfetter & Gummel 1969) keep it positive; where
 * losses dominate they are upwind, with the slope of a cooled spectrum.
 *
 * Solved by elimination from the highest node down, a block of all heights at a time: every matrix is an M-matrix, so nothing is
 * subtracted that could cancel, over any number of decades.
 */
import { bernoulli } from './bernoulli';
import type { CellAxis } from './spatialGrid';
import { layerAt, type Quadrature, quadratureAcross } from './spatialStencil';
import type { TransportCoefficients } from './transportTypes';

/** Media are columns, one value per height. */
export interface SlabTerms
  extends Pick<
    TransportCoefficients,
    'diffusion' | 'wind' | 'kinkHeight' | 'momentumDiffusion' | 'losses' | 'planeLoss' | 'sinks'
  > {
  /** p Q per node, and its column. */
  readonly source: { readonly medium: Float64Array; readonly rate: Float64Array };
  /** The first node that injects: half of its surroundings lie below the beginning of injection. */
  readonly firstInjecting: number;
  /** Radial escape, 1/length^2. */
  readonly lateralDecay: number;
}

export interface Slab {
  /** n = p N per (fine node, height). */
  readonly density: Float64Array;
  /** At each node, the rate at which particles leave the slab or change their momentum. */
  readonly rate: Float64Array;
}

export function solveSlab(fine: Float64Array, z: CellAxis, terms: SlabTerms): Slab {
  const count = fine.length;
  const nz = z.count;
  const size = nz * nz;
  const { up, down, loss } = couplingsInMomentum(fine, z, terms);
  const spatial = heightStencil(z, terms);
  const resistance = new Float64Array(count);
  // Per node: the LU factors of its block once all nodes above are eliminated, and its right-hand side.
  const factors = new Float64Array(count * size);
  const density = new Float64Array(count * nz);
  const column = new Float64Array(nz);
  for (let f = count - 1; f >= 0; f--) {
    const left = f === 0 ? fine[0]! : 0.5 * (fine[f - 1]! + fine[f]!);
    const right = f === count - 1 ? fine[f]! : 0.5 * (fine[f]! + fine[f + 1]!);
    const width = right - left;
    const block = factors.subarray(f * size, (f + 1) * size);
    resistance[f] = spatial(f, width, block);
    const injecting = f > terms.firstInjecting ? width : f === terms.firstInjecting ? right - fine[f]! : 0;
    const hasAbove = f < count - 1;
    for (let j = 0; j < nz; j++) {
      const here = f * nz + j;
      const leavesDown = f === 0 ? loss[j]! : down[here - nz]!;
      const leavesUp = hasAbove ? up[here]! : 0;
      block[j * nz + j] = block[j * nz + j]! + leavesDown + leavesUp;
      density[here] = terms.source.medium[j]! * terms.source.rate[f]! * injecting;
    }
    if (hasAbove) {
      const above = factors.subarray((f + 1) * size, (f + 2) * size);
      // What came down from above brings its sources, and what went up before it came down again.
      for (let j = 0; j < nz; j++) column[j] = density[(f + 1) * nz + j]!;
      solveFactored(above, nz, column);
      for (let j = 0; j < nz; j++)
        density[f * nz + j] = density[f * nz + j]! + down[f * nz + j]! * column[j]!;
      for (let i = 0; i < nz; i++) {
        const going = up[f * nz + i]!;
        if (going === 0) continue;
        column.fill(0);
        column[i] = going;
        solveFactored(above, nz, column);
        for (let j = 0; j < nz; j++) block[j * nz + i] = block[j * nz + i]! - down[f * nz + j]! * column[j]!;
      }
    }
    factor(block, nz);
  }
  for (let f = 0; f < count; f++) {
    for (let j = 0; j < nz; j++) {
      const here = f * nz + j;
      column[j] = density[here]! + (f > 0 ? up[here - nz]! * density[here - nz]! : 0);
    }
    solveFactored(factors.subarray(f * size, (f + 1) * size), nz, column);
    density.set(column, f * nz);
  }
  return { density, rate: rates(z, terms, density, loss, resistance) };
}

/** What particles at the plane have to go through to escape, and to lose their momentum or be destroyed on the way. */
function rates(
  z: CellAxis,
  { source, sinks }: SlabTerms,
  density: Float64Array,
  loss: Float64Array,
  resistance: Float64Array,
): Float64Array {
  const nz = z.count;
  const thickness = (j: number) => z.faces[j + 1]! - z.faces[j]!;
  let disc = 0;
  for (let j = 0; j < nz; j++) disc += (source.medium[j]! / source.medium[0]!) * thickness(j);
  return resistance.map((value, f) => {
    let sum = 1 / value;
    for (let j = 0; j < nz; j++) {
      let rate = loss[f * nz + j]!;
      for (const sink of sinks) rate += sink.medium[j]! * sink.rate[f]!;
      sum += (rate * thickness(j) * density[f * nz + j]!) / density[f * nz]!;
    }
    return sum / disc;
  });
}

/**
 * Between node f and f + 1, per height: what of the density at f goes up, and of that at f + 1 comes down; and the loss rates at
 * the nodes.
 */
function couplingsInMomentum(fine: Float64Array, z: CellAxis, terms: SlabTerms) {
  const { momentumDiffusion, kinkHeight, losses, planeLoss = 0 } = terms;
  const nz = z.count;
  const cells = Array.from({ length: nz }, (_, j) =>
    quadratureAcross(z.faces[j]!, z.faces[j + 1]!, kinkHeight),
  );
  const up = new Float64Array(fine.length * nz);
  const down = new Float64Array(fine.length * nz);
  const reacceleration = new Float64Array(fine.length * nz);
  const loss = new Float64Array(fine.length * nz);
  for (let f = 0; f < fine.length; f++) {
    for (let j = 0; j < nz; j++) {
      const { points, shares } = cells[j]!;
      let a = 0;
      for (let i = 0; i < points.length; i++) a += shares[i]! * momentumDiffusion(points[i]!, f);
      reacceleration[f * nz + j] = a;
    }
    for (const { medium, rate } of losses)
      for (let j = 0; j < nz; j++) loss[f * nz + j] = loss[f * nz + j]! + medium[j]! * rate[f]!;
    loss[f * nz] = loss[f * nz]! + planeLoss / z.faces[1]!;
  }
  const cooled = injectedAbove(fine, terms);
  for (let f = 0; f < fine.length - 1; f++) {
    const step = fine[f + 1]! - fine[f]!;
    // Halfway down from node f + 1 the density is larger by about the root of what cooling makes of the injected spectrum.
    const ratio = (cooled[f]! * loss[(f + 1) * nz]!) / (cooled[f + 1]! * loss[f * nz]!);
    const rise = ratio > 0 && ratio < Number.POSITIVE_INFINITY ? Math.sqrt(ratio) : 1;
    for (let here = f * nz; here < (f + 1) * nz; here++) {
      const a = 0.5 * (reacceleration[here]! + reacceleration[here + nz]!);
      const drift = 3 * a - 0.5 * (loss[here]! + loss[here + nz]!);
      if (a > 0) {
        const peclet = (drift * step) / a;
        const share = bernoulli(peclet);
        const upwind = peclet < 0 ? peclet + 2 * share - 2 : 0;
        down[here] = (a / step) * (share + upwind * (rise - 1));
        // B(-x) = B(x) + x, but for what that loses to cancellation.
        up[here] = (a / step) * bernoulli(-peclet);
      } else down[here] = -drift * rise;
    }
  }
  return { up, down, loss };
}

/** All that is injected from each node up: over the loss rate, the spectrum where nothing but losses acts. */
function injectedAbove(fine: Float64Array, { source, firstInjecting }: SlabTerms): Float64Array {
  const sum = new Float64Array(fine.length);
  const last = fine.length - 1;
  sum[last] = source.rate[last]! * (fine[last]! - fine[last - 1]!);
  for (let f = last - 1; f >= 0; f--) {
    const injected = f >= firstInjecting ? 0.5 * (source.rate[f]! + source.rate[f + 1]!) : 0;
    sum[f] = sum[f + 1]! + injected * (fine[f + 1]! - fine[f]!);
  }
  return sum;
}

/** Writes what height and the sinks do at a node, times a width, as a full matrix. */
function heightStencil(z: CellAxis, { diffusion, wind, kinkHeight, sinks, lateralDecay }: SlabTerms) {
  const nz = z.count;
  const halves: Quadrature[] = [];
  for (let j = 0; j < nz; j++) {
    halves.push(quadratureAcross(z.faces[j]!, z.centres[j]!, kinkHeight));
    halves.push(quadratureAcross(z.centres[j]!, z.faces[j + 1]!, kinkHeight));
  }
  const resistances = new Float64Array(2 * nz + 1);
  const drifts = new Float64Array(2 * nz + 1);
  /** Returns the resistance of the halo against the wind, int e^-P dz/D with P = int V dz/D. */
  return (f: number, width: number, block: Float64Array): number => {
    block.fill(0);
    let resistance = 0;
    let rise = 0;
    for (let j = 0; j < nz; j++) {
      const half = z.centres[j]! - z.faces[j]!;
      let mean = 0;
      for (const side of [2 * j, 2 * j + 1]) {
        const layer = layerAt({ diffusion, wind }, halves[side]!, half, f);
        resistances[side] = layer.resistance;
        drifts[side] = layer.drift;
        mean += 0.5 * layer.meanDiffusion;
        // Of a layer in a constant wind: (1 - e^-P)/P.
        resistance += (layer.resistance * Math.exp(-rise)) / bernoulli(-layer.drift);
        rise += layer.drift;
      }
      let removal = lateralDecay * mean;
      for (const { medium, rate } of sinks) removal += medium[j]! * rate[f]!;
      block[j * nz + j] = width * removal;
    }
    for (let j = 0; j < nz; j++) {
      const conductance = width / (resistances[2 * j + 1]! + resistances[2 * j + 2]!);
      const drift = drifts[2 * j + 1]! + drifts[2 * j + 2]!;
      const rises = conductance * bernoulli(-drift);
      const here = j * nz + j;
      block[here] = block[here]! + rises / (z.faces[j + 1]! - z.faces[j]!);
      if (j === nz - 1) continue;
      const sinks = conductance * bernoulli(drift);
      const next = here + nz + 1;
      block[next] = block[next]! + sinks / (z.faces[j + 2]! - z.faces[j + 1]!);
      block[here + 1] = block[here + 1]! - sinks / (z.faces[j + 1]! - z.faces[j]!);
      block[here + nz] = block[here + nz]! - rises / (z.faces[j + 2]! - z.faces[j + 1]!);
    }
    return resistance;
  };
}

/** LU factors in place, without pivoting: of an M-matrix. */
function factor(block: Float64Array, n: number): void {
  for (let p = 0; p < n; p++) {
    const inverse = 1 / block[p * n + p]!;
    for (let i = p + 1; i < n; i++) {
      const multiplier = block[i * n + p]! * inverse;
      block[i * n + p] = multiplier;
      if (multiplier === 0) continue;
      for (let q = p + 1; q < n; q++) block[i * n + q] = block[i * n + q]! - multiplier * block[p * n + q]!;
    }
  }
}

function solveFactored(block: Float64Array, n: number, v: Float64Array): void {
  for (let i = 1; i < n; i++) {
    let sum = v[i]!;
    for (let p = 0; p < i; p++) sum -= block[i * n + p]! * v[p]!;
    v[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = v[i]!;
    for (let q = i + 1; q < n; q++) sum -= block[i * n + q]! * v[q]!;
    v[i] = sum / block[i * n + i]!;
  }
}
