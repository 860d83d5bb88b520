/** The cells of the halo: axisymmetric (r, z) or a box (x, y, z), each with the momentum cells. */
import type { MomentumGrid } from './momentumGrid';
import type { CellAxis } from './spatialGrid';

/** What lies beyond an end of an axis: free escape (n = 0), or a mirror (no flux). */
export type AxisEnd = 'escape' | 'mirror';

/** Axisymmetric. */
export interface TransportGrid {
  readonly r: CellAxis;
  readonly z: CellAxis;
  readonly momentum: MomentumGrid;
}

/**
 * A box around a cylinder. Particles escape freely at the faces of the box, and at the radius of the cylinder where that
 * comes first; cells whose centres lie beyond it are empty. y may begin with a plane of symmetry.
 */
export interface BoxGrid {
  readonly x: CellAxis;
  readonly y: CellAxis;
  /** Infinity for a box without a cylinder. */
  readonly escapeRadius: number;
  /** At the lower end of y: escape, which is also what a density odd in y does at y = 0, or a mirror. */
  readonly yBegins: AxisEnd;
  readonly z: CellAxis;
  readonly momentum: MomentumGrid;
}

export type HaloGrid = TransportGrid | BoxGrid;

/** Cells at one height: `rows` rows of `rowLength` cells. */
export function layerOf(grid: Omit<TransportGrid, 'momentum'> | Omit<BoxGrid, 'momentum'>): {
  readonly rowLength: number;
  readonly rows: number;
} {
  return 'r' in grid ? { rowLength: grid.r.count, rows: 1 } : { rowLength: grid.x.count, rows: grid.y.count };
}

/** Cells in space. */
export function planeSize(grid: Omit<TransportGrid, 'momentum'> | Omit<BoxGrid, 'momentum'>): number {
  const { rowLength, rows } = layerOf(grid);
  return rowLength * rows * grid.z.count;
}

/** Momentum cells from `first`, `count` of them. */
export interface MomentumWindow {
  readonly first: number;
  readonly count: number;
}

/** Whether a cell at one height, counted along x and then y, holds particles. */
export function isInside({ x, y, escapeRadius }: Omit<BoxGrid, 'z' | 'momentum'>, cell: number): boolean {
  const along = x.centres[cell % x.count]!;
  const across = y.centres[Math.floor(cell / x.count)]!;
  return along * along + across * across < escapeRadius * escapeRadius;
}
