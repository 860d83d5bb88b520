/**
 * The compiled assembly and iteration (kernel.c) as a drop-in for those of transportOperator.ts and steadyState.ts, for axisymmetric
 * problems. They have a memory of their own: a problem is copied in, its solution out, and what a solve needs in between is laid out
 * there once and used again by the next. A problem is an operator, or what one is made from.
 */
import { rowScales } from '../cellMeans';
import type { KrylovOptions, KrylovReport } from '../gmres';
import { planeSize, type TransportGrid } from '../haloGrid';
import { largestShape, smallestShape } from '../observe';
import { assembleRadial } from '../spatialStencil';
import { assembleSource } from '../transportOperator';
import type { KnownDensity, LineStencil, RingCoefficients, TransportOperator } from '../transportTypes';
import { type KernelExports, kernelExports, putArrays } from './kernel';
import { powerTerms } from './powerTerms';

/** Where ring.c wants what, in the order of its table of addresses. */
const slots = [
  'staging',
  'shifts',
  'lower',
  'diagonal',
  'upper',
  'lateral',
  'down',
  'up',
  'vertical',
  'wind',
  'below',
  'middle',
  'above',
  'secondAbove',
  'rightHandSide',
  'g',
] as const;
type Addresses = Record<(typeof slots)[number], number>;

/** As many as ring.c keeps factors of; grids have six or seven. */
const mostShifts = 16;

/** What a solve starts from: a density on any grid, the shape of its problem, or nothing. */
export type Start = KnownDensity | 'shape' | undefined;

/** An axisymmetric problem in the memory of the compiled module. It is lost when the next one is loaded. */
export class CompiledRing {
  private constructor(
    private readonly ring: KernelExports,
    private readonly at: Addresses,
    readonly size: number,
  ) {}

  /**
   * @param shifts of the cycle, 1/length^2.
   * @returns undefined where the module cannot be had, or its memory does not suffice.
   */
  static load(operator: TransportOperator, shifts: readonly number[]): CompiledRing | undefined {
    const { grid, momentum } = operator;
    if (!('r' in grid) || operator.momenta !== grid.momentum.count) return undefined;
    const problem = CompiledRing.begin(grid, shifts, operator.along, operator.windSpeed !== null);
    if (problem === undefined) return undefined;
    const { at, ring } = problem;
    problem.write(at.lateral, operator.lateralDiffusion);
    problem.write(at.down, operator.down);
    problem.write(at.up, operator.up);
    problem.write(at.vertical, operator.verticalDiagonal);
    if (operator.windSpeed !== null) problem.write(at.wind, operator.windSpeed);
    problem.writeCells(at.below, momentum.below);
    problem.writeCells(at.middle, momentum.diagonal);
    problem.writeCells(at.above, momentum.above);
    problem.writeCells(at.secondAbove, momentum.secondAbove);
    problem.writeCells(at.rightHandSide, operator.rightHandSide);
    ring.prepare();
    return problem;
  }

  /**
   * The same from coefficients, and what a solve is to start from.
   *
   * @returns undefined also where losses are upwind of first order, which only comparisons want.
   */
  static assemble(
    grid: TransportGrid,
    coefficients: RingCoefficients,
    shifts: readonly number[],
    start: Start,
  ): CompiledRing | undefined {
    const { shape, weight, rowScale, source, planeLoss = 0, firstOrderLosses } = coefficients;
    if (firstOrderLosses === 'upwind') return undefined;
    const terms = powerTerms(grid.z, grid.momentum.fine, coefficients);
    const hasWind = coefficients.wind !== undefined;
    const problem = CompiledRing.begin(grid, shifts, assembleRadial(grid.r), hasWind);
    if (problem === undefined) return undefined;
    const { ring } = problem;
    const { faces, centres } = grid.momentum;
    const isMade =
      putArrays(ring, ring.spectra(), [grid.r.centres, faces, centres, weight, rowScale]) &&
      putArrays(ring, ring.describe(...terms.counts), terms.parts) &&
      (shape.known === undefined
        ? problem.putShape(shape.everywhere, shape.everyFace)
        : problem.putKnown(shape.known) && ring.shapeFromKnown(smallestShape, largestShape) === 1) &&
      ring.assemble(planeLoss, source.from ?? 0, firstOrderLosses === 'fitted' ? 1 : 0) === 1 &&
      problem.putStart(start);
    if (!isMade) return undefined;
    if (coefficients.born !== undefined) {
      const scales = rowScales(grid.momentum, weight, rowScale);
      const whole = { first: 0, count: grid.momentum.count };
      problem.writeCells(problem.at.rightHandSide, assembleSource(grid, coefficients, scales, whole));
    }
    ring.assembled();
    ring.prepare();
    return problem;
  }

