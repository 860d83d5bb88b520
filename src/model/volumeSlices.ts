/**
 * Two planes through a solution in three dimensions: the Galactic plane, and the cut through the Sun and the Galactic centre.
 * Plain data that can cross from a worker, for all energies at once, so that a map of another energy solves nothing.
 */
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { cubicShares, interpolateCubic } from '../solver/interpolate';
import type { Part } from './boxSettings';
import type { SpeciesKey } from './propagated';

/** Densities per momentum cell, relative to a spectrum that is the same everywhere. */
export interface PartSlices {
  readonly part: Part;
  /** Cell centres; x towards the Sun, which stands at 8.5 kpc, z from the plane upwards. */
  readonly xKpc: Float64Array<ArrayBuffer>;
  /** From zero upwards, unless the part is the whole. */
  readonly yKpc: Float64Array<ArrayBuffer>;
  readonly zKpc: Float64Array<ArrayBuffer>;
  /** ln p (GeV) of the momentum cells. */
  readonly logMomentum: Float64Array<ArrayBuffer>;
  /** z = 0, per (momentum, y, x). */
  readonly plane: Float32Array<ArrayBuffer>;
  /** y = 0, per (momentum, z, x). */
  readonly cut: Float32Array<ArrayBuffer>;
  /** At the Sun, per momentum. */
  readonly sun: Float64Array<ArrayBuffer>;
}

/** The same for all parts together; y from one edge of the box to the other. */
export type VolumeSlices = Omit<PartSlices, 'part'>;

/** The whole of a solution from its parts: the even one alone, with the odd one, or the whole itself. */
export function joinParts(parts: readonly PartSlices[]): VolumeSlices {
  const first = parts.find(({ part }) => part !== 'odd');
  if (first === undefined) throw new Error('A solution has a part that is even in y.');
  if (first.part === 'whole') return first;
  const odd = parts.find(({ part }) => part === 'odd');
  const nx = first.xKpc.length;
  const half = first.yKpc.length;
  const yKpc = new Float64Array(2 * half);
  for (let m = 0; m < half; m++) {
    yKpc[half + m] = first.yKpc[m]!;
    yKpc[half - 1 - m] = -first.yKpc[m]!;
  }
  const plane = new Float32Array(2 * first.plane.length);
  for (let k = 0; k < first.logMomentum.length; k++) {
    for (let m = 0; m < half; m++) {
      for (let i = 0; i < nx; i++) {
        const from = (k * half + m) * nx + i;
        const even = first.plane[from]!;
        const difference = odd?.plane[from] ?? 0;
        plane[(k * 2 * half + half + m) * nx + i] = even + difference;
        plane[(k * 2 * half + half - 1 - m) * nx + i] = even - difference;
      }
    }
  }
  return { ...first, yKpc, plane };
}

/** Densities of one energy relative to that at the Sun. */
export interface DensityMaps {
  readonly xKpc: Float64Array;
  readonly yKpc: Float64Array;
  readonly zKpc: Float64Array;
  /** In the Galactic plane, per (y, x). */
  readonly plane: Float64Array;
  /** Through the Sun and the Galactic centre, per (z, x). */
  readonly cut: Float64Array;
  /** Above the Sun, per z. */
  readonly profile: Float64Array;
}

/** Maps at one kinetic energy (GeV), cubic in ln p. */
export function mapsAt(slices: VolumeSlices, species: SpeciesKey, kineticEnergyGeV: number): DensityMaps {
  const { xKpc, yKpc, zKpc, logMomentum } = slices;
  const momentum = momentumFromKineticEnergy(
    speciesTable[species],
    kineticEnergyPerNucleonGeV(kineticEnergyGeV),
  );
  const { first, shares } = cubicShares(logMomentum, Math.log(momentum));
  const atEnergy = (values: Float32Array | Float64Array, size: number, c: number) => {
    let sum = 0;
    for (let a = 0; a < 4; a++) sum += shares[a]! * values[(first + a) * size + c]!;
    return sum;
  };
  const sun = atEnergy(slices.sun, 1, 0);
  const relative = (values: Float32Array, size: number) =>
    Float64Array.from({ length: size }, (_, c) => atEnergy(values, size, c) / sun);
  const nx = xKpc.length;
  const cut = relative(slices.cut, nx * zKpc.length);
  const profile = zKpc.map((_, j) =>
    interpolateCubic(xKpc, cut.subarray(j * nx, (j + 1) * nx), sunRadiusKpc),
  );
  return { xKpc, yKpc, zKpc, plane: relative(slices.plane, nx * yKpc.length), cut, profile };
}
