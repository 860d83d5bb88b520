/** Shapes of the transport problem and of its operator; who makes them and what they mean stands in transportOperator.ts. */
import type { RowScales } from './cellMeans';
import type { HaloGrid, TransportGrid } from './haloGrid';

/** A density on a grid of its own, per (momentum, height, radius) cell. */
export interface KnownDensity {
  readonly grid: TransportGrid;
  readonly g: Float64Array;
}

/** The density relative to the weight, as known before the solve, per cell in space. Positive. */
export interface LocalShape {
  /** w-weighted average over momentum cell k. */
  inCells(k: number): Float64Array;
  /** At the lower face of momentum cell k; k up to the number of cells, for the top. */
  atFace(k: number): Float64Array;
}

/** A shape whose cells are one array, and its faces another. */
export interface SolvedShape extends LocalShape {
  readonly everywhere: Float64Array;
  readonly everyFace: Float64Array;
  /** What it is resampled from: the compiled assembly makes the arrays itself, and these are made when they are asked for. */
  readonly known?: KnownDensity;
}

/**
 * Diffusion as a power of rigidity, D(z, f) = speed[f] exp(slopeAt(z) logRigidity[f]), and that in momentum, accelerationAt(z) / D:
 * what the compiled assembly takes in place of functions of both.
 */
export interface DiffusionPowers {
  readonly speed: Float64Array;
  readonly logRigidity: Float64Array;
  slopeAt(z: number): number;
  accelerationAt(z: number): number;
}

/** A rate that factors into what the medium is (per cell in space) and what the particle feels (per fine node). */
export interface SeparableRate {
  readonly medium: Float64Array;
  readonly rate: Float64Array;
}

export interface TransportCoefficients {
  /** Spatial diffusion at height z and fine momentum node. */
  diffusion(z: number, fine: number): number;
  /** Velocity of a wind V(z) away from the plane, at heights z > 0; none where it is left out. */
  readonly wind?: (z: number) => number;
  /**
   * A momentum loss rate in the plane z = 0 itself, integrated over one side of it (length/time): what a wind that sets out from
   * the plane at once takes from particles there.
   */
  readonly planeLoss?: number;
  /** A height at which diffusion jumps or bends: cells that hold it are integrated on either side. */
  readonly kinkHeight?: number;
  /** Momentum diffusion Dpp/p^2 at height z and fine node. */
  momentumDiffusion(z: number, fine: number): number;
  /** Momentum loss rates -pdot/p. */
  readonly losses: readonly SeparableRate[];
  /** Destruction rates. */
  readonly sinks: readonly SeparableRate[];
  /** p Q; zero below momentum cell `from`, if given: its first node still counts for that cell alone. */
  readonly source: SeparableRate & { readonly from?: number };
  /** What other particles bring, per (momentum, height, radius) cell: the integral of p Q over the momentum cell. */
  readonly born?: Float64Array;
  /** Spectrum w > 0 on the fine nodes. */
  readonly weight: Float64Array;
  /** Rate on the fine nodes by which rows are divided. */
  readonly rowScale: Float64Array;
  /** The density relative to w as far as it is known beforehand; the better, the smaller the error in momentum. */
  readonly shape?: LocalShape;
  /**
   * Takes what losses carry from one cell only: 'fitted' together with reacceleration, which is positive whatever the weight; or
   * 'upwind' beside it, which is what codes with a first-order energy step solve.
   */
  readonly firstOrderLosses?: 'fitted' | 'upwind';
}

/** Of an axisymmetric problem, in the form that can be assembled by compiled code. */
export interface RingCoefficients extends TransportCoefficients {
  /** `diffusion` and `momentumDiffusion` as powers. */
  readonly powers: DiffusionPowers;
  readonly shape: SolvedShape;
}

/**
 * Three-point matrices of second derivatives along one direction, without the diffusion coefficient, for every cell at one
 * height.
 */
export interface LineStencil {
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
  readonly upper: Float64Array;
}

export interface VerticalStencil {
  /** Mean diffusion per (momentum, height) cell, for the lateral fluxes. */
  readonly lateralDiffusion: Float64Array;
  /** Velocity of the wind per (momentum, height) cell, in the units of the rows; null where there is none. */
  readonly windSpeed: Float64Array | null;
  /**
   * What arrives from the cell below and above, per (momentum, height) cell; beyond the top one there is nothing, and what is
   * stated there leads out of the halo.
   */
  readonly down: Float64Array;
  readonly up: Float64Array;
  /** What leaves, both ways. Without a wind, as much as would arrive. */
  readonly verticalDiagonal: Float64Array;
}

/** Single precision in boxes, where coefficients are most of what has to be kept and moved. */
export type Coefficients = Float64Array | Float32Array;

/**
 * Bands of the momentum lines per cell of a window: coupling to the cell below, itself, the next and the second next
 * above. At the ends of a window they lead to cells outside of it.
 */
export interface MomentumStencil {
  readonly below: Coefficients;
  readonly diagonal: Coefficients;
  readonly above: Coefficients;
  readonly secondAbove: Coefficients;
}

/** The operator on all momentum cells of a grid, or on a window of them; its arrays count from the window's first. */
export interface TransportOperator extends RowScales, VerticalStencil {
  readonly grid: HaloGrid;
  /** Cells at one height: `rows` rows of `rowLength` cells. */
  readonly rowLength: number;
  readonly rows: number;
  readonly momenta: number;
  readonly size: number;
  /** In r, or in x. */
  readonly along: LineStencil;
  /** In y; null where there is one row only. */
  readonly across: LineStencil | null;
  /** Of both together. */
  readonly lateralDiagonal: Float64Array;
  readonly momentum: MomentumStencil;
  readonly rightHandSide: Float64Array;
}