  private static begin(
    grid: TransportGrid,
    shifts: readonly number[],
    along: LineStencil,
    hasWind: boolean,
  ): CompiledRing | undefined {
    const ring = kernelExports();
    if (ring === null || shifts.length > mostShifts) return undefined;
    const { r, z, momentum } = grid;
    const table = ring.begin(r.count, z.count, momentum.count, shifts.length, hasWind ? 1 : 0);
    if (table === 0) return undefined;
    const numbers = new Uint32Array(ring.memory.buffer, table, slots.length);
    // The cast states what the loop does.
    const at = Object.fromEntries(slots.map((slot, i) => [slot, numbers[i]!])) as unknown as Addresses;
    const problem = new CompiledRing(ring, at, planeSize(grid) * momentum.count);
    problem.write(at.shifts, shifts);
    problem.write(at.lower, along.lower);
    problem.write(at.diagonal, along.diagonal);
    problem.write(at.upper, along.upper);
    return problem;
  }

  private write(address: number, values: ArrayLike<number>): void {
    new Float64Array(this.ring.memory.buffer, address, values.length).set(values);
  }

  private writeCells(address: number, values: ArrayLike<number>): void {
    this.write(this.at.staging, values);
    this.ring.spread(address);
  }

  private putKnown({ grid: { r, z, momentum }, g }: KnownDensity): boolean {
    const room = this.ring.known(r.count, z.count, momentum.count);
    return putArrays(this.ring, room, [r.centres, z.centres, momentum.centres, g]);
  }

  private putShape(inCells: Float64Array, atFaces: Float64Array): boolean {
    const room = this.ring.shapeRoom();
    if (!putArrays(this.ring, room, [inCells, atFaces])) return false;
    this.ring.shapeFrom(room);
    return true;
  }

  private putStart(start: Start): boolean {
    if (start === undefined) this.ring.startFromZero();
    else if (start === 'shape') this.ring.startFromShape();
    else return this.putKnown(start) && this.ring.startFromKnown() === 1;
    return true;
  }

  private readCells(address: number, out: Float64Array): void {
    this.ring.gather(address);
    out.set(new Float64Array(this.ring.memory.buffer, this.at.staging, this.size));
  }

  /** out = A v. */
  apply(v: Float64Array, out: Float64Array): void {
    this.startFrom(v);
    this.readCells(this.ring.apply(), out);
  }

  startFrom(g: Float64Array): void {
    this.writeCells(this.at.g, g);
  }

  /** As solveGmres, from where it has been told to start; undefined if memory does not suffice, and then g is as it was. */
  solve(
    g: Float64Array,
    { tolerance, enough = tolerance, maximum }: KrylovOptions,
  ): KrylovReport | undefined {
    const outcome = this.ring.solve(tolerance, enough, maximum);
    if (outcome < 0) return undefined;
    const [iterations, residual] = new Float64Array(this.ring.memory.buffer, this.ring.reported(), 2);
    this.readCells(this.at.g, g);
    return { iterations: iterations!, converged: outcome === 1, residual: residual! };
  }
}
