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
import { particles, speciesKeys } from '../model/particles';
import { type PresetId, presetIds, presets } from '../model/presets';
import { type SpeciesKey, tierIds } from '../model/propagated';
import { highestOverCutoff, solvedRangeGeV } from '../model/tiers';
import { transported } from '../model/transported';
import { bothReadings, readNumber } from '../text/number';
import { plainText } from '../text/plain';
import { printable } from '../text/printable';
import { choose, type Options, offer, Refusal, readOptions, required } from './options';
import { exactNumber } from './words';

/** The axisymmetric tiers, and the solve in three dimensions. */
const tiers = [...tierIds, '3d'] as const;
const formats = ['csv', 'json'] as const;
const profileAxes = ['z', 'r'] as const;

export type OutputFormat = (typeof formats)[number];
export type ProfileAxis = (typeof profileAxes)[number];

/** The flux along one line through the Galaxy: z at the Sun's radius, or r in the plane. */
export interface ProfileRequest {
  readonly axis: ProfileAxis;
  readonly kineticEnergyGeV: number;
}

/** A solve as asked for. Without `profile` the answer is the spectrum at the Sun. */
export interface SolveCommand {
  readonly presetId: PresetId;
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
  readonly tier: (typeof tiers)[number];
  readonly format: OutputFormat;
  readonly profile: ProfileRequest | null;
}

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

function parse(words: readonly string[]): CommandLine {
  const options = readOptions(words);
  if (options.has('help')) return { kind: 'help' };
  const presetId = required(options, 'preset', presetIds);
  const species = required(options, 'species', speciesKeys);
  const parameters = parseSettings(presets[presetId].parameters, options.get('set') ?? []);
  return {
    kind: 'solve',
    command: {
      presetId,
      species,
      parameters,
      tier: choose('tier', tiers, options.get('tier')?.[0] ?? 'settled'),
      format: choose('format', formats, options.get('format')?.[0] ?? 'csv'),
      profile: parseProfile(options, species, parameters),
    },
  };
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
