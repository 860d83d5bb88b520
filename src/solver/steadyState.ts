/**
 * Solves the assembled transport problem to a stated residual, or throws a typed error.
 *
 * GMRES, preconditioned by one cycle of shifted line solves. A factored step is taken 1.85 times as long as it says:
 * with two factors and the factor 2 this is Peaceman & Rachford's alternating-direction iteration, whose error falls by
 * prod |s - a||s - b| / (s + a)(s + b) over the shifts s, where plain steps leave (s^2 + a b) / (s + a)(s + b). The
 * shifts are spread geometrically over the spectrum of the diffusion operator (Wachspress 1966), from the slowest mode
 * of the halo to one cell.
 */
import { factorAndEliminate, substituteInBox } from './boxLines';
import { SolverError } from './errors';
import {
  type KrylovOptions,
  type KrylovReport,
  type KrylovWorkspace,
  krylovWorkspace,
  solveGmres,
} from './gmres';
import type { HaloGrid } from './haloGrid';
import { CompiledRing } from './kernel/compiledRing';
import {
  eliminateMomentum,
  factorMomentum,
  type MomentumFactors,
  momentumFactors,
  type ShiftedFactors,
  shiftedFactors,
  solveAcross,
  solveAlong,
  solveVertical,
  substituteMomentum,
} from './lineSolves';
import { roomFor } from './room';
import type { CellAxis } from './spatialGrid';
import { applyPlane, applyTransport } from './transportOperator';
import type { TransportOperator } from './transportTypes';

/** Solves as solveGmres with the cycle of these shifts; undefined where nothing can be compiled, and then g is as it was. */
export type CompiledSolve = (
  operator: TransportOperator,
  shifts: readonly number[],
  g: Float64Array,
  limits: KrylovOptions,
  onIteration?: () => void,
) => KrylovReport | undefined;

export interface SolveOptions {
  /** Residual 2-norm relative to the right-hand side. */
  readonly tolerance: number;
  readonly maximumIterations: number;
  /** By the iteration in TypeScript, to which the compiled one is held. */
  readonly isReadable?: boolean;
  /** The compiled iteration, if it is not the axisymmetric one: a march brings its own (boxMarch.ts). */
  readonly solveCompiled?: CompiledSolve;
  /** Called after each iteration: what a long solve is followed by. */
  readonly onIteration?: () => void;
}

export interface SteadyState {
  /** Ratio of the solution to the one-zone spectrum, per (x, z, r) cell. */
  readonly g: Float64Array<ArrayBuffer>;
  readonly iterations: number;
  /** Residual 2-norm relative to that of the right-hand side. */
  readonly residual: number;
  /** The compiled iteration (kernel/compiledRing.ts) was to be had. */
  readonly isCompiled: boolean;
}

/**
 * Directions after which GMRES begins anew. Most solves need ten; where reacceleration outruns escape thirty or more, none of them
 * forgotten. On large grids that many would be gigabytes: as many unknowns are kept in all.
 */
const [leastRestart, mostRestart, mostKept] = [30, 60, 33_000_000];
const restartOf = (size: number) =>
  Math.min(mostRestart, Math.max(leastRestart, Math.floor(mostKept / size)));
/** In a box each vector is up to twenty megabytes, and two or three iterations are the rule. */
const boxRestart = 3;
const overrelaxation = 1.85;
/** Ratio of neighbouring shifts: 4 to 6 costs least, measured on both models and species. */
const shiftRatio = 5;

/** The slowest decay of a lateral mode, 1/length^2, and the smallest cell, in the plane and above it. */
function lateralScales(grid: HaloGrid): { readonly slowest: number; readonly smallest: number } {
  if ('r' in grid) return { slowest: (2.4 / grid.r.faces[grid.r.count]!) ** 2, smallest: grid.z.faces[1]! };
  const { x, y } = grid;
  const length = (axis: CellAxis) => axis.faces[axis.count]! - axis.faces[0]!;
  const acrossLength = grid.yBegins === 'mirror' ? 2 * length(y) : length(y);
  return {
    slowest: (Math.PI / length(x)) ** 2 + (Math.PI / acrossLength) ** 2,
    smallest: grid.z.faces[1]!,
  };
}

/** Shifts (1/length^2) from the slowest diffusive mode of the domain to the fastest of its smallest cells. */
export function geometricShifts(grid: HaloGrid): number[] {
  const height = grid.z.faces[grid.z.count]!;
  const lateral = lateralScales(grid);
  const slowest = (Math.PI / (2 * height)) ** 2 + lateral.slowest;
  const fastest = 4 / lateral.smallest ** 2;
  const first = 1.2 * slowest;
  const last = Math.max(0.5 * fastest, first * shiftRatio);
  const count = Math.max(2, Math.round(Math.log(last / first) / Math.log(shiftRatio)) + 1);
  return Array.from({ length: count }, (_, i) => first * (last / first) ** (i / (count - 1)));
}

/** Room that one solve hands on to the next, which may be of another size: sketch and full solve, and other grids later. */
interface Workspace {
  readonly krylov: KrylovWorkspace;
  correction: Float64Array | undefined;
  readonly momentum: MomentumFactors[];
}

