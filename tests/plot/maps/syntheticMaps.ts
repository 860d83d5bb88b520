/** Maps of a density that is known everywhere, on cells that are finest around the Sun as the solver's are. */
import type { DensityMaps } from '../../../src/model/volumeSlices';
import { armCentreLines } from '../../../src/physics/spiralArmTables';
import type { MapInput } from '../../../src/plot/maps/mapInput';
import { refinedAxis } from '../../../src/solver/spatialGrid';
import { stretchedHeights } from '../../solver/alignedHeights';

export const radiusKpc = 20;
export const halfThicknessKpc = 5;

export type Density = (x: number, y: number, z: number) => number;

/** Falls by e in 6 kpc of radius and 2 kpc of height, from 1 at the Sun, to nothing where particles escape. */
export const exponential: Density = (x, y, z) => {
  const edge = (position: number) => Math.max(0, 1 - position ** 2);
  const shape = (r: number, height: number) =>
    Math.exp(-r / 6 - Math.abs(height) / 2) * edge(r / radiusKpc) * edge(height / halfThicknessKpc);
  return shape(Math.hypot(x, y), z) / shape(8.5, 0);
};

export function mapsOf(density: Density): DensityMaps {
  const xKpc = refinedAxis(61, [-radiusKpc, radiusKpc], 8.5, 0.22).centres;
  const yKpc = refinedAxis(61, [-radiusKpc, radiusKpc], 0, 0.22).centres;
  const zKpc = stretchedHeights(31, halfThicknessKpc, 0.035, 0.8).centres;
  const over = (heights: Float64Array, value: (x: number, other: number) => number) =>
    Float64Array.from({ length: xKpc.length * heights.length }, (_, c) =>
      value(xKpc[c % xKpc.length]!, heights[Math.floor(c / xKpc.length)]!),
    );
  return {
    ...{ xKpc, yKpc, zKpc },
    plane: over(yKpc, (x, y) => density(x, y, 0)),
    cut: over(zKpc, (x, z) => density(x, 0, z)),
    profile: zKpc.map((z) => density(8.5, 0, z)),
  };
}

export const arms = armCentreLines('faucherKaspi06', 0, [2, 18], 160);

export function mapInput(change: Partial<MapInput> = {}): MapInput {
  return {
    maps: mapsOf(exponential),
    fluxAtSun: 2e-4,
    innerHaloKpc: 0.8,
    halfThicknessKpc,
    arms: [],
    sources: [],
    theme: 'light',
    isMoving: false,
    ...change,
  };
}
