/**
 * The command line of `npm run solve`, parsed: what is asked for, or one line that says what is allowed. Text from
 * outside is checked here and trusted afterwards. Pure.
 */

import { parameterTable } from '../model/parameters/parameterTable';
import { comparisonTable } from '../model/parameters/table/comparison';
import {
  type ParameterId,
  type Parameters,
  type ParameterValue,
  parameterDefinition,
  parseParameter,
} from '../model/parameters/values';
import { particles } from '../model/particles';
import { type PresetId, presetIds, presets } from '../model/presets';
import { type SpeciesKey, type Tier, tierIds } from '../model/propagated';
import { highestOverCutoff, solvedRangeGeV } from '../model/tiers';
import { transported } from '../model/transported';
import { bothReadings, readNumber } from '../text/number';
import { plainText } from '../text/plain';
import { printable } from '../text/printable';
import { choose, type Options, offer, Refusal, readOptions, required } from './options';
import {
  isPublishedOnRigidity,
  observableSubject,
  observableWords,
  ratioTermWords,
  type Subject,
  speciesSubject,
  speciesSubjectWords,
} from './subject';
import { alternatives, exactNumber } from './words';

/** The axisymmetric tiers, and the solve in three dimensions. */
const tiers = [...tierIds, '3d'] as const;
const formats = ['csv', 'json'] as const;
const profileAxes = ['z', 'r'] as const;
const observableAxes = ['rigidity', 'kineticEnergyPerNucleon'] as const;

export type OutputFormat = (typeof formats)[number];
export type ProfileAxis = (typeof profileAxes)[number];
export type ObservableAxis = (typeof observableAxes)[number];

/** The flux along one line through the Galaxy: z at the Sun's radius, or r in the plane. */
export interface ProfileRequest {
  readonly axis: ProfileAxis;
  readonly kineticEnergyGeV: number;
}

interface Asked {
  readonly presetId: PresetId;
  readonly parameters: Parameters;
  readonly format: OutputFormat;
}

/** Of a particle that is solved alone. Without `profile` the answer is the spectrum at the Sun. */
export interface ParticleCommand extends Asked {
  readonly kind: 'particle';
  readonly species: SpeciesKey;
  readonly tier: (typeof tiers)[number];
  readonly profile: ProfileRequest | null;
}

/** Of what is composed of solves of several particles, at the Sun. */
export interface ComposedCommand extends Asked {
  readonly kind: 'composed';
  readonly subject: Subject;
  /** Of `--observable`; null with `--species`, whose spectrum has both. */
  readonly axis: ObservableAxis | null;
  readonly tier: Tier;
  readonly profile: null;
}

export type SolveCommand = ParticleCommand | ComposedCommand;

export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'solve'; readonly command: SolveCommand }
  | { readonly kind: 'refused'; readonly reason: string };

function isParameterId(id: string): id is ParameterId {
  return parameterTable.some((entry) => entry.id === id);
}

/** One `id=value` of `--set`. */
function parseSetting(text: string): readonly [ParameterId, ParameterValue] {
  const separator = text.indexOf('=');
  if (separator < 0) throw new Refusal(`--set needs id=value, not "${printable(text)}".`);
  const name = text.slice(0, separator).trim();
  const id = plainText(name);
  if (comparisonTable.some((entry) => entry.id === id)) {
    const own = id === 'cm.delta' ? 'delta0' : id.replace(/^cm\./, '');
    throw new Refusal(
      `${id} belongs to the explorer's second curve; one model is solved here: use --preset cm --set ${own}=value.`,
    );
  }
  const entry = parameterDefinition(id);
  if (entry === undefined || !isParameterId(id)) {
    const ids = parameterTable.map((known) => known.id);
    throw new Refusal(
      `"${printable(name)}" is no parameter. Parameters: ${ids.join(', ')}.${offer(id, ids)}`,
    );
  }
  const parsed = parseParameter(entry, text.slice(separator + 1));
  if (!parsed.ok) throw new Refusal(parsed.reason);
  return [id, parsed.value];
}

function parseSettings(preset: Parameters, texts: readonly string[]): Parameters {
  const values = new Map<ParameterId, ParameterValue>();
  for (const text of texts) {
    const [id, value] = parseSetting(text);
    if (values.has(id)) throw new Refusal(`${id} is set twice.`);
    values.set(id, value);
  }
  // The cast is sound: parseParameter returns a value of the kind that its entry of the table has.
  return { ...preset, ...Object.fromEntries(values) } as Parameters;
}

/** Kinetic energies (GeV) that a profile may be of, and in words. */
function profileRange(parameters: Parameters, species: SpeciesKey) {
  const [lowest, highestGiven] = particles[species].givenGeV;
  const highestSolved = solvedRangeGeV(parameters, transported(parameters, species))[1];
  const words = (highest: number) => `${exactNumber(lowest)} to ${exactNumber(highest)} GeV for ${species}`;
  if (highestSolved >= highestGiven)
    return { lowest, highest: highestGiven, allowed: words(highestGiven) } as const;
  const cutoff = particles[species].cutoff;
  const reason = `solved up to ${highestOverCutoff} times the cutoff, ${cutoff} = ${exactNumber(parameters[cutoff])} GV`;
  return { lowest, highest: highestSolved, allowed: `${words(highestSolved)} (${reason})` } as const;
}

