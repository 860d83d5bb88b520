/**
 * Which parameter moves which part of a spectrum: d ln flux / d ln parameter by central differences. Each slider that moves a
 * lane is set a little down and a little up. What acts after the solve (scale, modulation, nearby sources) asks for no new one,
 * because both settings are then the same request.
 *
 * Half the step changes the result by less than 0.03 for the paper's models (tests/state/selectors/sensitivities.test.ts); a much smaller
 * one would differentiate the hop of a momentum cell instead.
 */
import { identityNumber } from '../../memo/identityNumber';
import { lastUsed } from '../../memo/lastUsed';
import { nearbyKey } from '../../model/key';
import {
  type NumberParameter,
  type ParameterGroupId,
  parameterGroups,
} from '../../model/parameters/definition';
import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  isNumberParameter,
  keptNumber,
} from '../../model/parameters/values';
import { particles } from '../../model/particles';
import type { Propagated, SpeciesKey } from '../../model/propagated';
import { interpolateLogLog, spectrumOf } from '../../model/spectrum';
import { laneKey } from '../laneKeys';
import { laneParameters, laneSpecies, type SpeciesLaneId } from '../lanes';
import type { Variation } from '../services/variations';
import { isNearbyLoaded, nearbyOf } from './nearby';
import { parameterReach } from './parameterReach';
import { type Comparison, presentKey, valueAtEnergy, variationOf } from './processVariations';

/** Step to either side, relative to the value. */
export const relativeStep = 0.05;
/**
 * Of the injection cutoffs, which move the upper end of the momentum grid and so all its cells: 0.02 of noise in electrons would
 * be left of the common step, 0.004 is of this one, and the third order it adds is 0.7 % of the sensitivity.
 */
const cutoffStep = 4;
/** A linear slider's step is not smaller than this share of its range, so that it does not vanish with the value. */
const smallestShare = 0.01;
/** Share of the slider's travel that `travel` sensitivities are told for. */
const travelShare = 0.1;

/** Kinetic energies (GeV) that are shown. */
export const sensitivityRangeGeV: Record<SpeciesKey, readonly [number, number]> = {
  p: [0.3, 1e7],
  'e-': [0.3, 1e4],
};

/** A slider and the two values between which the difference is taken. */
export interface SteppedParameter {
  readonly id: ExplorerParameterId;
  readonly entry: NumberParameter;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** At an end of its range a slider steps to one side only. */
export function steppedParameter(
  entry: NumberParameter,
  value: number,
  step = relativeStep,
): SteppedParameter {
  const { minimum, maximum } = entry;
  const log = entry.id.endsWith('.rhoCut') ? cutoffStep * step : step;
  const within = (wanted: number) => Math.min(maximum, Math.max(minimum, keptNumber(wanted)));
  const half = Math.max(step * Math.abs(value), smallestShare * (step / relativeStep) * (maximum - minimum));
  const [lower, upper] =
    entry.kind === 'log' ? [value * Math.exp(-log), value * Math.exp(log)] : [value - half, value + half];
  // The cast: ids of the explorer table are the keys of its parameter type.
  const id = entry.id as ExplorerParameterId;
  return { id, entry, value, lower: within(lower), upper: within(upper) };
}

export interface SensitivityGroup {
  readonly id: ParameterGroupId;
  readonly label: string;
  readonly parameters: readonly SteppedParameter[];
}

/** The sliders that move a lane's curve, in the groups and the order of the rail. Arms act in three dimensions only. */
export function sensitivityGroups(
  explorer: ExplorerParameters,
  lane: SpeciesLaneId,
  step = relativeStep,
): SensitivityGroup[] {
  const reach = parameterReach(explorer);
  return parameterGroups
    .filter(({ id }) => id !== 'arms')
    .map(({ id, label }) => ({
      id,
      label,
      parameters: explorerTable
        .filter(isNumberParameter)
        .filter((entry) => entry.group === id && reach[entry.id as ExplorerParameterId].includes(lane))
        .map((entry) => steppedParameter(entry, Number(explorer[entry.id as ExplorerParameterId]), step)),
    }))
    .filter(({ parameters }) => parameters.length > 0);
}

type Side = 'lower' | 'upper';

function sideKey(id: ExplorerParameterId, side: Side): string {
  return `${id}, ${side}`;
}

function setTo(explorer: ExplorerParameters, parameter: SteppedParameter, side: Side): ExplorerParameters {
  return { ...explorer, [parameter.id]: parameter[side] };
}

/**
 * What has to be solved: the present values first. All on one grid, that which the curve itself came to rest on: what a grid does
 * wrong is nearly the same on both sides of a small step, and drops out of their difference.
 */
export function sensitivityVariations(
  explorer: ExplorerParameters,
  lane: SpeciesLaneId,
  groups: readonly SensitivityGroup[],
  refinement: number,
): Variation[] {
  const sides = groups.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) =>
      (['lower', 'upper'] as const).map((side) =>
        variationOf(sideKey(parameter.id, side), setTo(explorer, parameter, side), lane),
      ),
    ),
  );
  return [variationOf(presentKey, explorer, lane), ...sides].map((one) => ({ ...one, refinement }));
}

/** `relative`: d ln flux / d ln parameter. `travel`: change of ln flux by a tenth of the slider's travel. */
export const measureIds = ['relative', 'travel'] as const;
export type Measure = (typeof measureIds)[number];

