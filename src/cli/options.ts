/** The words of a command line as options with their values, or one line that says what is allowed. */
import { parseArgs } from 'node:util';
import { plainText } from '../text/plain';
import { printable } from '../text/printable';
import { nearest } from './nearest';
import { alternatives } from './words';

const optionNames = [
  'preset',
  'species',
  'observable',
  'axis',
  'set',
  'tier',
  'format',
  'profile',
  'energy',
  'help',
] as const;
export type OptionName = (typeof optionNames)[number];
export type Options = ReadonlyMap<OptionName, readonly string[]>;
const optionList = optionNames.map((name) => `--${name}`).join(', ');

/** Its message is the line that the person reads. */
export class Refusal extends Error {}

function isOptionName(name: string): name is OptionName {
  return (optionNames as readonly string[]).includes(name);
}

/** The sentence that offers a word for a misspelt one; empty where none is near. */
export function offer(word: string, known: readonly string[], prefix = ''): string {
  const found = nearest(word, known);
  return found === null ? '' : ` Did you mean ${prefix}${found}?`;
}

function offerOption(word: string): string {
  const name = plainText(word).replace(/^-+/, '').split('=')[0] ?? '';
  return offer(name, optionNames, '--');
}

/** Every option with the values it was given, in order; `help` has none. */
export function readOptions(words: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { tokens } = parseArgs({
    // A script with Windows line ends leaves a carriage return on its last word.
    args: words.map((word) => word.trim()),
    options: {
      preset: text,
      species: text,
      observable: text,
      axis: text,
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
      // A word processor makes one long dash of two.
      const isOption = /^[-\u2010-\u2015\u2212]/.test(token.value);
      throw new Refusal(
        `"${printable(token.value)}" belongs to no option. Options: ${optionList}.${isOption ? offerOption(token.value) : ''}`,
      );
    }
    if (!isOptionName(token.name)) {
      throw new Refusal(
        `${printable(token.rawName)} is no option. Options: ${optionList}.${offerOption(token.name)}`,
      );
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

export function choose<Value extends string>(
  name: OptionName,
  allowed: readonly Value[],
  given: string,
): Value {
  const word = plainText(given);
  const found = allowed.find((value) => value === word);
  if (found === undefined)
    throw new Refusal(`--${name} must be ${alternatives(allowed)}, not "${printable(given)}".`);
  return found;
}

export function required<Value extends string>(
  options: Options,
  name: OptionName,
  allowed: readonly Value[],
): Value {
  const given = options.get(name)?.[0];
  if (given === undefined) throw new Refusal(`--${name} is missing: give ${alternatives(allowed)}.`);
  return choose(name, allowed, given);
}
