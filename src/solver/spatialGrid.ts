/**
 * Cell grids along one spatial direction: cells lie between faces, unknowns at cell centres.
 *
 * Heights use half the domain (the plane is a mirror). They grow with the height, so that the disc, where sources and gas lie,
 * gets small cells.
 */

import { facesInProportion } from './equidistribution';

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
export function bisect(f: (x: number) => number, lower: number, upper: number): number {
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
 * Heights from the plane to `top`: `count` cells that grow from about `firstCell` in proportion to the height. Given a jump of
 * the diffusion coefficient, half of them lie below it and half above, smaller towards it: `refinement` times smaller next to
 * it than elsewhere at the same height. Reacceleration there leaves layers thinner than the cells of a grid that is fine only in
 * the disc. Where `more` asks for further cells for each unit of height, the same number is shared out anew. Every face moves
 * continuously with every argument.
 */
export function discHeights(
  count: number,
  top: number,
  firstCell: number,
  jump?: { readonly at: number; readonly refinement: number },
  more?: (z: number) => number,
): CellAxis {
  // Cells of width firstCell sqrt(1 + (z/reach)^2) number (reach/firstCell) asinh(top/reach).
  const reach = bisect((x) => count - (x / firstCell) * Math.asinh(top / x), 1e-3 * top, 1e3 * top);
  const plain = (z: number) => firstCell * Math.hypot(1, z / reach);
  const disc = more === undefined ? plain : (z: number) => 1 / Math.hypot(1 / plain(z), more(z));
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
