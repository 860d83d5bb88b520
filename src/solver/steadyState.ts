/** Solves the assembled transport problem to a stated residual, or throws a typed error. */
import { SolverError } from './errors';
import { type KrylovWorkspace, krylovWorkspace, solveGmres } from './gmres';
import { factorLines, type ShiftedFactors, solveLines } from './lineSolves';
import { applyTransport, type TransportOperator } from './transportOperator';

export interface SolveOptions {
  /** Residual 2-norm relative to the right-hand side. */
  readonly tolerance: number;
  readonly maximumIterations: number;
  /** Shifts (1/length^2) of one preconditioning cycle, in the order used. */
  readonly shifts: readonly number[];
}

export interface SteadyState {
  /** Ratio of the solution to the one-zone spectrum, per (x, z, r) cell. */
  readonly g: Float64Array;
  readonly iterations: number;
  /** Largest residual over the energies, relative to the right-hand side of the strongest energy. */
  readonly residual: number;
}

const restart = 30;

/** One cycle: for each shift, the line solves on what is left of the residual. Linear in its input. */
function cycle(
  operator: TransportOperator,
  factors: readonly ShiftedFactors[],
  input: Float64Array,
  out: Float64Array,
  residual: Float64Array,
  image: Float64Array,
): void {
  for (let step = 0; step < factors.length; step++) {
    if (step === 0) residual.set(input);
    else {
      applyTransport(operator, out, image);
      for (let c = 0; c < residual.length; c++) residual[c] = input[c]! - image[c]!;
    }
    solveLines(operator, factors[step]!, residual);
    if (step === 0) out.set(residual);
    else for (let c = 0; c < out.length; c++) out[c] = out[c]! + residual[c]!;
  }
}

function largestResidual(operator: TransportOperator, g: Float64Array, image: Float64Array): number {
  applyTransport(operator, g, image);
  const { rightHandSide, grid } = operator;
  const plane = grid.r.count * grid.z.count;
  let worst = 0;
  let strongest = 0;
  for (let k = 0; k < grid.momentum.count; k++) {
    let square = 0;
    let source = 0;
    for (let c = k * plane; c < (k + 1) * plane; c++) {
      square += (rightHandSide[c]! - image[c]!) ** 2;
      source += rightHandSide[c]! ** 2;
    }
    worst = Math.max(worst, square);
    strongest = Math.max(strongest, source);
  }
  return Math.sqrt(worst / strongest);
}

let workspace: { size: number; krylov: KrylovWorkspace; residual: Float64Array; image: Float64Array } | undefined;

/** @throws SolverError `notConverged` if the residual stays above the tolerance or the answer is not finite and positive. */
export function solveSteadyState(operator: TransportOperator, options: SolveOptions, start?: Float64Array): SteadyState {
  if (workspace?.size !== operator.size) {
    workspace = {
      size: operator.size,
      krylov: krylovWorkspace(operator.size, restart),
      residual: new Float64Array(operator.size),
      image: new Float64Array(operator.size),
    };
  }
  const { krylov, residual, image } = workspace;
  const factors = options.shifts.map((shift) => factorLines(operator, shift));
  const g = start ? start.slice() : new Float64Array(operator.size);
  const report = solveGmres(
    {
      apply: (v, out) => applyTransport(operator, v, out),
      precondition: (v, out) => cycle(operator, factors, v, out, residual, image),
    },
    operator.rightHandSide,
    g,
    { tolerance: options.tolerance, maximum: options.maximumIterations },
    krylov,
  );
  if (!report.converged) {
    throw new SolverError(
      'notConverged',
      `The transport solve did not reach a residual of ${options.tolerance} in ${options.maximumIterations} iterations.`,
    );
  }
  return { g, iterations: report.iterations, residual: largestResidual(operator, g, image) };
}
