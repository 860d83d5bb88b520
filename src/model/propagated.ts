/** What a solve returns: plain data that can cross to and from a worker. */
import type { SolveKey, SpeciesKey } from './particles';

export type { SolveKey, SpeciesKey } from './particles';

/** Axisymmetric tiers. */
export const tierIds = ['live', 'settled', 'reference'] as const;
export type Tier = (typeof tierIds)[number];

/** Cells in each direction; z counts one half of the halo. */
export type GridCounts =
  | { readonly r: number; readonly z: number; readonly momentum: number }
  | { readonly x: number; readonly y: number; readonly z: number; readonly momentum: number };

/** "18 × 20 × 58 (r, z, p)". */
export function gridText(grid: GridCounts, times = '×'): string {
  const counts = 'r' in grid ? [grid.r, grid.z, grid.momentum] : [grid.x, grid.y, grid.z, grid.momentum];
  return `${counts.join(` ${times} `)} (${'r' in grid ? 'r, z, p' : 'x, y, z, p'})`;
}

export interface SolveReport {
  readonly tier: Tier | '3d';
  readonly grid: GridCounts;
  readonly iterations: number;
  /** Largest residual over the energies, relative to the source. */
  readonly residual: number;
  /** Of an axisymmetric solve: whether its iteration was compiled. If not, it takes a few times longer, and comes to the same. */
  readonly isCompiled?: boolean;
  readonly milliseconds: number;
  /**
   * Estimated largest relative error of the flux at the Sun above 0.1 GeV, from the grid; of the axisymmetric solve. Of several particles
   * of any that is shown, at the energies of network.ts.
   */
  readonly errorEstimate: number;
  /** 0: on the tier's own grid; from 1 on: on finer ones. */
  readonly refinement: number;
}

/** What a solve gives at the Sun before it is scaled and modulated; arrays share one length. */
export interface Propagated {
  readonly species: SolveKey;
  readonly report: SolveReport;
  readonly kineticEnergyGeV: Float64Array<ArrayBuffer>;
  /** Flux in arbitrary but fixed units: one unit of source density at the Sun. Of several particles that of the leading one. */
  readonly flux: Float64Array<ArrayBuffer>;
  /**
   * Of a solve of several particles the flux of each by its id, per kinetic energy per nucleon, in the units of the protons' solve
   * of the same model: what scales that to its reference flux scales these.
   */
  readonly fluxes?: Readonly<Record<string, Float64Array<ArrayBuffer>>>;
}

/**
 * An observable (model/observables.ts) as it is drawn and compared: fluxes in GeV^-1 m^-2 s^-1 sr^-1 on kinetic energy per nucleon,
 * or ratios of them.
 */
export interface ObservableSpectrum {
  readonly kineticEnergyGeV: Float64Array<ArrayBuffer>;
  readonly rigidityGV: Float64Array<ArrayBuffer>;
  readonly interstellar: Float64Array<ArrayBuffer>;
  readonly modulated: Float64Array<ArrayBuffer>;
  /** What the propagated sources give without the nearby ones, modulated. */
  readonly smooth: Float64Array<ArrayBuffer>;
  readonly nearby: readonly NearbySpectrum[];
  /**
   * The same at equal rigidity, where that is not the same with another unit: several isotopes are added at one or the other.
   * Whoever asks on an axis of rigidity takes this, if it is there.
   */
  readonly onRigidity?: RigiditySpectrum;
}

/** On rigidity; fluxes in GV^-1 m^-2 s^-1 sr^-1, or ratios of them. */
export type RigiditySpectrum = Readonly<
  Record<'rigidityGV' | 'interstellar' | 'modulated' | 'smooth', Float64Array<ArrayBuffer>>
>;

/** The spectrum of a single particle. */
export interface Spectrum extends ObservableSpectrum {
  readonly species: SpeciesKey;
}

/** The part of a spectrum that one nearby source gives. */
export interface NearbySpectrum {
  readonly id: string;
  readonly name: string;
  readonly interstellar: Float64Array<ArrayBuffer>;
  readonly modulated: Float64Array<ArrayBuffer>;
  /** Kinetic energy (GeV) up to which its particles have stayed within the inner halo, whose diffusion they are given. */
  readonly validUpToGeV: number;
  /** Dipole anisotropy of its particles alone. */
  readonly anisotropy: Float64Array<ArrayBuffer>;
}