/** One cycle: for each shift, the line solves on what is left of the residual. Linear in its input. */
function cycle(
  operator: TransportOperator,
  factors: readonly ShiftedFactors[],
  refactor: boolean,
  input: Float64Array,
  out: Float64Array,
  v: Float64Array,
): void {
  const nk = operator.momenta;
  const plane = operator.size / nk;
  const eliminate = refactor ? factorAndEliminate : eliminateMomentum;
  const substitute = refactor ? substituteInBox : substituteMomentum;
  out.fill(0);
  for (let step = 0; step < factors.length; step++) {
    const lines = factors[step]!;
    for (let k = 0; k < nk; k++) {
      if (step === 0) v.fill(0, k * plane, (k + 1) * plane);
      else applyPlane(operator, out, k, v);
      eliminate(operator, lines, k, input, v);
    }
    // A plane is finished two planes late: back substitution still reads it until then.
    for (let k = nk - 1; k >= -2; k--) {
      if (k >= 0) substitute(operator, lines, k, v);
      const finished = k + 2;
      if (finished >= nk) continue;
      solveVertical(operator, lines, finished, v);
      solveAcross(operator, lines, finished, v);
      solveAlong(operator, lines, finished, v);
      for (let c = finished * plane; c < (finished + 1) * plane; c++)
        out[c] = out[c]! + overrelaxation * v[c]!;
    }
  }
}

function newWorkspace(vectors: number): Workspace {
  return { krylov: krylovWorkspace(vectors), correction: undefined, momentum: [] };
}

/** One is enough of each kind, because a solve ends before the next begins. */
const [ringWorkspace, boxWorkspace] = [newWorkspace(mostRestart), newWorkspace(boxRestart)];

/**
 * @param start a first guess for g, for example of neighbouring parameters; ignored if it has another size.
 * @throws SolverError `notConverged` if the residual stays above the tolerance, or the answer is not finite.
 */
export function solveSteadyState(
  operator: TransportOperator,
  options: SolveOptions,
  start?: Float64Array,
): SteadyState {
  const g = start?.length === operator.size ? new Float64Array(start) : new Float64Array(operator.size);
  return { g, ...improveSteadyState(operator, options, g) };
}

/**
 * Improves a first guess in place, or leaves it if its residual is no more than `enough`.
 *
 * @throws SolverError `notConverged` as above.
 */
export function improveSteadyState(
  operator: TransportOperator,
  options: SolveOptions,
  g: Float64Array,
  enough = options.tolerance,
): Omit<SteadyState, 'g'> {
  const shifts = geometricShifts(operator.grid);
  const limits = { tolerance: options.tolerance, enough, maximum: options.maximumIterations };
  const { solveCompiled = solveRing } = options;
  const compiled = options.isReadable
    ? undefined
    : solveCompiled(operator, shifts, g, limits, options.onIteration);
  return converged(
    compiled ?? solveReadably(operator, shifts, options, g, enough),
    options,
    compiled !== undefined,
  );
}

/** What is said of a solve that has converged. */
export function converged(
  report: KrylovReport,
  options: SolveOptions,
  isCompiled: boolean,
): Omit<SteadyState, 'g'> {
  if (!report.converged) {
    throw new SolverError(
      'notConverged',
      `The transport solve stopped at a residual of ${report.residual.toExponential(1)} after ${report.iterations} iterations; ${options.tolerance.toExponential(0)} is asked for.`,
    );
  }
  return { iterations: report.iterations, residual: report.residual, isCompiled };
}

const solveRing: CompiledSolve = (operator, shifts, g, limits) => {
  const ring = CompiledRing.load(operator, shifts);
  ring?.startFrom(g);
  return ring?.solve(g, limits);
};

/** The iteration that can be read, where nothing can be compiled. */
function solveReadably(
  operator: TransportOperator,
  shifts: readonly number[],
  options: SolveOptions,
  g: Float64Array,
  enough: number,
): KrylovReport {
  const isRing = operator.rows === 1;
  const workspace = isRing ? ringWorkspace : boxWorkspace;
  const { momentum } = workspace;
  const restart = isRing ? restartOf(operator.size) : workspace.krylov.restart;
  const correction = roomFor(Float64Array, workspace.correction, operator.size);
  workspace.correction = correction;
  // In a box the momentum lines of all shifts would be most of the memory.
  const refactors = operator.across !== null;
  const factors = shifts.map((shift, step) => {
    const slot = refactors ? 0 : step;
    const room = momentumFactors(operator, momentum[slot]);
    momentum[slot] = room;
    return shiftedFactors(operator, shift, room);
  });
  if (!refactors)
    for (const lines of factors)
      for (let k = 0; k < operator.momenta; k++) factorMomentum(operator, lines, k);
  return solveGmres(
    {
      apply: (v, out) => applyTransport(operator, v, out),
      precondition: (v, out) => {
        cycle(operator, factors, refactors, v, out, correction);
        options.onIteration?.();
      },
    },
    operator.rightHandSide,
    g,
    { tolerance: options.tolerance, enough, maximum: options.maximumIterations },
    { ...workspace.krylov, restart },
  );
}
