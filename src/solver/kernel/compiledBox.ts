/**
 * The compiled iteration for boxes (box.c). A march has its density, couplings and right-hand side in the module's own memory, where
 * TypeScript writes them: nothing is copied, and nothing is there twice. The memory is laid out once for each march and used again
 * by the next one. GMRES itself is that of gmres.ts: the compiled part works on its vectors, and returns after each of its steps.
 */
import { solveInSpace } from '../gmres';
import { type BoxGrid, planeSize } from '../haloGrid';
import type { CompiledSolve } from '../steadyState';
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

/** Where in box.c's table of addresses the first of each kind stands, and how many there are. */
const slots = { lines: 0, rates: 8, rightHandSide: 13, g: 14, large: 15, single: 19, column: 23, count: 24 };

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
  /** Solves what is assembled here; none where nothing can be compiled. */
  readonly solveCompiled?: CompiledSolve;
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

export class CompiledBox implements BoxRoom {
  readonly g: Float64Array<ArrayBuffer>;
  readonly rightHandSide: Float64Array<ArrayBuffer>;
  readonly large: MomentumStencil;
  readonly single: MomentumStencil;
  private readonly plane: number;

  private constructor(
    private readonly box: BoxExports,
    private readonly addresses: Uint32Array,
    { grid, largest }: BoxProblem,
  ) {
    const { buffer } = box.memory;
    this.plane = planeSize(grid);
    const most = largest * this.plane;
    this.g = this.vector(slots.g, this.plane * grid.momentum.count);
    this.rightHandSide = this.vector(slots.rightHandSide, most);
    const band = (slot: number, size: number) => new Float32Array(buffer, addresses[slot]!, size);
    const bands = (first: number, size: number) => ({
      below: band(first, size),
      diagonal: band(first + 1, size),
      above: band(first + 2, size),
      secondAbove: band(first + 3, size),
    });
    this.large = bands(slots.large, most);
    this.single = bands(slots.single, this.plane);
  }

  /**
   * Room for a problem, with a density of zero. What the memory held before is lost.
   *
   * @returns undefined where the module cannot be had, or its memory does not suffice.
   */
  static layOut(problem: BoxProblem): CompiledBox | undefined {
    if (loaded === undefined) loaded = instanceOf<BoxExports>(boxBytes);
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
    const room = new CompiledBox(
      loaded,
      new Uint32Array(loaded.memory.buffer, table, slots.count).slice(),
      problem,
    );
    const lines = [along, across].flatMap(({ lower, diagonal, upper }) => [lower, diagonal, upper]);
    room.write(slots.lines, [shifts, ...lines, problem.lateralDiagonal]);
    loaded.prepareLateral();
    room.g.fill(0);
    return room;
  }

  private vector(slot: number, size: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.box.memory.buffer, this.addresses[slot]!, size);
  }

  private write(first: number, vectors: readonly ArrayLike<number>[]): void {
    vectors.forEach((values, i) => {
      this.vector(first + i, values.length).set(values);
    });
  }

  /** The window of an operator that was assembled here, whose cells of g are these. */
  private prepare({ momenta, momentum, ...rates }: TransportOperator, g: Float64Array): void {
    const { lateralDiffusion, down, up, verticalDiagonal, windSpeed } = rates;
    this.write(slots.rates, [lateralDiffusion, down, up, verticalDiagonal, windSpeed ?? []]);
    const first = (g.byteOffset - this.g.byteOffset) / (g.BYTES_PER_ELEMENT * this.plane);
    this.box.prepareWindow(first, momenta, momentum === this.single ? 0 : 1);
  }

  /** The right-hand side becomes A g. */
  apply(operator: TransportOperator, g: Float64Array): void {
    this.prepare(operator, g);
    this.box.apply();
  }

  readonly solveCompiled: CompiledSolve = (operator, _shifts, g, limits, onIteration = () => {}) => {
    const { box } = this;
    const projections = this.vector(slots.column, restart);
    this.prepare(operator, g);
    return solveInSpace(
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
      limits,
    );
  };
}
