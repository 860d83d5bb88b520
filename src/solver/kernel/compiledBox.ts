/**
 * The compiled iteration for boxes (box.c). A march has its density, couplings and right-hand side in the module's own memory, where
 * TypeScript writes them: nothing is copied, and nothing is there twice. The memory is laid out once for each march and used again
 * by the next one. GMRES itself is that of gmres.ts: the compiled part works on its vectors, and returns after each of its steps.
 */
import { type KrylovOptions, type KrylovReport, solveInSpace } from '../gmres';
import { type BoxGrid, planeSize } from '../haloGrid';
import type { LineStencil, MomentumStencil, TransportOperator } from '../transportTypes';
import { boxBytes } from './boxBytes';
import { instanceOf } from './instance';

interface BoxExports {
  readonly memory: WebAssembly.Memory;
  begin(
    rowLength: number,
    rows: number,
    heights: number,
    momenta: number,
    largest: number,
    shifts: number,
    hasWind: number,
  ): number;
  prepareLateral(): void;
  prepareWindow(first: number, count: number, isLarge: number): void;
  scaleOf(): number;
  residual(): number;
  extend(at: number): number;
  accept(at: number, length: number): void;
  improve(at: number, coefficient: number): void;
  apply(): void;
}

/** Where box.c wants what, in the order of its table of addresses. */
const slots = [
  'shifts',
  'alongLower',
  'alongDiagonal',
  'alongUpper',
  'acrossLower',
  'acrossDiagonal',
  'acrossUpper',
  'lateralDiagonal',
  'lateral',
  'down',
  'up',
  'vertical',
  'wind',
  'rightHandSide',
  'g',
  'largeBelow',
  'largeDiagonal',
  'largeAbove',
  'largeSecondAbove',
  'singleBelow',
  'singleDiagonal',
  'singleAbove',
  'singleSecondAbove',
  'column',
] as const;
type Addresses = Record<(typeof slots)[number], number>;

/** Directions of GMRES in box.c. */
const restart = 3;

/** What a march keeps: its density at all energies, and what it needs of one window at a time. */
export interface BoxRoom {
  readonly g: Float64Array<ArrayBuffer>;
  /** Of the largest window. */
  readonly rightHandSide: Float64Array;
  /** Of the largest window, and of one momentum cell. */
  readonly large: MomentumStencil;
  readonly single: MomentumStencil;
}

export interface BoxProblem
  extends Pick<TransportOperator, 'along' | 'lateralDiagonal' | 'rowLength' | 'rows'> {
  readonly grid: BoxGrid;
  readonly across: LineStencil;
  readonly hasWind: boolean;
  /** Momentum cells of the largest window. */
  readonly largest: number;
  /** Of the cycle, 1/length^2. */
  readonly shifts: readonly number[];
}

let loaded: BoxExports | null | undefined;
/** What the memory holds now. */
let current: CompiledBox | undefined;

export class CompiledBox implements BoxRoom {
  readonly g: Float64Array<ArrayBuffer>;
  readonly rightHandSide: Float64Array<ArrayBuffer>;
  readonly large: MomentumStencil;
  readonly single: MomentumStencil;
  private readonly plane: number;

  private constructor(
    private readonly box: BoxExports,
    private readonly at: Addresses,
    { grid, largest }: BoxProblem,
  ) {
    const { buffer } = box.memory;
    this.plane = planeSize(grid);
    const most = largest * this.plane;
    this.g = new Float64Array(buffer, at.g, this.plane * grid.momentum.count);
    this.rightHandSide = new Float64Array(buffer, at.rightHandSide, most);
    const bands = (kind: 'large' | 'single', size: number) => ({
      below: new Float32Array(buffer, at[`${kind}Below`], size),
      diagonal: new Float32Array(buffer, at[`${kind}Diagonal`], size),
      above: new Float32Array(buffer, at[`${kind}Above`], size),
      secondAbove: new Float32Array(buffer, at[`${kind}SecondAbove`], size),
    });
    this.large = bands('large', most);
    this.single = bands('single', this.plane);
  }

