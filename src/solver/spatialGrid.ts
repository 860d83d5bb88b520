/**
 * Cell grids along one spatial direction: cells lie between faces, unknowns at cell centres.
 *
 * Heights use half the domain (the plane is a mirror). They are stretched as sinh, so that the disc, where sources
 * and gas lie, gets small cells, and the stretching is tuned until a face falls exactly on the boundary of the
 * inner halo: the flux across a jump of the diffusion coefficient is then exact.
 */

import { equidistributedFaces, facesInProportion } from './equidistribution';

export interface CellAxis {
  /** count + 1 ascending positions. */
  readonly faces: Float64Array;
  /** count cell centres. */
  readonly centres: Float64Array;
  readonly count: number;
}

function axisFromFaces(faces: Float64Array): CellAxis {
  const count = faces.length - 1;
  const centres = new Float64Array(count);
  for (let cell = 0; cell < count; cell++) centres[cell] = 0.5 * (faces[cell]! + faces[cell + 1]!);
  return { faces, centres, count };
}

/** Finds the root of a decreasing function between two bounds by bisection, to round-off. */
function bisect(f: (x: number) => number, lower: number, upper: number): number {
  let low = lower;
  let high = upper;
  for (let step = 0; step < 60; step++) {
    const middle = 0.5 * (low + high);
    if (f(middle) > 0) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

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
  return axisFromFaces(faces);
}

/**
 * Heights from the plane to `top`: `count` cells that grow from about `firstCell` in proportion to the height. Given a jump of
 * the diffusion coefficient, half of them lie below it and half above, smaller towards it: `refinement` times smaller next to
 * it than elsewhere at the same height. Reacceleration there leaves layers thinner than the cells of a grid that is fine only in
 * the disc. Every face moves continuously with every argument.
 */
export function discHeights(
  count: number,
  top: number,
  firstCell: number,
  jump?: { readonly at: number; readonly refinement: number },
): CellAxis {
  // Cells of width firstCell sqrt(1 + (z/reach)^2) number (reach/firstCell) asinh(top/reach).
  const reach = bisect((x) => count - (x / firstCell) * Math.asinh(top / x), 1e-3 * top, 1e3 * top);
  const disc = (z: number) => firstCell * Math.hypot(1, z / reach);
  if (jump === undefined) return axisFromFaces(facesInProportion(0, top, disc, count));
  const { at, refinement } = jump;
  const atJump = disc(at);
  const width = (z: number) =>
    1 / Math.hypot(1 / disc(z), refinement / (atJump * Math.hypot(1, (2 * (z - at)) / atJump)));
  const half = Math.round(count / 2);
  const faces = new Float64Array(count + 1);
  faces.set(facesInProportion(0, at, width, half));
  faces.set(facesInProportion(at, top, width, count - half), half);
  return axisFromFaces(faces);
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
  return axisFromFaces(faces);
}

/**
 * Radii from the axis to `edge`: equal cells of width `innerCell` out to about `innerEdge`, then cells growing by a
 * constant factor. `count` cells in all.
 */
export function stretchedRadii(count: number, edge: number, innerEdge: number, innerCell: number): CellAxis {
  const innerCount = Math.min(Math.round(innerEdge / innerCell), Math.floor(count * 0.8));
  const width = innerEdge / innerCount;
  const outerCount = count - innerCount;
  const length = (growth: number) => {
    let sum = 0;
    let cell = width;
    for (let i = 0; i < outerCount; i++) {
      cell *= growth;
      sum += cell;
    }
    return sum;
  };
  const growth = bisect((g) => edge - innerEdge - length(g), 0.2, 5);
  const faces = new Float64Array(count + 1);
  let cell = width;
  for (let i = 1; i <= count; i++) {
    if (i > innerCount) cell *= growth;
    faces[i] = faces[i - 1]! + cell;
  }
  faces[count] = edge;
  return axisFromFaces(faces);
}

/**
 * From `lower` to `upper`, `count` cells, the smallest about `smallest` wide around `centre`, growing in proportion to
 * the distance from there, with a face exactly at each end.
 */
export function refinedAxis(
  count: number,
  [lower, upper]: readonly [number, number],
  centre: number,
  smallest: number,
): CellAxis {
  // Cells of width smallest sqrt(1 + (d/reach)^2) number (reach/smallest) asinh(d/reach) up to a distance d.
  const cells = (reach: number) =>
    (reach / smallest) * (Math.asinh((upper - centre) / reach) + Math.asinh((centre - lower) / reach));
  const length = upper - lower;
  const reach = bisect((x) => count - cells(x), 1e-3 * length, 1e3 * length);
  const number = cells(reach);
  const before = (reach / smallest) * Math.asinh((centre - lower) / reach);
  const faces = Float64Array.from(
    { length: count + 1 },
    (_, i) => centre + reach * Math.sinh((((i * number) / count - before) * smallest) / reach),
  );
  faces[0] = lower;
  faces[count] = upper;
  return axisFromFaces(faces);
}
