/** How finely the full three-dimensional tier solves. The figures behind these numbers: docs/model.md. */
import { sunRadiusKpc } from '../physics/units';
import type { BoxGrid } from '../solver/haloGrid';
import { refinedAxis } from '../solver/spatialGrid';
import type { Parameters } from './parameters/values';
import { particles, type SpeciesKey, speciesRecord } from './particles';
import { type TierSettings, tierSettings } from './tiers';

export interface BoxSettings extends TierSettings {
  /** Cells along x, and along the whole of y. */
  readonly lateralCells: number;
  /** Edge of the cells around the Sun. */
  readonly smallestKpc: number;
}

const settings = {
  ...tierSettings.settled,
  // Of the axisymmetric solve that comes first; the box has the same heights.
  radii: 30,
  heights: 31,
  firstHeightKpc: 0.035,
  lateralCells: 61,
  smallestKpc: 0.25,
  tolerance: 3e-4,
};

export const boxSettings: Record<SpeciesKey, BoxSettings> = speciesRecord((species) => ({
  ...settings,
  momentumWidth: settings.momentumWidth * particles[species].grid.boxWidth,
}));

/**
 * Which part of the density: that even or odd in y, or all of it. Where everything but the sources is symmetric under
 * y -> -y, the first two are independent problems on half the box. The Sun lies at y = 0, where the odd part vanishes.
 */
export const partIds = ['even', 'odd', 'whole'] as const;
export type Part = (typeof partIds)[number];

/** The cells of a part's box, x towards the Sun and the centre at zero. */
export function boxAxes(
  parameters: Parameters,
  { lateralCells, smallestKpc }: Pick<BoxSettings, 'lateralCells' | 'smallestKpc'>,
  part: Part,
): Omit<BoxGrid, 'z' | 'momentum'> {
  const edge = parameters.R;
  return {
    x: refinedAxis(lateralCells, [-edge, edge], sunRadiusKpc, smallestKpc),
    y:
      part === 'whole'
        ? refinedAxis(lateralCells, [-edge, edge], 0, smallestKpc)
        : refinedAxis(Math.ceil(lateralCells / 2), [0, edge], 0, smallestKpc),
    escapeRadius: edge,
    yBegins: part === 'even' ? 'mirror' : 'escape',
  };
}
