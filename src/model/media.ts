/** Cell averages of what fills the Galaxy, on a solver grid. Computed once per grid and choice of ingredients. */
import { gasModels } from '../physics/gas';
import { type MediumQuantity, mediumAt } from '../physics/losses';
import { magneticFields } from '../physics/magneticField';
import { radiationFields } from '../physics/radiationField';
import { sourceModels } from '../physics/sources';
import type { CellAxis } from '../solver/spatialGrid';
import type { Parameters } from './parameters';

export interface Media {
  /** Source density, one at the Sun, per (z, r) cell. */
  readonly source: Float64Array;
  /** Hydrogen atoms of all kinds per cm^3. */
  readonly hydrogen: Float64Array;
  readonly quantities: Readonly<Record<MediumQuantity, Float64Array>>;
}

// Three-point Gauss-Legendre on [0, 1].
const abscissae = [0.5 - 0.5 * Math.sqrt(0.6), 0.5, 0.5 + 0.5 * Math.sqrt(0.6)] as const;
const weights = [5 / 18, 8 / 18, 5 / 18] as const;

/** Mean of f(r, z) over every (z, r) cell, by volume: index j * nr + i. */
export function cellAverages(
  r: CellAxis,
  z: CellAxis,
  add: (cell: number, share: number, r: number, z: number) => void,
): void {
  for (let j = 0; j < z.count; j++) {
    for (let i = 0; i < r.count; i++) {
      const radialWidth = r.faces[i + 1]! - r.faces[i]!;
      for (let a = 0; a < 3; a++) {
        const radius = r.faces[i]! + abscissae[a]! * radialWidth;
        const area = (weights[a]! * radius) / r.centres[i]!;
        for (let b = 0; b < 3; b++) {
          const height = z.faces[j]! + abscissae[b]! * (z.faces[j + 1]! - z.faces[j]!);
          add(j * r.count + i, area * weights[b]!, radius, height);
        }
      }
    }
  }
}

const quantities: readonly MediumQuantity[] = [
  'neutralHydrogen',
  'ionisedHydrogen',
  'ionisedHydrogenLog',
  'magneticEnergy',
  'starlight',
  'dust',
  'cmb',
];

function computeMedia(parameters: Parameters, r: CellAxis, z: CellAxis): Media {
  const size = r.count * z.count;
  const gas = gasModels[parameters.gas];
  const field = magneticFields[parameters.field];
  const radiation = radiationFields[parameters.radiation];
  const sources = sourceModels[parameters.sources];
  const source = new Float64Array(size);
  const hydrogen = new Float64Array(size);
  const means = Object.fromEntries(
    quantities.map((quantity) => [quantity, new Float64Array(size)]),
  ) as Record<MediumQuantity, Float64Array>;
  cellAverages(r, z, (cell, share, radius, height) => {
    source[cell] = source[cell]! + share * sources.density(radius, height);
    const medium = mediumAt(gas, field, radiation, radius, height);
    hydrogen[cell] = hydrogen[cell]! + share * (medium.neutralHydrogen + medium.ionisedHydrogen);
    for (const quantity of quantities) {
      const mean = means[quantity];
      mean[cell] = mean[cell]! + share * medium[quantity];
    }
  });
  return { source, hydrogen, quantities: means };
}

const remembered = new Map<string, Media>();
const rememberedLimit = 8;

/** Cell-averaged media for a model on given axes. */
export function mediaOn(parameters: Parameters, r: CellAxis, z: CellAxis): Media {
  const { gas, field, radiation, sources, L, R } = parameters;
  const key = JSON.stringify([
    gas,
    field,
    radiation,
    sources,
    L,
    R,
    r.count,
    z.count,
    r.faces[1],
    z.faces[1],
  ]);
  const known = remembered.get(key);
  if (known) return known;
  const media = computeMedia(parameters, r, z);
  if (remembered.size >= rememberedLimit) remembered.delete(remembered.keys().next().value ?? key);
  remembered.set(key, media);
  return media;
}
