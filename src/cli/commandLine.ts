/**
 * The command line of `npm run solve`, parsed: what is asked for, or one line that says what is allowed. Text from
 * outside is checked here and trusted afterwards. Pure.
 */
import { parseArgs } from 'node:util';
import {
  type ParameterId,
  type Parameters,
  type ParameterValue,
  parameterDefinition,
  parseParameter,
} from '../model/parameters';
import { comparisonTable, parameterTable } from '../model/parameterTable';
import { type PresetId, presetIds, presets } from '../model/presets';
import { type SpeciesKey, tierIds } from '../model/propagated';
import { givenRangeGeV } from '../model/tiers';
import { alternatives, exactNumber } from './words';

const speciesKeys = ['p', 'e-'] as const satisfies readonly SpeciesKey[];
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

const optionNames = ['preset', 'species', 'set', 'tier', 'format', 'profile', 'energy', 'help'] as const;
type OptionName = (typeof optionNames)[number];
const optionList = optionNames.map((name) => `--${name}`).join(', ');

class Refusal extends Error {}

function isOptionName(name: string): name is OptionName {
  return (optionNames as readonly string[]).includes(name);
}

/** Every option with the values it was given, in order; `help` has none. */
function readOptions(words: readonly string[]): Map<OptionName, string[]> {
  const text = { type: 'string' } as const;
  const { tokens } = parseArgs({
    args: [...words],
    options: {
      preset: text,
      species: text,
      set: { type: 'string', multiple: true },
      tier: text,
      format: text,
      profile: text,
      energy: text,
      help: { type: 'boolean', short: 'h' },
    },
    // Not strict: the complaints below say what is allowed, which those of parseArgs do not.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<OptionName, string[]>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      throw new Refusal(`"${token.value}" belongs to no option. Options: ${optionList}.`);
    }
    if (!isOptionName(token.name)) {
      throw new Refusal(`${token.rawName} is no option. Options: ${optionList}.`);
    }
    const values = given.get(token.name) ?? [];
    given.set(token.name, values);
    if (token.name === 'help') continue;
    // The word after an option is its value, unless it is itself an option.
    const missing = token.value === undefined || (!token.inlineValue && token.value.startsWith('--'));
    if (missing) throw new Refusal(`--${token.name} needs a value.`);
    if (values.length > 0 && token.name !== 'set') throw new Refusal(`--${token.name} is given twice.`);
    values.push(token.value ?? '');
  }
  return given;
}

function choose<Value extends string>(name: OptionName, allowed: readonly Value[], given: string): Value {
  const found = allowed.find((value) => value === given);
  if (found === undefined) throw new Refusal(`--${name} must be ${alternatives(allowed)}, not "${given}".`);
  return found;
}

function required<Value extends string>(
  options: ReadonlyMap<OptionName, readonly string[]>,
  name: OptionName,
  allowed: readonly Value[],
): Value {
  const given = options.get(name)?.[0];
  if (given === undefined) throw new Refusal(`--${name} is missing: give ${alternatives(allowed)}.`);
  return choose(name, allowed, given);
}

function isParameterId(id: string): id is ParameterId {
  return parameterTable.some((entry) => entry.id === id);
}

/** One `id=value` of `--set`. */
function parseSetting(text: string): readonly [ParameterId, ParameterValue] {
  const separator = text.indexOf('=');
  if (separator < 0) throw new Refusal(`--set needs id=value, not "${text}".`);
  const id = text.slice(0, separator).trim();
  if (comparisonTable.some((entry) => entry.id === id)) {
    const own = id === 'cm.delta' ? 'delta0' : id.replace(/^cm\./, '');
    throw new Refusal(
      `${id} belongs to the explorer's second curve; one model is solved here: use --preset cm --set ${own}=value.`,
    );
  }
  const entry = parameterDefinition(id);
  if (entry === undefined || !isParameterId(id)) {
    const ids = parameterTable.map((known) => known.id).join(', ');
    throw new Refusal(`"${id}" is no parameter. Parameters: ${ids}.`);
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

function parseProfile(
  options: ReadonlyMap<OptionName, readonly string[]>,
  species: SpeciesKey,
): ProfileRequest | null {
  const axis = options.get('profile')?.[0];
  const energy = options.get('energy')?.[0];
  const [lowest, highest] = givenRangeGeV[species];
  const allowed = `${exactNumber(lowest)} to ${exactNumber(highest)} GeV for ${species}`;
  if (axis === undefined) {
    if (energy !== undefined) throw new Refusal('--energy needs --profile z or --profile r.');
    return null;
  }
  const chosen = choose('profile', profileAxes, axis);
  if (energy === undefined) throw new Refusal(`--profile needs --energy, ${allowed}.`);
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(energy) ? Number(energy) : Number.NaN;
  if (!(value >= lowest && value <= highest)) {
    throw new Refusal(`--energy must be ${allowed}, not "${energy}".`);
  }
  return { axis: chosen, kineticEnergyGeV: value };
}

function parse(words: readonly string[]): CommandLine {
  const options = readOptions(words);
  if (options.has('help')) return { kind: 'help' };
  const presetId = required(options, 'preset', presetIds);
  const species = required(options, 'species', speciesKeys);
  return {
    kind: 'solve',
    command: {
      presetId,
      species,
      parameters: parseSettings(presets[presetId].parameters, options.get('set') ?? []),
      tier: choose('tier', tiers, options.get('tier')?.[0] ?? 'settled'),
      format: choose('format', formats, options.get('format')?.[0] ?? 'csv'),
      profile: parseProfile(options, species),
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
