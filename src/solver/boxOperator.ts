/**
 * The operator in a box (transportOperator.ts): its lateral lines, which end where a cylinder cuts them, and its products.
 */
import { type BoxGrid, isInside } from './haloGrid';
import type { CellAxis } from './spatialGrid';
import type { LineStencil, TransportOperator } from './transportTypes';

/** -d2/dx2 along x and along y for every cell at one height. */
export function boxLines(grid: BoxGrid): {
  readonly along: LineStencil;
  readonly across: LineStencil;
  readonly lateralDiagonal: Float64Array;
} {
  const { x, y, yBegins } = grid;
  const along = lineStencil(x.count * y.count);
  const across = lineStencil(x.count * y.count);
  for (let cell = 0; cell < x.count * y.count; cell++) {
    const i = cell % x.count;
    const m = Math.floor(cell / x.count);
    if (!isInside(grid, cell)) {
      // Nothing comes in, and what a first guess left there goes at the rate of a cell's own size.
      along.diagonal[cell] = 1 / (x.faces[i + 1]! - x.faces[i]!) ** 2;
      continue;
    }
    const half = (at: number) => Math.sqrt(grid.escapeRadius ** 2 - at ** 2);
    const edgeX = half(y.centres[m]!);
    const edgeY = half(x.centres[i]!);
    addLine(along, cell, x, i, [-edgeX, edgeX], false);
    addLine(across, cell, y, m, [-edgeY, edgeY], yBegins === 'mirror');
  }
  const lateralDiagonal = along.diagonal.map((value, cell) => value + across.diagonal[cell]!);
  return { along, across, lateralDiagonal };
}

function lineStencil(size: number): LineStencil {
  return {
    lower: new Float64Array(size),
    diagonal: new Float64Array(size),
    upper: new Float64Array(size),
  };
}

/** Couplings of cell i of an axis to its neighbours, or to a free end at the axis' own end or at `ends`, if nearer. */
function addLine(
  { lower, diagonal, upper }: LineStencil,
  cell: number,
  { count, faces, centres }: CellAxis,
  i: number,
  ends: readonly [lower: number, upper: number],
  beginsWithMirror: boolean,
): void {
  const width = faces[i + 1]! - faces[i]!;
  const at = centres[i]!;
  if (i > 0 && centres[i - 1]! > ends[0]) lower[cell] = -1 / (width * (at - centres[i - 1]!));
  if (i < count - 1 && centres[i + 1]! < ends[1]) upper[cell] = -1 / (width * (centres[i + 1]! - at));
  let outward = 0;
  if (lower[cell] === 0 && !(beginsWithMirror && i === 0))
    outward += 1 / (width * (at - Math.max(ends[0], faces[0]!)));
  if (upper[cell] === 0) outward += 1 / (width * (Math.min(ends[1], faces[count]!) - at));
  diagonal[cell] = outward - lower[cell]! - upper[cell]!;
}

/** Several rows at each height: all but the couplings to other momentum cells. */
export function applyInSpace(
  operator: TransportOperator,
  across: LineStencil,
  g: Float64Array,
  k: number,
  out: Float64Array,
): void {
  const { grid, lateralDiffusion, lateralDiagonal, down, up, verticalDiagonal, rowLength, rows } = operator;
  const { diagonal } = operator.momentum;
  const { lower: fromInner, upper: fromOuter } = operator.along;
  const { lower: fromBefore, upper: fromBehind } = across;
  const layer = rowLength * rows;
  const nz = grid.z.count;
  const last = rowLength - 1;
  for (let j = 0; j < nz; j++) {
    const height = k * nz + j;
    const diffusion = lateralDiffusion[height]!;
    const fromBelow = down[height]!;
    const vertical = verticalDiagonal[height]!;
    const layerBelow = j > 0 ? layer : 0;
    const layerAbove = j < nz - 1 ? layer : 0;
    const fromLayerAbove = j < nz - 1 ? up[height]! : 0;
    for (let m = 0; m < rows; m++) {
      const row = m * rowLength;
      const start = height * layer + row;
      const before = m > 0 ? rowLength : 0;
      const behind = m < rows - 1 ? rowLength : 0;
      let inner = 0;
      let value = g[start]!;
      for (let i = 0; i <= last; i++) {
        const c = start + i;
        const lateral = row + i;
        // The last cell's coupling to the next is zero; what is read there need only be a number.
        const outer = i < last ? g[c + 1]! : 0;
        out[c] =
          (vertical + diagonal[c]!) * value +
          diffusion *
            (lateralDiagonal[lateral]! * value +
              fromInner[lateral]! * inner +
              fromOuter[lateral]! * outer +
              fromBefore[lateral]! * g[c - before]! +
              fromBehind[lateral]! * g[c + behind]!) -
          fromBelow * g[c - layerBelow]! -
          fromLayerAbove * g[c + layerAbove]!;
        inner = value;
        value = outer;
      }
    }
  }
}

/** Adds what comes from other momentum cells. */
export function addInMomentum(
  operator: TransportOperator,
  g: Float64Array,
  k: number,
  out: Float64Array,
): void {
  const { size, momenta } = operator;
  const { below, above, secondAbove } = operator.momentum;
  const plane = size / momenta;
  // As in `applyRows`.
  const toAbove = k < momenta - 1 ? plane : 0;
  const toSecondAbove = k < momenta - 2 ? 2 * plane : 0;
  const toBelow = k > 0 ? plane : 0;
  for (let c = k * plane; c < (k + 1) * plane; c++) {
    out[c] =
      out[c]! +
      below[c]! * g[c - toBelow]! +
      above[c]! * g[c + toAbove]! +
      secondAbove[c]! * g[c + toSecondAbove]!;
  }
}
