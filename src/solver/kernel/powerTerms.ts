/** What the compiled assembly takes in place of functions of the height: each at the points where it is integrated. */
import type { CellAxis } from '../spatialGrid';
import { type Quadrature, quadratureAcross } from '../spatialStencil';
import type { RingCoefficients } from '../transportTypes';

/** Arrays in the order in which assembly.c takes them, and the numbers that tell it how long they are. */
export interface PowerTerms {
  readonly counts: readonly [number, number, number, number, number, number, number, number, number];
  readonly parts: readonly ArrayLike<number>[];
}

export function powerTerms(
  z: CellAxis,
  fine: Float64Array,
  {
    powers,
    wind,
    kinkHeight,
    losses,
    sinks,
    source,
  }: Pick<RingCoefficients, 'powers' | 'wind' | 'kinkHeight' | 'losses' | 'sinks' | 'source'>,
): PowerTerms {
  const { speed, logRigidity, slopeAt, accelerationAt } = powers;
  // Above the inner halo all points share one slope: powers are taken for each that differs from the one before.
  const slopes: number[] = [];
  const slopeOf = (point: number) => {
    const slope = slopeAt(point);
    if (slopes[slopes.length - 1] !== slope) slopes.push(slope);
    return slopes.length - 1;
  };
  const halves = pointsOf(2 * z.count, (half) => {
    const j = half >> 1;
    const middle = 0.5 * (z.faces[j]! + z.faces[j + 1]!);
    return half % 2 === 0
      ? quadratureAcross(z.faces[j]!, middle, kinkHeight)
      : quadratureAcross(middle, z.faces[j + 1]!, kinkHeight);
  });
  const halfSlopes = halves.points.map(slopeOf);
  const slopesOfHalves = slopes.length;
  const cells = pointsOf(z.count, (j) => quadratureAcross(z.faces[j]!, z.faces[j + 1]!, kinkHeight));
  const cellSlopes = cells.points.map(slopeOf);
  return {
    counts: [
      z.count,
      fine.length,
      losses.length,
      sinks.length,
      source.medium.length,
      slopesOfHalves,
      slopes.length,
      halves.points.length,
      cells.points.length,
    ],
    parts: [
      z.faces,
      z.centres,
      fine,
      speed,
      logRigidity,
      source.rate,
      slopes,
      halves.first,
      halfSlopes,
      halves.shares,
      halves.points.map(wind ?? (() => 0)),
      cells.first,
      cellSlopes,
      cells.points.map((point, i) => cells.shares[i]! * accelerationAt(point)),
      Array.from(z.centres, wind ?? (() => 0)),
      ...losses.map(({ rate }) => rate),
      ...sinks.map(({ rate }) => rate),
      ...losses.map(({ medium }) => medium),
      ...sinks.map(({ medium }) => medium),
      source.medium,
    ],
  };
}

/** Points of several intervals one behind the other, and where each begins. */
function pointsOf(count: number, across: (interval: number) => Quadrature) {
  const points: number[] = [];
  const shares: number[] = [];
  const first = [0];
  for (let interval = 0; interval < count; interval++) {
    const quadrature = across(interval);
    points.push(...quadrature.points);
    shares.push(...quadrature.shares);
    first.push(points.length);
  }
  return { points, shares, first };
}
