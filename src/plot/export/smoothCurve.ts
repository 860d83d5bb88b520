/**
 * Curves for paper. Solutions have 40 energies to the decade: joined by straight lines they show corners where a decade is
 * as wide as the figure and a dot 0.04 mm. Between two of them the cubic through four is drawn, in the logarithms; the
 * solution's own points stay.
 */
import { interpolateCubic } from '../../solver/interpolate';
import type { CurvePoints } from '../curves';

/** How many steps make one interval of the curve no longer than `longest` pixels. */
export function stepsPerInterval(points: CurvePoints, pixelsPerDecade: number, longest: number): number {
  const [first, second] = points.x;
  if (first === undefined || second === undefined) return 1;
  return Math.max(1, Math.ceil((pixelsPerDecade * Math.log10(second / first)) / longest));
}

/** Each interval cut into `steps`: point i of the curve is point i times `steps` of the result. */
export function smoothCurve(points: CurvePoints, steps: number): CurvePoints {
  const count = points.x.length;
  if (steps <= 1 || count < 4) return points;
  const logX = Float64Array.from(points.x, Math.log);
  const logY = Float64Array.from(points.y, Math.log);
  const x: number[] = [];
  const y: number[] = [];
  for (let index = 0; index < count; index++) {
    x.push(points.x[index]!);
    y.push(points.y[index]!);
    if (index === count - 1) break;
    for (let step = 1; step < steps; step++) {
      const at = logX[index]! + (step / steps) * (logX[index + 1]! - logX[index]!);
      x.push(Math.exp(at));
      y.push(Math.exp(interpolateCubic(logX, logY, at)));
    }
  }
  return { x, y };
}
