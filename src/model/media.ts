/**
 * Cell averages of what fills the Galaxy, on a solver grid.
 *
 * The gas tables have kinks every half kiloparsec and layers of 25 pc, so averages need many points; and the height
 * grid moves with the sliders for xi and L. So each quantity is integrated once over every radial cell and, from the
 * plane upwards, over a fixed ladder of heights; any height grid then only takes differences of that running integral.
 */
import { lastUsed } from '../memo/lastUsed';
import { gasModels } from '../physics/gas';
import { logWeighted, type MediumQuantity } from '../physics/losses';
import { magneticFields } from '../physics/magneticField';
import { radiationFields } from '../physics/radiationField';
import { sourceModels } from '../physics/sources';
import { magneticEnergyEVPerCm3 } from '../physics/synchrotron';
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

/** Writes the quantities of one ingredient at a height, as a function of the radius. */
type AtHeight = (heightKpc: number) => (rKpc: number, out: Float64Array) => void;

const lightLayers = ['coolStarlight', 'hotStarlight', 'dust', 'cmb'] as const;

/**
 * What fills the Galaxy, each ingredient with its quantities. They are integrated when they are asked for: protons need no
 * field and no light, and another law of the sources leaves the gas as it is.
 */
const ingredientTable = {
  sources: {
    quantities: ['source'],
    choice: meanSources,
    at: (ingredients: Ingredients): AtHeight => {
      const { density } = sourceModels[meanSources(ingredients)];
      return (height) => (radius, out) => {
        out[0] = density(radius, height);
      };
    },
  },
  gas: {
    quantities: ['neutralHydrogen', 'ionisedHydrogen', 'ionisedHydrogenLog', 'hydrogen'],
    choice: ({ gas }: Ingredients) => gas,
    at: ({ gas }: Ingredients): AtHeight => {
      const { atomicPerCm3, molecularAtomsPerCm3, ionisedPerCm3 } = gasModels[gas];
      return (height) => (radius, out) => {
        // The molecular layer is warped: the half domain takes the mean of both sides of the plane.
        const molecular = molecularAtomsPerCm3(radius, height) + molecularAtomsPerCm3(radius, -height);
        const neutral = atomicPerCm3(radius, height) + 0.5 * molecular;
        const ionised = ionisedPerCm3(radius, height);
        out[0] = neutral;
        out[1] = ionised;
        out[2] = logWeighted(ionised);
        out[3] = neutral + ionised;
      };
    },
  },
  field: {
    quantities: ['magneticEnergy'],
    choice: ({ field }: Ingredients) => field,
    at: ({ field }: Ingredients): AtHeight => {
      const { strengthMicroGauss } = magneticFields[field];
      return (height) => (radius, out) => {
        out[0] = magneticEnergyEVPerCm3(strengthMicroGauss(radius, height));
      };
    },
  },
  radiation: {
    quantities: lightLayers,
    choice: ({ radiation }: Ingredients) => radiation,
    at: ({ radiation }: Ingredients): AtHeight => {
      const { components } = radiationFields[radiation];
      return (height) => {
        const densities = lightLayers.map(
          (name) =>
            components.find((component) => component.name === name)?.energyDensityEVPerCm3(height) ??
            (() => 0),
        );
        return (radius, out) => {
          for (let layer = 0; layer < densities.length; layer++) out[layer] = densities[layer]!(radius);
        };
      };
    },
  },
} as const;

/** Points at which radial cells are integrated, with their shares of the mean over a cell. */
function radialPoints(r: CellAxis) {
  const points: { readonly cell: number; readonly radius: number; readonly share: number }[] = [];
  for (let cell = 0; cell < r.count; cell++) {
    const width = r.faces[cell + 1]! - r.faces[cell]!;
    const parts = Math.min(4, Math.ceil(width / radialPartKpc - 1e-9));
    for (let part = 0; part < parts; part++) {
      for (const u of gauss) {
        const radius = r.faces[cell]! + ((part + u) * width) / parts;
        points.push({ cell, radius, share: (0.5 / parts) * (radius / r.centres[cell]!) });
      }
    }
  }
  return {
    cell: Int32Array.from(points, ({ cell }) => cell),
    radius: Float64Array.from(points, ({ radius }) => radius),
    share: Float64Array.from(points, ({ share }) => share),
  };
}

