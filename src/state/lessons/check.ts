/**
 * What a lesson's step asks for, as data: of the parameters, of the view, or of the solved curves. A check is a pure function of
 * its context, so that a test can play every lesson with solves of its own.
 */
import * as v from 'valibot';
import { curveIndices, indexAt } from '../../inference/localSlope';
import { memoByIdentity } from '../../memo/memoByIdentity';
import { diffusionLaw } from '../../model/laws';
import { modelKeys } from '../../model/models';
import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  type ParameterValue,
} from '../../model/parameters/values';
import type { ObservableSpectrum, SpeciesKey } from '../../model/propagated';
import { interpolateLogLog } from '../../model/spectrum';
import { crossingRigidityGV } from '../../physics/twoZone';
import { mostFigures } from '../lanes';
import { viewField } from '../texts/viewText';
import type { ViewSettings } from '../view';
import { type CurveId, curveIds, curveOf } from './curves';

const lane = v.picklist(curveIds);
const species = v.picklist(['p', 'e-'] as const);
const energyGeV = v.pipe(v.number(), v.gtValue(0));
/** Both ends included; one of them may be left out. */
const range = { atLeast: v.exactOptional(v.number()), atMost: v.exactOptional(v.number()) };

const leafSchemas = [
  /** A parameter has a value, or lies in a range. */
  v.strictObject({
    kind: v.literal('parameter'),
    id: v.string(),
    is: v.exactOptional(v.union([v.number(), v.string()])),
    ...range,
  }),
  /** A parameter is another than when the step began. */
  v.strictObject({ kind: v.literal('changed'), id: v.string() }),
  /** Parameters are as they were when the step began, by id or by group. */
  v.strictObject({
    kind: v.literal('unchanged'),
    ids: v.exactOptional(v.array(v.string())),
    groups: v.exactOptional(v.array(v.string())),
    except: v.exactOptional(v.array(v.string())),
  }),
  /** A setting of the view, under the name and with the text that the address has. */
  v.strictObject({ kind: v.literal('view'), name: v.string(), is: v.string() }),
  /** What a curve shows at an energy, outside the heliosphere: of a ratio the number that its axis has. */
  v.strictObject({ kind: v.literal('value'), lane, energyGeV, ...range }),
  /** The local spectral index -d ln flux / d ln E outside the heliosphere. */
  v.strictObject({ kind: v.literal('slope'), lane, energyGeV, ...range }),
  /** By how much that index falls between two energies: positive where the spectrum hardens. */
  v.strictObject({
    kind: v.literal('hardening'),
    lane,
    fromGeV: energyGeV,
    toGeV: energyGeV,
    ...range,
  }),
  /** THM over CM outside the heliosphere, one at `referenceGeV`. */
  v.strictObject({ kind: v.literal('ratio'), species, energyGeV, referenceGeV: energyGeV, ...range }),
  /** Difference to a frozen curve of that name: everywhere at most, or somewhere at least, so many per cent. */
  v.strictObject({
    kind: v.literal('ghost'),
    lane,
    name: v.string(),
    fromGeV: energyGeV,
    toGeV: energyGeV,
    withinPercent: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
    beyondPercent: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
  }),
  /** Flux at Earth over flux outside the heliosphere. */
  v.strictObject({ kind: v.literal('modulation'), lane, energyGeV, ...range }),
  /** Rigidity (GV) at which both terms of Jin16 Eq. 4 are equal. */
  v.strictObject({ kind: v.literal('crossing'), ...range }),
  /** A number that was typed in answer to the task. */
  v.strictObject({ kind: v.literal('number'), label: v.string(), unit: v.string(), ...range }),
] as const;

type Leaf = v.InferOutput<(typeof leafSchemas)[number]>;
export type Check = Leaf | { readonly kind: 'all' | 'any'; readonly of: readonly Check[] };

const checks = v.pipe(v.array(v.lazy((): v.GenericSchema<Check> => checkSchema)), v.nonEmpty());

export const checkSchema: v.GenericSchema<Check> = v.variant('kind', [
  ...leafSchemas,
  v.strictObject({ kind: v.literal('all'), of: checks }),
  v.strictObject({ kind: v.literal('any'), of: checks }),
]);

export interface CheckContext {
  readonly parameters: ExplorerParameters;
  /** As the step begins. */
  readonly start: ExplorerParameters;
  readonly view: ViewSettings;
  /** What was typed in answer. */
  readonly number: number | null;
  /** The curve of a lane, if it is up to date. */
  spectrum(lane: CurveId): ObservableSpectrum | null;
  /** A lane of the frozen curve of a name, if it is solved. */
  ghost(name: string, lane: CurveId): ObservableSpectrum | null;
}

/** Points compared with a frozen curve, to the decade. */
const pointsPerDecade = 20;

function within(
  value: number | null,
  { atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number },
): boolean {
  // False for NaN too: no comparison holds.
  return value !== null && value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Infinity);
}

function fluxAt({ kineticEnergyGeV, interstellar }: ObservableSpectrum, energy: number): number {
  return interpolateLogLog(kineticEnergyGeV, interstellar, energy);
}

/** Of all figures that are shown each model's curve. */
const indicesOf = memoByIdentity(
  ({ kineticEnergyGeV, interstellar }: ObservableSpectrum) => curveIndices(kineticEnergyGeV, interstellar),
  mostFigures * modelKeys.length,
);

