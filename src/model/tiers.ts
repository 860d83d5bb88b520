/** How finely each tier solves, and to what residual. The figures behind these numbers: docs/model.md. */
import { injectedFromGeV, injectionBreaks } from '../physics/injection';
import {
  kineticEnergyFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  momentumFromRigidity,
  momentumGeV,
  rigidityGV,
} from '../physics/kinematics';
import type { Species } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import type { TransportGrid } from '../solver/haloGrid';
import { interpolateCubic, nodeBelow } from '../solver/interpolate';
import { kinkedMomentumGrid, type MomentumGrid } from '../solver/momentumGrid';
import { discHeights, stretchedRadii } from '../solver/spatialGrid';
import type { SolveOptions } from '../solver/steadyState';
import type { Parameters } from './parameters/values';
import type { MomentumWidths } from './particles';
import type { Tier } from './propagated';
import type { Transported } from './transported';

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
  /** Lowest kinetic energy that is solved where reacceleration acts; the model's own unless told. */
  readonly lowestGeV?: number;
  /** Nuclei begin with a slab in the place of a sketch. */
  readonly nucleiFromSlab?: true;
}

export const tierSettings: Record<Tier, TierSettings> = {
  live: {
    radii: 14,
    heights: 13,
    firstHeightKpc: 0.07,
    momentumWidth: 1.4,
    tolerance: 3e-4,
    maximumIterations: 150,
    nucleiFromSlab: true,
  },
  settled: {
    radii: 18,
    heights: 20,
    firstHeightKpc: 0.048,
    momentumWidth: 1,
    tolerance: 1e-5,
    maximumIterations: 150,
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

/** How much finer each refinement is, in space and in momentum alike. */
export const cellRefinement = 1.5;

/** A tier's settings with finer cells; 0 is the tier itself. */
export function refinedSettings(settings: TierSettings, refinement: number): TierSettings {
  if (refinement === 0) return settings;
  const finer = cellRefinement ** refinement;
  return {
    ...settings,
    radii: Math.round(settings.radii * finer),
    heights: Math.round(settings.heights * finer),
    firstHeightKpc: settings.firstHeightKpc / finer,
    momentumWidth: settings.momentumWidth / finer,
  };
}

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

/** In units of the cutoff; what is injected above, e^-20 of the power law, is dropped. */
export const highestOverCutoff = 20;

/** Kinetic energies (GeV) between which the equation is solved for a model, to within a cell. */
export function solvedRangeGeV(
  parameters: Parameters,
  { grid, cutoffGV }: Transported,
  lowestGeV: number = grid.lowestGeV,
): readonly [number, number] {
  const comesUp = parameters.reacceleration === 'on' && parameters.vA > 0;
  return [comesUp ? lowestGeV : injectedFromGeV, Math.min(grid.highestGeV, highestOverCutoff * cutoffGV)];
}

/** How much smaller cells are next to a jump of the diffusion coefficient than elsewhere at the same height. */
const jumpRefinement = 4;
/** How many times more cells there are then. */
const cellsAcrossJump = 1.4;

/** Cells in ln p at an injection break for each unit by which the slope changes. */
const cellsAcrossBreak = 3;
/** Bending beyond which cells shrink no further. */
const largestBending = 5;
/**
 * Curvature |(ln n)''| of a spectrum that plain cells resolve, the largest for which cells shrink further, and width times the
 * root of what is above. Most spectra have none: it is for the top and the foot of a wall, over which the flux falls by decades.
 */
export const plainCurvature = 9;
const largestCurvature = 150;
const curvatureWidth = 0.2;

/** Kinetic energy (GeV) at x = ln p. */
function energyAt(species: Species, x: number): number {
  return kineticEnergyFromMomentum(species, momentumGeV(Math.exp(x)));
}

/** Width of a power law's cells at an energy. */
function plainWidth({ below, above, turnGeV }: MomentumWidths, energyGeV: number): number {
  // Turns over one decade to either side.
  return below + (above - below) * 0.5 * (1 + Math.tanh(Math.log10(energyGeV / turnGeV)));
}

/** Cells for a spectrum not known yet. */
export function sketchMomentumGrid(
  parameters: Parameters,
  particle: Transported,
  settings: Pick<TierSettings, 'momentumWidth' | 'lowestGeV'>,
  curvature?: Curvature,
): MomentumGrid {
  const walls = curvature && wallDensity(curvature);
  return momentumGrid(parameters, particle, settings.lowestGeV, (x) => {
    const energyGeV = energyAt(particle.species, x);
    const plain = plainWidth(particle.grid.sketch, energyGeV);
    const wall = walls ? givenShare(particle, energyGeV) * walls(x) : 0;
    return settings.momentumWidth / together(1 / plain, wall);
  });
}

/** |(ln n)''| of a spectrum at ascending momenta x = ln p. */
export interface Curvature {
  readonly x: Float64Array;
  readonly value: Float64Array;
}

/** Whether a spectrum bends anywhere more than plain cells resolve. */
export function hasWalls({ value }: Curvature): boolean {
  return value.some((c) => c > plainCurvature);
}

/** Cells per unit of ln p that a wall asks for. */
function wallDensity({ x, value }: Curvature): ((at: number) => number) | undefined {
  if (!hasWalls({ x, value })) return undefined;
  const excess = smoothed(value.map((c) => Math.min(Math.max(c - plainCurvature, 0), largestCurvature)));
  return (at) => Math.sqrt(Math.max(0, interpolateLinear(x, excess, at))) / curvatureWidth;
}

function interpolateLinear(x: Float64Array, y: Float64Array, at: number): number {
  const node = nodeBelow(x, at);
  const share = Math.min(Math.max((at - x[node]!) / (x[node + 1]! - x[node]!), 0), 1);
  return y[node]! + share * (y[node + 1]! - y[node]!);
}

/** Cells that are fine where the sketch says so: bending and curvature at the same momenta. */
export function adaptedMomentumGrid(
  parameters: Parameters,
  particle: Transported,
  settings: TierSettings,
  bending: Float64Array,
  curvature: Curvature,
): MomentumGrid {
  const { x } = curvature;
  const walls = wallDensity(curvature);
  const smooth = smoothed(bending.map((value) => Math.min(value, largestBending)));
  return momentumGrid(parameters, particle, settings.lowestGeV, (at) => {
    const energyGeV = energyAt(particle.species, at);
    const given = givenShare(particle, energyGeV);
    const plain = plainWidth(particle.grid.widest, energyGeV);
    const bent = given * Math.max(0, interpolateCubic(x, smooth, at));
    const wall = walls ? given * walls(at) : 0;
    return settings.momentumWidth / together(Math.sqrt(bent) / particle.grid.bending, 1 / plain, wall);
  });
}

/** Cells for several reasons: the root of the sum of squares, which Math.hypot takes ten times as long for. */
function together(one: number, other: number, third = 0): number {
  return Math.sqrt(one * one + other * other + third * third);
}

/** How much bends matter: fully where answers are given, little below, where only the number of particles counts. */
function givenShare({ givenGeV }: Transported, energyGeV: number): number {
  return 0.05 + 0.475 * (1 + Math.tanh(2 * Math.log10(energyGeV / givenGeV[0])));
}

/** 1 where answers are given, 0 far beyond the injection cutoff. */
export function shareBelowCutoff({ species, cutoffGV }: Transported, x: number): number {
  return Math.exp(-((energyAt(species, x) / (4 * cutoffGV)) ** 4));
}

/** Faces stand where injection begins and at its breaks, at which a spectrum bends sharply where nothing smooths it. */
function momentumGrid(
  parameters: Parameters,
  particle: Transported,
  lowestGeV: number | undefined,
  width: (x: number) => number,
): MomentumGrid {
  const { species, injection } = particle;
  const logMomentum = (energyGeV: number) =>
    Math.log(momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energyGeV)));
  const [lowest, highest] = solvedRangeGeV(parameters, particle, lowestGeV);
  const given = injection === null ? [] : injectionBreaks(injection);
  const breaks = given.map(({ rigidityGV: value, slopeChange }) => ({
    at: Math.log(momentumFromRigidity(species, rigidityGV(value))),
    density: cellsAcrossBreak * Math.abs(slopeChange),
  }));
  return kinkedMomentumGrid(
    logMomentum(lowest),
    [logMomentum(injectedFromGeV), ...breaks.map(({ at }) => at)],
    logMomentum(highest),
    (x) => {
      let cells = 1 / width(x);
      for (const { at, density } of breaks) cells = together(cells, density * Math.exp(-Math.abs(x - at)));
      return 1 / cells;
    },
  );
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

/** Fall of ln D from the plane to the outer halo that plain cells resolve. */
const plainFall = 2;
/** Cells asked for at the outer edge of the inner halo by each further unit, for each scale height of the fall there. */
const cellsAcrossFurtherFall = 4;
/** A fall that is steeper than this power of the height is taken for it: cells elsewhere must not be missed. */
const steepestFall = 3;
/** From this power on the layer is thinner than these cells: they grow more in proportion. */
const nearlyAStep = 10;
/** Whose fall: of an electron at the lowest energy for which errors are estimated. */
const lowestRigidityGV = 0.1;
/** A layer in which particles are accelerated reaches this share of the inner halo's height beyond it. */
const layerBeyondInnerHalo = 0.6;
/** Speed (km/s) at which the layer matters half. */
const layerSpeedKmPerS = 10;

/**
 * Further cells for each kpc where D falls steeply with height. The rate of reacceleration, vA^2/D, rises as steeply there:
 * particles of low rigidity are accelerated in a thin layer around the edge of the inner halo, and what comes down from it may be
 * all there is at the Sun.
 */
function cellsAcrossFall(parameters: Parameters): ((zKpc: number) => number) | undefined {
  const { profile, Delta, rho0, xi, L, n, vA, reacceleration } = parameters;
  const further = Delta * Math.log(rho0 / lowestRigidityGV) - plainFall;
  const share = reacceleration === 'on' ? vA ** 2 / (vA ** 2 + layerSpeedKmPerS ** 2) : 0;
  if (profile !== 'smooth' || further <= 0 || share === 0) return undefined;
  const edgeKpc = xi * L;
  const power = Math.min(n, steepestFall);
  const atEdge = (cellsAcrossFurtherFall * further * share * power * Math.max(1, n / nearlyAStep)) / edgeKpc;
  return (zKpc) => {
    const depth = zKpc / edgeKpc;
    return atEdge * (depth < 1 ? depth ** (power - 1) : 1 / (1 + ((depth - 1) / layerBeyondInnerHalo) ** 2));
  };
}

/** The cells in space of a tier for a model's geometry. */
export function spatialGrid(
  parameters: Parameters,
  settings: SpatialSettings,
): Pick<TransportGrid, 'r' | 'z'> {
  const innerEdgeKpc = sunRadiusKpc + 2.5;
  const jumps = parameters.profile === 'step' && parameters.Delta > 0;
  return {
    r: stretchedRadii(
      settings.radii,
      parameters.R,
      innerEdgeKpc,
      innerEdgeKpc / Math.round(settings.radii * 0.7),
    ),
    z: discHeights(
      jumps ? Math.round(settings.heights * cellsAcrossJump) : settings.heights,
      parameters.L,
      settings.firstHeightKpc,
      jumps ? { at: parameters.xi * parameters.L, refinement: jumpRefinement } : undefined,
      cellsAcrossFall(parameters),
    ),
  };
}