function parseProfile(options: Options, species: SpeciesKey, parameters: Parameters): ProfileRequest | null {
  const axis = options.get('profile')?.[0];
  const energy = options.get('energy')?.[0];
  if (axis === undefined) {
    if (energy !== undefined) throw new Refusal('--energy needs --profile z or --profile r.');
    return null;
  }
  const chosen = choose('profile', profileAxes, axis);
  const { lowest, highest, allowed } = profileRange(parameters, species);
  if (energy === undefined) throw new Refusal(`--profile needs --energy, ${allowed}.`);
  const read = readNumber(energy, 'GeV');
  if (!read.ok || !(read.value >= lowest && read.value <= highest)) {
    throw new Refusal(
      `--energy must be ${allowed}, not "${printable(energy)}".${bothReadings(energy, 'GeV')}`,
    );
  }
  return { axis: chosen, kineticEnergyGeV: read.value };
}

/** Blanks mean nothing in the name of an observable: "e- + e+". */
function compactWord(given: string): string {
  return plainText(given).replace(/\s+/g, '');
}

const allowedSpecies = alternatives(speciesSubjectWords);
const allowedObservables = `${alternatives(observableWords)}, or a ratio of two of ${ratioTermWords.slice(0, 3).join(', ')}, ... ${ratioTermWords.at(-1)}`;

function parseSubject(options: Options): Subject {
  const species = options.get('species')?.[0];
  const observable = options.get('observable')?.[0];
  if (species !== undefined && observable !== undefined)
    throw new Refusal('--species and --observable are both given: one answer has one of them.');
  if (species !== undefined) {
    const subject = speciesSubject(plainText(species));
    if (subject !== undefined) return subject;
    const hint =
      observableSubject(compactWord(species)) === undefined
        ? offer(plainText(species), speciesSubjectWords)
        : ' Give it with --observable.';
    throw new Refusal(`--species must be ${allowedSpecies}, not "${printable(species)}".${hint}`);
  }
  if (observable === undefined)
    throw new Refusal(`--species is missing: give ${allowedSpecies}. For a ratio give --observable.`);
  const subject = observableSubject(compactWord(observable));
  if (subject !== undefined) return subject;
  const hint = offer(plainText(observable), observableWords);
  throw new Refusal(`--observable must be ${allowedObservables}, not "${printable(observable)}".${hint}`);
}

/** The axis of an observable: that of its publications unless told. */
function parseAxis(options: Options, subject: Subject): ObservableAxis | null {
  const given = options.get('axis')?.[0];
  if (options.has('observable'))
    return choose('axis', observableAxes, given ?? observableAxes[isPublishedOnRigidity(subject) ? 0 : 1]);
  if (given !== undefined)
    throw new Refusal('--axis needs --observable: the spectrum of a species has energy and rigidity.');
  return null;
}

function isAlone(subject: Subject): subject is Subject & { readonly id: SpeciesKey } {
  return subject.kind === 'observable' && subject.id in particles;
}

function composedCommand(
  options: Options,
  asked: Asked,
  subject: Subject,
  axis: ObservableAxis | null,
): ComposedCommand {
  const tier = choose('tier', tiers, options.get('tier')?.[0] ?? 'settled');
  if (tier === '3d')
    throw new Refusal(
      `--tier 3d is for --species p or e-: ${subject.word} has --tier ${alternatives(tierIds)}.`,
    );
  for (const name of ['profile', 'energy'] as const)
    if (options.has(name))
      throw new Refusal(`--${name} is for --species p or e-: ${subject.word} is given at the Sun.`);
  return { kind: 'composed', ...asked, subject, axis, tier, profile: null };
}

function particleCommand(options: Options, asked: Asked, species: SpeciesKey): ParticleCommand {
  return {
    kind: 'particle',
    ...asked,
    species,
    tier: choose('tier', tiers, options.get('tier')?.[0] ?? 'settled'),
    profile: parseProfile(options, species, asked.parameters),
  };
}

function parse(words: readonly string[]): CommandLine {
  const options = readOptions(words);
  if (options.has('help')) return { kind: 'help' };
  const presetId = required(options, 'preset', presetIds);
  const subject = parseSubject(options);
  const asked = {
    presetId,
    parameters: parseSettings(presets[presetId].parameters, options.get('set') ?? []),
    format: choose('format', formats, options.get('format')?.[0] ?? 'csv'),
  };
  const axis = parseAxis(options, subject);
  const command =
    isAlone(subject) && axis === null
      ? particleCommand(options, asked, subject.id)
      : composedCommand(options, asked, subject, axis);
  return { kind: 'solve', command };
}

/** Parses the words after the program's name. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  try {
    return parse(words);
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.message };
    throw error;
  }
}