/** The local index of a curve as the slope view shows it; null where its window does not fit. */
export function slopeAt(spectrum: ObservableSpectrum, energy: number): number | null {
  return indexAt(indicesOf(spectrum), energy);
}

function ratio(context: CheckContext, particle: SpeciesKey, energy: number, reference: number) {
  const thm = context.spectrum(curveOf('thm', particle));
  const cm = context.spectrum(curveOf('cm', particle));
  if (thm === null || cm === null) return null;
  const at = (where: number) => fluxAt(thm, where) / fluxAt(cm, where);
  return at(energy) / at(reference);
}

/** Largest relative difference of two spectra, per cent. */
function largestDifference(
  one: ObservableSpectrum,
  other: ObservableSpectrum,
  from: number,
  to: number,
): number {
  const steps = Math.max(1, Math.round(pointsPerDecade * Math.log10(to / from)));
  let largest = 0;
  for (let step = 0; step <= steps; step++) {
    const energy = from * (to / from) ** (step / steps);
    largest = Math.max(largest, 100 * Math.abs(fluxAt(one, energy) / fluxAt(other, energy) - 1));
  }
  return largest;
}

/** The parameters that an `unchanged` check is about. */
export function watchedParameters({
  ids = [],
  groups = [],
  except = [],
}: Extract<Check, { kind: 'unchanged' }>): readonly ExplorerParameterId[] {
  const watched = explorerTable.filter(
    (entry) => (ids.includes(entry.id) || groups.includes(entry.group)) && !except.includes(entry.id),
  );
  // The cast: ids of the explorer table are the keys of its parameter type.
  return watched.map((entry) => entry.id as ExplorerParameterId);
}

/** Checks that are of a number taken from the curves or from the model. */
export type Measuring = Extract<
  Check,
  { kind: 'value' | 'slope' | 'hardening' | 'ratio' | 'ghost' | 'modulation' | 'crossing' }
>;

/** What a check is of, at present: a value, an index, a ratio, per cent for `ghost`, GV for `crossing`; null while it is not known. */
export function measured(check: Measuring, context: CheckContext): number | null {
  if (check.kind === 'crossing') return crossingRigidityGV(diffusionLaw(context.parameters));
  if (check.kind === 'ratio') return ratio(context, check.species, check.energyGeV, check.referenceGeV);
  const spectrum = context.spectrum(check.lane);
  if (spectrum === null) return null;
  switch (check.kind) {
    case 'value':
      return fluxAt(spectrum, check.energyGeV);
    case 'slope':
      return slopeAt(spectrum, check.energyGeV);
    case 'hardening': {
      const [before, after] = [slopeAt(spectrum, check.fromGeV), slopeAt(spectrum, check.toGeV)];
      return before === null || after === null ? null : before - after;
    }
    case 'ghost': {
      const frozen = context.ghost(check.name, check.lane);
      return frozen === null ? null : largestDifference(spectrum, frozen, check.fromGeV, check.toGeV);
    }
    case 'modulation': {
      const earth = interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.modulated, check.energyGeV);
      return earth / fluxAt(spectrum, check.energyGeV);
    }
  }
}

/** Whether every curve that a check reads is there. */
function isKnown(check: Check, { spectrum, ghost }: CheckContext): boolean {
  if (check.kind === 'ratio')
    return (
      spectrum(curveOf('thm', check.species)) !== null && spectrum(curveOf('cm', check.species)) !== null
    );
  if (!('lane' in check)) return true;
  return spectrum(check.lane) !== null && (check.kind !== 'ghost' || ghost(check.name, check.lane) !== null);
}

/** Whether a check holds; null while that is not known, for want of a curve that is up to date. */
export function verdict(check: Check, context: CheckContext): boolean | null {
  const { parameters, start, view } = context;
  // The casts: parseLesson has found the id in the table.
  const present = (id: string): ParameterValue => parameters[id as ExplorerParameterId];
  if (!isKnown(check, context)) return null;
  switch (check.kind) {
    case 'parameter': {
      const value = present(check.id);
      if (check.is !== undefined) return value === check.is;
      return typeof value === 'number' && within(value, check);
    }
    case 'changed':
      return present(check.id) !== start[check.id as ExplorerParameterId];
    case 'unchanged':
      return watchedParameters(check).every((id) => parameters[id] === start[id]);
    case 'view':
      return viewField(check.name)?.write(view) === check.is;
    case 'ghost': {
      const { withinPercent: atMost = Infinity, beyondPercent: atLeast = 0 } = check;
      return within(measured(check, context), { atLeast, atMost });
    }
    case 'number':
      return within(context.number, check);
    case 'all': {
      const all = check.of.map((one) => verdict(one, context));
      return all.includes(false) ? false : all.includes(null) ? null : true;
    }
    case 'any': {
      const all = check.of.map((one) => verdict(one, context));
      return all.includes(true) ? true : all.includes(null) ? null : false;
    }
    default:
      return within(measured(check, context), check);
  }
}

/** The first number a check asks a person to type, if it asks for one. */
export function numberAsked(check: Check): Extract<Check, { kind: 'number' }> | undefined {
  if (check.kind === 'number') return check;
  if (check.kind !== 'all' && check.kind !== 'any') return undefined;
  for (const one of check.of) {
    const asked = numberAsked(one);
    if (asked !== undefined) return asked;
  }
  return undefined;
}

/** A check and all that it is made of. */
export function allChecks(check: Check): readonly Check[] {
  return check.kind === 'all' || check.kind === 'any' ? [check, ...check.of.flatMap(allChecks)] : [check];
}
