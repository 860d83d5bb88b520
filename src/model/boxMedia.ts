/**
 * Cell averages of what fills the Galaxy in a box: sources with or without arms, gas, field and radiation.
 *
 * What is symmetric around the axis is averaged once over narrow rings (media.ts). A cell of the box then takes its share
 * of each ring, found by sampling the cell; with arms, the samples of the sources carry the density of the arms as well.
 */

import { armModulation } from '../physics/spiralArms';
import { type BoxGrid, isInside } from '../solver/haloGrid';
import type { CellAxis } from '../solver/spatialGrid';
import type { Part } from './boxSettings';
import { type Media, mediaOn } from './media';
import type { Parameters } from './parameters/values';

/** Width of the rings; the gas tables change every half kiloparsec. */
const ringKpc = 0.25;
/** Distance of the samples within a cell. */
const sampleKpc = 0.1;

/** A density of sources relative to its azimuthal mean, in the plane: x towards the Sun, y to the left of it. */
type ArmDensity = (xKpc: number, yKpc: number) => number;

/** For each lateral cell, rings and the share of the cell's average that each has; `ends[c]` closes cell c's entries. */
interface RingShares {
  readonly ends: Int32Array;
  readonly rings: Int32Array;
  readonly shares: Float64Array;
}

function rings(reachKpc: number): CellAxis {
  const count = Math.ceil(reachKpc / ringKpc);
  const faces = Float64Array.from({ length: count + 1 }, (_, i) => i * ringKpc);
  const centres = Float64Array.from({ length: count }, (_, i) => (i + 0.5) * ringKpc);
  return { faces, centres, count };
}

function ringShares({ x, y }: Pick<BoxGrid, 'x' | 'y'>, ringCount: number, density: ArmDensity): RingShares {
  const ends = new Int32Array(x.count * y.count);
  const rings: number[] = [];
  const shares: number[] = [];
  const inCell = new Float64Array(ringCount);
  for (let m = 0; m < y.count; m++) {
    const height = y.faces[m + 1]! - y.faces[m]!;
    const across = Math.max(2, Math.ceil(height / sampleKpc));
    for (let i = 0; i < x.count; i++) {
      const width = x.faces[i + 1]! - x.faces[i]!;
      const along = Math.max(2, Math.ceil(width / sampleKpc));
      const share = 1 / (along * across);
      for (let b = 0; b < across; b++) {
        const yKpc = y.faces[m]! + ((b + 0.5) * height) / across;
        for (let a = 0; a < along; a++) {
          const xKpc = x.faces[i]! + ((a + 0.5) * width) / along;
          // Between the centres of two rings: linear.
          const position = Math.max(0, Math.hypot(xKpc, yKpc) / ringKpc - 0.5);
          const ring = Math.min(Math.floor(position), ringCount - 2);
          const value = share * density(xKpc, yKpc);
          inCell[ring] = inCell[ring]! + value * (ring + 1 - position);
          inCell[ring + 1] = inCell[ring + 1]! + value * (position - ring);
        }
      }
      for (let ring = 0; ring < ringCount; ring++) {
        if (inCell[ring] === 0) continue;
        rings.push(ring);
        shares.push(inCell[ring]!);
        inCell[ring] = 0;
      }
      ends[m * x.count + i] = rings.length;
    }
  }
  return { ends, rings: Int32Array.from(rings), shares: Float64Array.from(shares) };
}

/** A quantity per (z, ring) cell on the cells of the box. */
function spread(ofRings: Float64Array, ringCount: number, heights: number, shares: RingShares): Float64Array {
  const layer = shares.ends.length;
  const out = new Float64Array(layer * heights);
  for (let j = 0; j < heights; j++) {
    let entry = 0;
    for (let c = 0; c < layer; c++) {
      let sum = 0;
      for (; entry < shares.ends[c]!; entry++)
        sum += shares.shares[entry]! * ofRings[j * ringCount + shares.rings[entry]!]!;
      out[j * layer + c] = sum;
    }
  }
  return out;
}

/** Density of the arms, or the part of it that is even or odd in y; null where nothing depends on azimuth. */
function armDensity(parameters: Parameters, part: Part): ArmDensity | null {
  const { sources, armTable, armContrast, armWidth, armPhase } = parameters;
  const pattern =
    sources === 'arms'
      ? armModulation({
          table: armTable,
          contrast: armContrast,
          widthKpc: armWidth,
          phaseRad: (armPhase * Math.PI) / 180,
        })
      : () => 1;
  const density: ArmDensity = (x, y) => pattern(Math.hypot(x, y), Math.atan2(y, x));
  if (part === 'odd') return (x, y) => 0.5 * (density(x, y) - density(x, -y));
  if (sources !== 'arms') return null;
  return part === 'even' ? (x, y) => 0.5 * (density(x, y) + density(x, -y)) : density;
}

/** Averages over the cells of a box, for one part of the sources. */
export function mediaInBox(parameters: Parameters, grid: Omit<BoxGrid, 'momentum'>, part: Part): Media {
  const { x, y, z } = grid;
  const farthest = ({ faces, count }: CellAxis) => Math.max(Math.abs(faces[0]!), faces[count]!);
  const radial = rings(Math.hypot(farthest(x), farthest(y)) + ringKpc);
  const ofRings = mediaOn(parameters, radial, z);
  const even = ringShares(grid, radial.count, () => 1);
  const arms = armDensity(parameters, part);
  const inArms = arms === null ? even : ringShares(grid, radial.count, arms);
  const inBox = (values: Float64Array, shares = even) => spread(values, radial.count, z.count, shares);
  const source = inBox(ofRings.source, inArms);
  const layer = x.count * y.count;
  for (let c = 0; c < source.length; c++) if (!isInside(grid, c % layer)) source[c] = 0;
  return {
    source,
    hydrogen: inBox(ofRings.hydrogen),
    // The cast states what the line does: one array for each quantity.
    quantities: Object.fromEntries(
      Object.entries(ofRings.quantities).map(([quantity, values]) => [quantity, inBox(values)]),
    ) as Media['quantities'],
  };
}
