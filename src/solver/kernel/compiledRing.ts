/**
 * The compiled iteration (ring.c) as a drop-in for that of steadyState.ts, for axisymmetric problems. It has a memory of its own: a
 * problem is copied in, its solution out, and what a solve needs in between is laid out there once and used again by the next.
 */
import type { KrylovOptions, KrylovReport } from '../gmres';
import type { TransportOperator } from '../transportTypes';
import { instanceOf } from './instance';
import { ringBytes } from './ringBytes';

interface RingExports {
  readonly memory: WebAssembly.Memory;
  begin(radii: number, heights: number, momenta: number, shifts: number, hasWind: number): number;
  spread(to: number): void;
  gather(from: number): void;
  prepare(): void;
  apply(): number;
  solve(tolerance: number, enough: number, maximum: number): number;
  reported(): number;
}

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

let loaded: RingExports | null | undefined;

/** The module, or null where WebAssembly with vectors is not to be had: then the readable iteration solves. */
function ringExports(): RingExports | null {
  if (loaded === undefined) loaded = instanceOf<RingExports>(ringBytes);
  return loaded;
}

/** An axisymmetric problem in the memory of the compiled module. It is lost when the next one is loaded. */
export class CompiledRing {
  private constructor(
    private readonly ring: RingExports,
    private readonly at: Addresses,
    private readonly size: number,
  ) {}

  /**
   * @param shifts of the cycle, 1/length^2.
   * @returns undefined where the module cannot be had, or its memory does not suffice.
   */
  static load(operator: TransportOperator, shifts: readonly number[]): CompiledRing | undefined {
    const ring = ringExports();
    const { grid, momenta, rowLength, rows, size, along, momentum } = operator;
    if (ring === null || rows > 1 || shifts.length > mostShifts) return undefined;
    const table = ring.begin(
      rowLength,
      grid.z.count,
      momenta,
      shifts.length,
      operator.windSpeed === null ? 0 : 1,
    );
    if (table === 0) return undefined;
    const numbers = new Uint32Array(ring.memory.buffer, table, slots.length);
    // The cast states what the loop does.
    const at = Object.fromEntries(slots.map((slot, i) => [slot, numbers[i]!])) as unknown as Addresses;
    const problem = new CompiledRing(ring, at, size);
    problem.write(at.shifts, Float64Array.from(shifts));
    problem.write(at.lower, along.lower);
    problem.write(at.diagonal, along.diagonal);
    problem.write(at.upper, along.upper);
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

  private write(address: number, values: ArrayLike<number>): void {
    new Float64Array(this.ring.memory.buffer, address, values.length).set(values);
  }

  private writeCells(address: number, values: ArrayLike<number>): void {
    this.write(this.at.staging, values);
    this.ring.spread(address);
  }

  private readCells(address: number, out: Float64Array): void {
    this.ring.gather(address);
    out.set(new Float64Array(this.ring.memory.buffer, this.at.staging, this.size));
  }

  /** out = A v. */
  apply(v: Float64Array, out: Float64Array): void {
    this.writeCells(this.at.g, v);
    this.readCells(this.ring.apply(), out);
  }

  /** As solveGmres; undefined if memory does not suffice, and then g is as it was. */
  solve(
    g: Float64Array,
    { tolerance, enough = tolerance, maximum }: KrylovOptions,
  ): KrylovReport | undefined {
    this.writeCells(this.at.g, g);
    const outcome = this.ring.solve(tolerance, enough, maximum);
    if (outcome < 0) return undefined;
    const [iterations, residual] = new Float64Array(this.ring.memory.buffer, this.ring.reported(), 2);
    this.readCells(this.at.g, g);
    return { iterations: iterations!, converged: outcome === 1, residual: residual! };
  }
}