/**
 * Running integrals from the plane of some quantities: index (layer * nr + i) * (rungs + 1) + rung. Of the first answer of a page
 * most of the time, before anything is optimised: few steps in the innermost loop.
 */
function runningIntegrals(at: AtHeight, layers: number, r: CellAxis): Float64Array {
  const running = new Float64Array(layers * r.count * (rungs + 1));
  const values = new Float64Array(layers);
  const { cell, radius, share } = radialPoints(r);
  const points = radius.length;
  const nextLayer = r.count * (rungs + 1);
  for (let half = 0; half < 2 * rungs; half++) {
    const rung = half >> 1;
    const step = ladder[rung + 1]! - ladder[rung]!;
    const atRadius = at(ladder[rung]! + gauss[half & 1]! * step);
    for (let point = 0; point < points; point++) {
      atRadius(radius[point]!, values);
      const length = 0.5 * share[point]! * step;
      let here = cell[point]! * (rungs + 1) + rung + 1;
      for (let layer = 0; layer < layers; layer++) {
        running[here] = running[here]! + length * values[layer]!;
        here += nextLayer;
      }
    }
  }
  for (let start = 0; start < running.length; start += rungs + 1)
    for (let at = start + 1; at <= start + rungs; at++) running[at] = running[at]! + running[at - 1]!;
  return running;
}

/** By ingredient and radii, a sketch's and a solve's; up to 0.15 MB each. */
const integralsOn = lastUsed<string, Float64Array>(16);
/** By those, heights and quantity: what a sketch and a solve of both models need, and some to come back to. */
const averagesOn = lastUsed<string, Float64Array>(60);

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

/** Cell-averaged media for a model on given axes; heights up to 15 kpc. Each is found when it is first asked for. */
export function mediaOn(ingredients: Ingredients, r: CellAxis, z: CellAxis): Media {
  const [radii, heights] = [r.faces.join(' '), z.faces.join(' ')];
  const find = <Id extends keyof typeof ingredientTable>(
    ingredient: Id,
    quantity: (typeof ingredientTable)[Id]['quantities'][number],
  ): Float64Array => {
    const { choice, at } = ingredientTable[ingredient];
    const quantities: readonly string[] = ingredientTable[ingredient].quantities;
    const onRadii = `${ingredient} ${choice(ingredients)} ${radii}`;
    return averagesOn.getOr(`${quantity} ${onRadii} ${heights}`, () => {
      const running = integralsOn.getOr(onRadii, () =>
        runningIntegrals(at(ingredients), quantities.length, r),
      );
      return averages(running, r, z, z.faces.subarray(1).map(rungAt), quantities.indexOf(quantity));
    });
  };
  return {
    get source() {
      return find('sources', 'source');
    },
    get hydrogen() {
      return find('gas', 'hydrogen');
    },
    quantities: {
      get neutralHydrogen() {
        return find('gas', 'neutralHydrogen');
      },
      get ionisedHydrogen() {
        return find('gas', 'ionisedHydrogen');
      },
      get ionisedHydrogenLog() {
        return find('gas', 'ionisedHydrogenLog');
      },
      get magneticEnergy() {
        return find('field', 'magneticEnergy');
      },
      get coolStarlight() {
        return find('radiation', 'coolStarlight');
      },
      get hotStarlight() {
        return find('radiation', 'hotStarlight');
      },
      get dust() {
        return find('radiation', 'dust');
      },
      get cmb() {
        return find('radiation', 'cmb');
      },
    },
  };
}