  /**
   * Room for a problem, with a density of zero. What the memory held before is lost.
   *
   * @returns undefined where the module cannot be had, or its memory does not suffice.
   */
  static layOut(problem: BoxProblem): CompiledBox | undefined {
    if (loaded === undefined) loaded = instanceOf<BoxExports>(boxBytes);
    current = undefined;
    if (loaded === null) return undefined;
    const { grid, rowLength, rows, largest, shifts, hasWind, along, across } = problem;
    const table = loaded.begin(
      rowLength,
      rows,
      grid.z.count,
      grid.momentum.count,
      largest,
      shifts.length,
      hasWind ? 1 : 0,
    );
    if (table === 0) return undefined;
    const numbers = new Uint32Array(loaded.memory.buffer, table, slots.length);
    // The cast states what the loop does.
    const at = Object.fromEntries(slots.map((slot, i) => [slot, numbers[i]!])) as unknown as Addresses;
    const room = new CompiledBox(loaded, at, problem);
    room.write(at.shifts, Float64Array.from(shifts));
    room.write(at.alongLower, along.lower);
    room.write(at.alongDiagonal, along.diagonal);
    room.write(at.alongUpper, along.upper);
    room.write(at.acrossLower, across.lower);
    room.write(at.acrossDiagonal, across.diagonal);
    room.write(at.acrossUpper, across.upper);
    room.write(at.lateralDiagonal, problem.lateralDiagonal);
    loaded.prepareLateral();
    room.g.fill(0);
    current = room;
    return room;
  }

  /** The room that holds the operator: where it was assembled, or room that is laid out for it alone. */
  static load(operator: TransportOperator, shifts: readonly number[]): CompiledBox | undefined {
    const { grid, momenta, across, momentum } = operator;
    if (across === null || 'r' in grid) return undefined;
    if (current?.holds(operator)) {
      current.writeRates(operator);
      return current;
    }
    // The only window of a problem that is solved at once.
    const own = { ...grid, momentum: { ...grid.momentum, count: momenta } };
    const hasWind = operator.windSpeed !== null;
    const room = CompiledBox.layOut({ ...operator, grid: own, across, largest: momenta, shifts, hasWind });
    if (room === undefined) return undefined;
    room.writeRates(operator);
    room.rightHandSide.set(operator.rightHandSide);
    room.large.below.set(momentum.below);
    room.large.diagonal.set(momentum.diagonal);
    room.large.above.set(momentum.above);
    room.large.secondAbove.set(momentum.secondAbove);
    return room;
  }

  private holds({ momentum, rightHandSide }: TransportOperator): boolean {
    const isAssembledHere = momentum === this.large || momentum === this.single;
    return isAssembledHere && rightHandSide.buffer === this.g.buffer;
  }

  private write(address: number, values: Float64Array): void {
    new Float64Array(this.box.memory.buffer, address, values.length).set(values);
  }

  private writeRates({ lateralDiffusion, down, up, verticalDiagonal, windSpeed }: TransportOperator): void {
    this.write(this.at.lateral, lateralDiffusion);
    this.write(this.at.down, down);
    this.write(this.at.up, up);
    this.write(this.at.vertical, verticalDiagonal);
    if (windSpeed !== null) this.write(this.at.wind, windSpeed);
  }

  /** Calls back with the window of an operator ready in the memory, and its cells of g there. */
  private inMemory<Result>(operator: TransportOperator, g: Float64Array, work: () => Result): Result {
    const isHere = g.buffer === this.g.buffer;
    const first = isHere ? (g.byteOffset - this.g.byteOffset) / (g.BYTES_PER_ELEMENT * this.plane) : 0;
    this.box.prepareWindow(first, operator.momenta, operator.momentum === this.single ? 0 : 1);
    if (isHere) return work();
    this.g.set(g);
    const result = work();
    g.set(this.g);
    return result;
  }

  /** out = A v, of an operator that was loaded. */
  apply(operator: TransportOperator, v: Float64Array, out: Float64Array): void {
    this.inMemory(operator, v, () => this.box.apply());
    out.set(this.rightHandSide);
  }

  /** As solveGmres, of an operator that was loaded. */
  solve(
    operator: TransportOperator,
    g: Float64Array,
    options: KrylovOptions,
    onIteration: () => void = () => {},
  ): KrylovReport {
    const { box } = this;
    const projections = new Float64Array(box.memory.buffer, this.at.column, restart);
    return this.inMemory(operator, g, () =>
      solveInSpace(
        {
          restart,
          scale: box.scaleOf(),
          residual: () => box.residual(),
          accept: (at, length) => box.accept(at, length),
          extend: (at, column) => {
            const length = box.extend(at);
            column.set(projections.subarray(0, at + 1));
            onIteration();
            return length;
          },
          improve: (coefficients) => {
            for (let at = 0; at < coefficients.length; at++) box.improve(at, coefficients[at]!);
          },
        },
        options,
      ),
    );
  }
}
