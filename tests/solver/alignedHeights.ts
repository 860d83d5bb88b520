/**
 * Heights with a face exactly at a given place, whatever the number of cells that takes: for tests of the solver alone. The
 * explorer's own grids move continuously instead (spatialGrid.ts).
 */
import { equidistributedFaces } from '../../src/solver/equidistribution';
import { bisect, type CellAxis } from '../../src/solver/spatialGrid';
import { axisThrough } from './testHalo';

/**
 * Heights from the plane to `top`, `count` cells, the first about `firstCell` thick, with a face at `interfaceAt`
 * (ignored outside the open interval from 0 to `top`). Lengths in any one unit.
 */
export function stretchedHeights(
  count: number,
  top: number,
  firstCell: number,
  interfaceAt: number,
): CellAxis {
  // z(i) = top sinh(stretch i/count) / sinh(stretch); small stretch is uniform, a negative one denser at the top.
  const share = (stretch: number, i: number): number => {
    if (stretch < 0) return 1 - share(-stretch, count - i);
    return stretch < 1e-6 ? i / count : Math.sinh((stretch * i) / count) / Math.sinh(stretch);
  };
  let stretch = firstCell * count >= top ? 0 : bisect((s) => top * share(s, 1) - firstCell, 1e-6, 40);
  if (interfaceAt > 0 && interfaceAt < top) {
    const fraction = interfaceAt / top;
    let index = 1;
    for (let i = 2; i < count; i++) {
      if (Math.abs(share(stretch, i) - fraction) < Math.abs(share(stretch, index) - fraction)) index = i;
    }
    // A face further out than in a uniform grid needs a grid denser at the top: only where no other face will do.
    while (index < count - 1 && index / count < fraction) index++;
    stretch = bisect((s) => share(s, index) - fraction, -60, 60);
  }
  const faces = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) faces[i] = top * share(stretch, i);
  faces[count] = top;
  return axisThrough([...faces]);
}

/** How much smaller cells are next to a jump of the diffusion coefficient than elsewhere at the same height. */
const jumpRefinement = 4;

/**
 * As `stretchedHeights`, for a diffusion coefficient that jumps at `jumpAt`: the same cells, and more of them on both
 * sides of the jump. Reacceleration there leaves layers thinner than the cells of a grid that is fine only in the disc;
 * they cost up to 15 % below 3 GeV.
 */
export function heightsAcrossJump(count: number, top: number, firstCell: number, jumpAt: number): CellAxis {
  // Cells of width firstCell sqrt(1 + (z/reach)^2) number (reach/firstCell) asinh(top/reach).
  const reach = bisect((x) => count - (x / firstCell) * Math.asinh(top / x), 1e-3 * top, 1e3 * top);
  const disc = (z: number) => firstCell * Math.hypot(1, z / reach);
  const atJump = disc(jumpAt);
  const width = (z: number) =>
    1 / Math.hypot(1 / disc(z), jumpRefinement / (atJump * Math.hypot(1, (2 * (z - jumpAt)) / atJump)));
  const below = equidistributedFaces(0, jumpAt, width, 2);
  const above = equidistributedFaces(jumpAt, top, width, 2);
  const faces = new Float64Array(below.length + above.length - 1);
  faces.set(below);
  faces.set(above, below.length - 1);
  return axisThrough([...faces]);
}
