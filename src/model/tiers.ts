/** How finely each tier solves, and to what residual. The figures behind these numbers: docs/model.md. */
import {
  kineticEnergyFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  momentumGeV,
} from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import type { TransportGrid } from '../solver/haloGrid';
import { interpolateCubic } from '../solver/interpolate';
import { gradedMomentumGrid, type MomentumGrid } from '../solver/momentumGrid';
import { heightsAcrossJump, stretchedHeights, stretchedRadii } from '../solver/spatialGrid';
import type { SolveOptions } from '../solver/steadyState';
import type { Parameters } from './parameters';
import type { SpeciesKey, Tier } from './propagated';

export { acceptedError, finestRefinement, needsRefinement } from './refinement';

export interface SpatialSettings {
  readonly radii: number;
  readonly heights: number;
  /** Thickness of the cell next to the plane. */
  readonly firstHeightKpc: number;
}

export interface TierSettings extends SolveOptions, SpatialSettings {
  /** Multiplies the width of every momentum cell. */
  readonly momentumWidth: number;
}

export const tierSettings: Record<Tier, TierSettings> = {
  live: {
    radii: 14,
    heights: 13,
    firstHeightKpc: 0.07,
    momentumWidth: 1.4,
    tolerance: 3e-4,
    maximumIterations: 60,
  },
  settled: {
    radii: 18,
    heights: 20,
    firstHeightKpc: 0.048,
    momentumWidth: 1,
    tolerance: 1e-5,
    maximumIterations: 60,
  },
  reference: {
    radii: 36,
    heights: 45,
    firstHeightKpc: 0.02,
    momentumWidth: 0.5,
    tolerance: 1e-6,
    maximumIterations: 200,
  },
};

/** How much wider than a tier's the cells of a solve may be: 1 is the tier itself. */
export const coarseningRange: readonly [number, number] = [1, 4];

/** A tier's settings with every cell, in radius, height and momentum, wider by a factor: to show what a coarse grid does. */
export function coarsenedSettings(settings: TierSettings, coarsening: number): TierSettings {
  if (coarsening === 1) return settings;
  return {
    ...settings,
    radii: Math.round(settings.radii / coarsening),
    heights: Math.round(settings.heights / coarsening),
    firstHeightKpc: settings.firstHeightKpc * coarsening,
    momentumWidth: settings.momentumWidth * coarsening,
  };
}

/** Reacceleration carries the lowest energies up: starting at 0.1 GeV instead costs 41 % at 1 GeV. */
const lowestSolvedGeV = 1e-3;
/** Well above the last energy shown, unless injection is cut off before. */
const highestSolvedGeV: Record<SpeciesKey, number> = { p: 1e8, 'e-': 3e6 };
/** In units of the cutoff; what is injected above, e^-20 of the power law, is dropped. */
export const highestOverCutoff = 20;

/** The parameter that cuts a species' injection off. */
export function cutoffParameter(species: SpeciesKey): 'p.rhoCut' | 'e.rhoCut' {
  return species === 'p' ? 'p.rhoCut' : 'e.rhoCut';
}

/** Kinetic energies (GeV) between which the equation is solved for a model. */
export function solvedRangeGeV(parameters: Parameters, species: SpeciesKey): readonly [number, number] {
  const cutoffGV = parameters[cutoffParameter(species)];
  return [lowestSolvedGeV, Math.min(highestSolvedGeV[species], highestOverCutoff * cutoffGV)];
}

/** Kinetic energies (GeV) at which the answer is given. */
export const givenRangeGeV: Record<SpeciesKey, readonly [number, number]> = {
  p: [1e-2, 1e7],
  'e-': [1e-2, 1e5],
};

/** Widths of the momentum cells, in ln p. */
export interface MomentumWidths {
  /** Where the spectrum is a power law, at low and at high energy. */
  readonly below: number;
  readonly above: number;
  /** Kinetic energy (GeV) around which one turns into the other. */
  readonly turnGeV: number;
}

