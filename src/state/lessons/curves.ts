/** The curves that lessons speak of: an observable of a model. Of a single particle that is what a lane solves. */
import type { LaneId } from '../../model/lanes';
import { type ModelKey, modelKeys } from '../../model/models';
import { type ObservableId, observableIds, solvesOf } from '../../model/observables';
import { givenIn } from '../../model/particles';
import { laneOf } from '../lanes';

export type CurveId = `${ModelKey}:${ObservableId}`;

export function curveOf(model: ModelKey, observable: ObservableId): CurveId {
  return `${model}:${observable}`;
}

interface CurveParts {
  readonly model: ModelKey;
  readonly observable: ObservableId;
}

const parts = new Map<CurveId, CurveParts>(
  modelKeys.flatMap((model) =>
    observableIds.map((observable) => [curveOf(model, observable), { model, observable }] as const),
  ),
);

export const curveIds: readonly CurveId[] = [...parts.keys()];

export function partsOf(curve: CurveId): CurveParts {
  // The cast: one entry for each curve.
  return parts.get(curve) as CurveParts;
}

/** What must be solved for a curve. */
export function lanesOfCurve(curve: CurveId): readonly LaneId[] {
  const { model, observable } = partsOf(curve);
  return solvesOf(observable).map((solve) => laneOf(model, solve));
}

/** Kinetic energies (GeV, of nuclei per nucleon) over which a curve is solved. */
export function solvedRangeGeV(curve: CurveId): readonly [number, number] {
  const ranges = solvesOf(partsOf(curve).observable).map(givenIn);
  return [Math.max(...ranges.map(([from]) => from)), Math.min(...ranges.map(([, to]) => to))];
}
