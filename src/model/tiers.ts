/** How finely each tier solves, and to what residual. The figures behind these numbers: docs/model.md. */
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { gradedMomentumGrid } from '../solver/momentumGrid';
import { stretchedHeights, stretchedRadii } from '../solver/spatialGrid';
import type { SolveOptions } from '../solver/steadyState';
import type { TransportGrid } from '../solver/transportOperator';
import type { Parameters } from './parameters';
import type { SpeciesKey, Tier } from './propagated';

export interface TierSettings extends SolveOptions {
  readonly radii: number;
  readonly heights: number;
  /** Thickness of the cell next to the plane. */
  readonly firstHeightKpc: number;
  /** Multiplies the width of every momentum cell. */
  readonly momentumWidth: number;
}

export const tierSettings: Record<Tier, TierSettings> = {
  live: {
    radii: 20,
    heights: 14,
    firstHeightKpc: 0.07,
    momentumWidth: 1.4,
    tolerance: 1e-3,
    maximumIterations: 60,
  },
  settled: {
    radii: 18,
    heights: 16,
    firstHeightKpc: 0.05,
    momentumWidth: 1,
    tolerance: 3e-5,
    maximumIterations: 100,
  },
  reference: {
    radii: 60,
    heights: 48,
    firstHeightKpc: 0.02,
    momentumWidth: 0.35,
    tolerance: 1e-7,
    maximumIterations: 200,
  },
};

/** Kinetic energies (GeV) between which the equation is solved: from 1 MeV to well above the last one shown. */
export const solvedRangeGeV: Record<SpeciesKey, readonly [number, number]> = {
  p: [1e-3, 1e8],
  'e-': [1e-3, 3e6],
};
/** Kinetic energies (GeV) at which the answer is given. */
export const givenRangeGeV: Record<SpeciesKey, readonly [number, number]> = {
  p: [1e-2, 1e7],
  'e-': [1e-2, 1e5],
};

/** Width of a momentum cell in ln p at kinetic energy E (GeV): finest where breaks, losses and reacceleration meet. */
function momentumCellWidth(species: SpeciesKey, energyGeV: number): number {
  const decades = Math.log10(energyGeV);
  // Widths at 1 MeV, 30 MeV, 0.3-30 GeV, 300 GeV, 10 TeV and above, joined linearly in log E.
  const table: readonly (readonly [number, number])[] =
    species === 'p'
      ? [
          [-3, 0.5],
          [-1.5, 0.32],
          [-0.5, 0.24],
          [1.5, 0.24],
          [3, 0.5],
          [8, 0.6],
        ]
      : [
          [-3, 0.5],
          [-1.5, 0.36],
          [-0.5, 0.22],
          [-0.1, 0.12],
          [0.5, 0.12],
          [1, 0.2],
          [1.5, 0.24],
          [2.5, 0.32],
          [7, 0.36],
        ];
  for (let i = 1; i < table.length; i++) {
    const [x0, y0] = table[i - 1]!;
    const [x1, y1] = table[i]!;
    if (decades <= x1) return y0 + ((y1 - y0) * Math.max(0, decades - x0)) / (x1 - x0);
  }
  return table.at(-1)![1];
}

/** The grid of a tier for a model's geometry. */
export function transportGrid(
  parameters: Parameters,
  species: SpeciesKey,
  settings: TierSettings,
): TransportGrid {
  const particle = speciesTable[species];
  const logMomentum = (energyGeV: number) =>
    Math.log(momentumFromKineticEnergy(particle, kineticEnergyPerNucleonGeV(energyGeV)));
  const [lowest, highest] = solvedRangeGeV[species];
  const width = (x: number) => {
    const p = Math.exp(x);
    const mass = particle.massGeV;
    return (
      settings.momentumWidth * momentumCellWidth(species, (p * p) / (Math.sqrt(p * p + mass * mass) + mass))
    );
  };
  const innerEdgeKpc = sunRadiusKpc + 2.5;
  return {
    r: stretchedRadii(
      settings.radii,
      parameters.R,
      innerEdgeKpc,
      innerEdgeKpc / Math.round(settings.radii * 0.7),
    ),
    z: stretchedHeights(
      settings.heights,
      parameters.L,
      settings.firstHeightKpc,
      // Also in one halo, where it marks nothing: models that differ only in profile then share one grid.
      parameters.xi * parameters.L,
    ),
    momentum: gradedMomentumGrid(logMomentum(lowest), logMomentum(highest), width),
  };
}