/** The cells of the sketch, which knows nothing of the spectrum yet. */
export const sketchWidths: Record<SpeciesKey, MomentumWidths> = {
  p: { below: 0.2, above: 0.5, turnGeV: 300 },
  'e-': { below: 0.15, above: 0.3, turnGeV: 30 },
};
/** The widest cells of the full solve. */
export const widestCells: Record<SpeciesKey, MomentumWidths> = {
  p: { below: 0.5, above: 0.7, turnGeV: 300 },
  'e-': { below: 0.5, above: 0.5, turnGeV: 100 },
};
/** Width times the root of the bending. */
const bendingWidth: Record<SpeciesKey, number> = { p: 0.19, 'e-': 0.15 };
/** Bending beyond which cells shrink no further. */
const largestBending = 5;

/** Width of a power law's cells at x = ln p. */
function plainWidth(species: SpeciesKey, { below, above, turnGeV }: MomentumWidths, x: number): number {
  const energyGeV = kineticEnergyFromMomentum(speciesTable[species], momentumGeV(Math.exp(x)));
  // Turns over one decade to either side.
  return below + (above - below) * 0.5 * (1 + Math.tanh(Math.log10(energyGeV / turnGeV)));
}

/** Cells for a spectrum not known yet. */
export function sketchMomentumGrid(
  parameters: Parameters,
  species: SpeciesKey,
  settings: TierSettings,
): MomentumGrid {
  const [lower, upper] = logMomentumRange(parameters, species);
  return gradedMomentumGrid(
    lower,
    upper,
    (x) => settings.momentumWidth * plainWidth(species, sketchWidths[species], x),
  );
}

/** Cells that are fine where the sketch says so: `bending` at the ascending momenta x = ln p. */
export function adaptedMomentumGrid(
  parameters: Parameters,
  species: SpeciesKey,
  settings: TierSettings,
  x: Float64Array,
  bending: Float64Array,
): MomentumGrid {
  const [lower, upper] = logMomentumRange(parameters, species);
  const smooth = smoothed(bending.map((value) => Math.min(value, largestBending)));
  return gradedMomentumGrid(lower, upper, (at) => {
    const plain = plainWidth(species, widestCells[species], at);
    const bent = Math.max(0, interpolateCubic(x, smooth, at));
    return settings.momentumWidth / Math.hypot(Math.sqrt(bent) / bendingWidth[species], 1 / plain);
  });
}

function logMomentumRange(parameters: Parameters, species: SpeciesKey): [number, number] {
  const [lowest, highest] = solvedRangeGeV(parameters, species);
  const logMomentum = (energyGeV: number) =>
    Math.log(momentumFromKineticEnergy(speciesTable[species], kineticEnergyPerNucleonGeV(energyGeV)));
  return [logMomentum(lowest), logMomentum(highest)];
}

/** Three running means over three cells: widths must vary slowly to keep second order. */
function smoothed(values: Float64Array): Float64Array {
  let current = values;
  for (let pass = 0; pass < 3; pass++) {
    const previous = current;
    current = previous.map((_, i) => {
      const first = Math.max(0, i - 1);
      const last = Math.min(previous.length - 1, i + 1);
      let sum = 0;
      for (let j = first; j <= last; j++) sum += previous[j]!;
      return sum / (last - first + 1);
    });
  }
  return current;
}

/** The cells in space of a tier for a model's geometry. */
export function spatialGrid(
  parameters: Parameters,
  settings: SpatialSettings,
): Pick<TransportGrid, 'r' | 'z'> {
  const innerEdgeKpc = sunRadiusKpc + 2.5;
  return {
    r: stretchedRadii(
      settings.radii,
      parameters.R,
      innerEdgeKpc,
      innerEdgeKpc / Math.round(settings.radii * 0.7),
    ),
    // The face at the inner halo's edge is there also in one halo, where it marks nothing: models that differ only in
    // their profile then share one grid.
    z: (parameters.profile === 'step' && parameters.Delta > 0 ? heightsAcrossJump : stretchedHeights)(
      settings.heights,
      parameters.L,
      settings.firstHeightKpc,
      parameters.xi * parameters.L,
    ),
  };
}