/** The measure a parameter is told in: a parameter that is zero or negative has no logarithm. */
export function measureOf({ value }: Pick<SteppedParameter, 'value'>, wanted: Measure): Measure {
  return value > 0 ? wanted : 'travel';
}

/** What a difference of ln flux between both values is multiplied by. */
export function differenceFactor(parameter: SteppedParameter, wanted: Measure): number {
  const { entry, value, lower, upper } = parameter;
  const measure = measureOf(parameter, wanted);
  if (entry.kind === 'log') {
    const perLog = 1 / Math.log(upper / lower);
    return measure === 'relative' ? perLog : travelShare * Math.log(entry.maximum / entry.minimum) * perLog;
  }
  return (measure === 'relative' ? value : travelShare * (entry.maximum - entry.minimum)) / (upper - lower);
}

/** The sensitivity from fluxes at both values; NaN where either is not positive. */
export function sensitivityOf(
  parameter: SteppedParameter,
  lower: Float64Array,
  upper: Float64Array,
  measure: Measure,
): Float64Array<ArrayBuffer> {
  const factor = differenceFactor(parameter, measure);
  return Float64Array.from(lower, (low, i) => {
    const high = upper[i]!;
    return low > 0 && high > 0 ? factor * Math.log(high / low) : Number.NaN;
  });
}

/** Near Earth, as measured, or outside the heliosphere. */
export const placeIds = ['modulated', 'interstellar'] as const;
export type Place = (typeof placeIds)[number];

export interface SensitivityChoice {
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly place: Place;
}

/** Asked for again with each solve that comes in; nearby sources make it slow. More than both species ask for at once. */
const fluxes = lastUsed<string, Float64Array>(400);

function fluxOf(
  lane: SpeciesLaneId,
  propagated: Propagated,
  present: Propagated,
  explorer: ExplorerParameters,
  { comparison, place }: SensitivityChoice,
): Float64Array {
  const species = laneSpecies[lane];
  const model = laneParameters(lane, explorer);
  const reference = comparison === 'sources' ? present.flux : propagated.flux;
  const near = nearbyKey(model, species);
  const way = [
    identityNumber(propagated),
    place,
    interpolateLogLog(present.kineticEnergyGeV, reference, particles[species].normalisationEnergyGeV),
    model[particles[species].norm],
    model[particles[species].potential],
    near,
    // Nearby particles diffuse and lose energy as the lane's do.
    near === '' ? '' : `${laneKey(lane, explorer)} ${isNearbyLoaded()}`,
  ].join(' ');
  return fluxes.getOr(way, () => {
    const nearby = near === '' ? [] : nearbyOf(model, species, propagated.kineticEnergyGeV);
    return spectrumOf(propagated, model, { nearby, reference })[place];
  });
}

export interface SensitivityRow {
  readonly parameter: SteppedParameter;
  readonly group: string;
  /** At each of `energiesGeV`; null: not solved yet. */
  readonly values: Float64Array | null;
}

export interface Sensitivities {
  readonly energiesGeV: Float64Array;
  readonly rows: readonly SensitivityRow[];
}

/** As far as `solved` goes, by the keys of `sensitivityVariations`; null while the present values are not solved. */
export function sensitivities(
  explorer: ExplorerParameters,
  lane: SpeciesLaneId,
  groups: readonly SensitivityGroup[],
  solved: ReadonlyMap<string, Propagated>,
  choice: SensitivityChoice,
): Sensitivities | null {
  const present = solved.get(presentKey);
  if (present === undefined) return null;
  const [lowest, highest] = sensitivityRangeGeV[laneSpecies[lane]];
  const { kineticEnergyGeV } = present;
  // The edges with room for the rounding of the powers of ten.
  const shown = (_: number, i: number) =>
    kineticEnergyGeV[i]! > lowest * 0.999 && kineticEnergyGeV[i]! < highest * 1.001;
  const valuesOf = (parameter: SteppedParameter) => {
    const [lower, upper] = (['lower', 'upper'] as const).map((side) => {
      const propagated = solved.get(sideKey(parameter.id, side));
      const there = setTo(explorer, parameter, side);
      return propagated && fluxOf(lane, propagated, present, there, choice);
    });
    if (lower === undefined || upper === undefined) return null;
    return sensitivityOf(parameter, lower, upper, choice.measure).filter(shown);
  };
  return {
    energiesGeV: kineticEnergyGeV.filter(shown),
    rows: groups.flatMap(({ label, parameters }) =>
      parameters.map((parameter) => ({ parameter, group: label, values: valuesOf(parameter) })),
    ),
  };
}

/** Solves that are still to come; what acts after the solve counts for none. */
export function outstandingSolves(
  wanted: readonly Variation[],
  solved: ReadonlyMap<string, Propagated>,
  keyOf: (variation: Variation) => string,
): number {
  return new Set(wanted.filter(({ key }) => !solved.has(key)).map(keyOf)).size;
}

export interface RankedParameter {
  readonly row: SensitivityRow;
  readonly value: number;
}

/** The parameters that are solved, by how much they move the flux at an energy (GeV), the strongest first. */
export function rankedAt({ energiesGeV, rows }: Sensitivities, energyGeV: number): RankedParameter[] {
  return rows
    .flatMap((row) =>
      row.values === null ? [] : [{ row, value: valueAtEnergy(energiesGeV, row.values, energyGeV) }],
    )
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}
