/**
 * Cell averages of what fills the Galaxy, on a solver grid.
 *
 * The gas tables have kinks every half kiloparsec and layers of 25 pc, so averages need many points; and the height
 * grid moves with the sliders for xi and L. So each quantity is integrated once over every radial cell and, from the
 * plane upwards, over a fixed ladder of heights; any height grid then only takes differences of that running integral.
 */
import { lastUsed } from '../memo/lastUsed';
import { gasModels } from '../physics/gas';
import { type MediumQuantity, mediumOnBothSides } from '../physics/losses';
import { magneticFields } from '../physics/magneticField';
import { radiationFields } from '../physics/radiationField';
import { sourceModels } from '../physics/sources';
import type { CellAxis } from '../solver/spatialGrid';
import { meanSources } from './laws';
import type { Parameters } from './parameters/values';

export interface Media {
  /** Source density, one at the Sun, per (z, r) cell. */
  readonly source: Float64Array;
  /** Hydrogen atoms of all kinds per cm^3. */
  readonly hydrogen: Float64Array;
  readonly quantities: Readonly<Record<MediumQuantity, Float64Array>>;
}

const mediumQuantities: readonly MediumQuantity[] = [
  'neutralHydrogen',
  'ionisedHydrogen',
  'ionisedHydrogenLog',
  'magneticEnergy',
  'coolStarlight',
  'hotStarlight',
  'dust',
  'cmb',
];
const layers = mediumQuantities.length + 2;
const sourceLayer = layers - 2;
const hydrogenLayer = layers - 1;

/** Rungs of the ladder of heights: steps from 7 pc in the plane to a tenth of the height above. */
const ladderTopKpc = 15;
const rungs = 64;
const ladder = Float64Array.from(
  { length: rungs + 1 },
  (_, i) => (ladderTopKpc * Math.sinh((6 * i) / rungs)) / Math.sinh(6),
);

// Two-point Gauss-Legendre on [0, 1], used on each part of a divided interval.
const gauss = [0.5 - 0.5 / Math.sqrt(3), 0.5 + 0.5 / Math.sqrt(3)] as const;
/** Widest part of a radial cell, so that the steps of the gas tables are seen. */
const radialPartKpc = 0.25;

type Ingredients = Pick<Parameters, 'gas' | 'field' | 'radiation' | 'sources' | 'armLaw'>;

/** Running integrals from the plane: index (layer * nr + i) * (rungs + 1) + rung. */
function runningIntegrals(ingredients: Ingredients, r: CellAxis): Float64Array {
  const filling = {
    gas: gasModels[ingredients.gas],
    field: magneticFields[ingredients.field],
    radiation: radiationFields[ingredients.radiation],
  };
  const sources = sourceModels[meanSources(ingredients)];
  const running = new Float64Array(layers * r.count * (rungs + 1));
  const nextLayer = r.count * (rungs + 1);
  for (let rung = 0; rung < rungs; rung++) {
    const step = ladder[rung + 1]! - ladder[rung]!;
    for (const v of gauss) {
      const height = ladder[rung]! + v * step;
      // The molecular layer is warped: the half domain takes the mean of both sides of the plane.
      const mediumAtRadius = mediumOnBothSides(filling, height);
      for (let i = 0; i < r.count; i++) {
        const cell = r.faces[i + 1]! - r.faces[i]!;
        const radialParts = Math.min(4, Math.ceil(cell / radialPartKpc - 1e-9));
        const width = cell / radialParts;
        const first = i * (rungs + 1) + rung + 1;
        for (let part = 0; part < radialParts; part++) {
          for (const u of gauss) {
            const radius = r.faces[i]! + (part + u) * width;
            const share = (0.25 / radialParts) * (radius / r.centres[i]!) * step;
            const medium = mediumAtRadius(radius);
            let at = first;
            for (let q = 0; q < mediumQuantities.length; q++) {
              running[at] = running[at]! + share * medium[mediumQuantities[q]!];
              at += nextLayer;
            }
            running[at] = running[at]! + share * sources.density(radius, height);
            at += nextLayer;
            running[at] = running[at]! + share * (medium.neutralHydrogen + medium.ionisedHydrogen);
          }
        }
      }
    }
  }
  for (let start = 0; start < running.length; start += rungs + 1)
    for (let at = start + 1; at <= start + rungs; at++) running[at] = running[at]! + running[at - 1]!;
  return running;
}

/** By ingredients and radii; each 0.3 MB. */
const integralsOn = lastUsed<string, Float64Array>(4);
/** By those and heights: what a sketch and a solve of both models need, and some to come back to. */
const mediaKept = lastUsed<string, Media>(6);

/** Position of a height on the ladder, in rungs. */
function rungAt(z: number): number {
  return (Math.asinh((z * Math.sinh(6)) / ladderTopKpc) * rungs) / 6;
}

/** A running integral at height `rungPosition`, by cubic Hermite interpolation with centred slopes. */
function runningAt(running: Float64Array, start: number, rungPosition: number): number {
  const low = Math.min(Math.floor(rungPosition), rungs - 1);
  const t = rungPosition - low;
  const y0 = running[start + low]!;
  const y1 = running[start + low + 1]!;
  // The integral is odd in z: the slope in the plane is the first step itself.
  const slope0 = low > 0 ? 0.5 * (y1 - running[start + low - 1]!) : y1;
  const slope1 = low < rungs - 1 ? 0.5 * (running[start + low + 2]! - y0) : y1 - y0;
  const u = 1 - t;
  return (1 + 2 * t) * u * u * y0 + t * u * u * slope0 + t * t * (3 - 2 * t) * y1 - t * t * u * slope1;
}

/** @param rungsOfFaces where the upper faces of cells in height stand on the ladder. */
function averages(
  running: Float64Array,
  r: CellAxis,
  z: CellAxis,
  rungsOfFaces: Float64Array,
  layer: number,
): Float64Array {
  const mean = new Float64Array(r.count * z.count);
  for (let i = 0; i < r.count; i++) {
    const start = (layer * r.count + i) * (rungs + 1);
    let below = 0;
    for (let j = 0; j < z.count; j++) {
      const above = runningAt(running, start, rungsOfFaces[j]!);
      mean[j * r.count + i] = (above - below) / (z.faces[j + 1]! - z.faces[j]!);
      below = above;
    }
  }
  return mean;
}

/** Cell-averaged media for a model on given axes; heights up to 15 kpc. */
export function mediaOn(ingredients: Ingredients, r: CellAxis, z: CellAxis): Media {
  const { gas, field, radiation } = ingredients;
  const onRadii = `${gas} ${field} ${radiation} ${meanSources(ingredients)} ${r.faces.join(' ')}`;
  return mediaKept.getOr(`${onRadii} ${z.faces.join(' ')}`, () => {
    const running = integralsOn.getOr(onRadii, () => runningIntegrals(ingredients, r));
    const rungsOfFaces = z.faces.subarray(1).map(rungAt);
    const layer = (index: number) => averages(running, r, z, rungsOfFaces, index);
    const quantities = Object.fromEntries(
      mediumQuantities.map((quantity, index) => [quantity, layer(index)]),
    ) as Record<MediumQuantity, Float64Array>;
    return { source: layer(sourceLayer), hydrogen: layer(hydrogenLayer), quantities };
  });
}
