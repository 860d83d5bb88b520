/** A solve request as it arrives in the worker is data from outside: parsed against the parameter table. */
import type { BoxRequest } from '../model/boxGalaxy';
import { partIds } from '../model/boxSettings';
import type { ParameterDefinition } from '../model/parameters/definition';
import { parameterTable } from '../model/parameters/parameterTable';
import {
  allowedValues,
  isChoiceParameter,
  isNumberParameter,
  type Parameters,
  type ParameterValue,
} from '../model/parameters/values';
import { solveKeys, speciesKeys } from '../model/particles';
import { tierIds } from '../model/propagated';
import { coarseningRange, finestRefinement } from '../model/tiers';
import { printableValue } from '../text/printable';
import type { SolveRequest } from './protocol';

export type ParsedRequest =
  | { readonly ok: true; readonly request: SolveRequest }
  | { readonly ok: false; readonly reason: string };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function allows(entry: ParameterDefinition, value: unknown): value is ParameterValue {
  if (isNumberParameter(entry)) {
    return typeof value === 'number' && value >= entry.minimum && value <= entry.maximum;
  }
  if (isChoiceParameter(entry)) return entry.options.some((option) => option.value === value);
  return value === 'on' || value === 'off';
}

type ParsedParameters =
  | { readonly ok: true; readonly parameters: Parameters }
  | { readonly ok: false; readonly reason: string };

/** Checks every parameter of the table. Keys the table does not know are dropped. */
function parseParameters(given: unknown): ParsedParameters {
  if (!isRecord(given)) return { ok: false, reason: 'The request has no parameters.' };
  const values: Record<string, ParameterValue> = {};
  for (const entry of parameterTable) {
    const value = given[entry.id];
    if (!allows(entry, value)) {
      const found = value === undefined ? 'it is missing' : `not ${printableValue(value)}`;
      return { ok: false, reason: `${entry.id} must be ${allowedValues(entry)}; ${found}.` };
    }
    values[entry.id] = value;
  }
  // The cast states what the loop did: one allowed value for each id of the table.
  return { ok: true, parameters: values as unknown as Parameters };
}

/** What a request says beside its parameters: one of a few words. */
function oneOf<Word extends string>(words: readonly Word[], given: unknown): Word | undefined {
  return words.find((word) => word === given);
}

/** What a parser says of a message that throws when it is looked at. */
function orUnreadable<Outcome>(parse: () => Outcome) {
  try {
    return parse();
  } catch {
    return { ok: false, reason: 'The request cannot be read.' } as const;
  }
}

/** The reason of a refusal names the field or the parameter and what it may be. Never throws. */
export function parseRequest(message: unknown): ParsedRequest {
  return orUnreadable(() => readRequest(message));
}

function isRefinement(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= finestRefinement;
}

function readRequest(message: unknown): ParsedRequest {
  if (!isRecord(message)) return { ok: false, reason: 'The request is not an object.' };
  const { species: speciesAsked, tier: tierAsked, parameters, coarsening = 1, refinement = 0 } = message;
  const species = oneOf(solveKeys, speciesAsked);
  if (!species) return { ok: false, reason: `The species must be one of ${solveKeys.join(', ')}.` };
  const tier = oneOf(tierIds, tierAsked);
  if (!tier) return { ok: false, reason: `The tier must be one of ${tierIds.join(', ')}.` };
  const [finest, coarsest] = coarseningRange;
  if (typeof coarsening !== 'number' || !(coarsening >= finest && coarsening <= coarsest))
    return { ok: false, reason: `The coarsening must be a number from ${finest} to ${coarsest}.` };
  if (typeof refinement !== 'number' || !isRefinement(refinement))
    return {
      ok: false,
      reason: `The refinement must be a whole number from 0 to ${finestRefinement}; not ${printableValue(refinement)}.`,
    };
  const parsed = parseParameters(parameters);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    request: {
      species,
      tier,
      parameters: parsed.parameters,
      ...(coarsening !== 1 && { coarsening }),
      ...(refinement !== 0 && { refinement }),
    },
  };
}

export type ParsedBoxRequest =
  | { readonly ok: true; readonly request: BoxRequest }
  | { readonly ok: false; readonly reason: string };

/** The same for a part of a solve in three dimensions. */
export function parseBoxRequest(message: unknown): ParsedBoxRequest {
  return orUnreadable(() => readBoxRequest(message));
}

function readBoxRequest(message: unknown): ParsedBoxRequest {
  if (!isRecord(message)) return { ok: false, reason: 'The request is not an object.' };
  const { species: speciesAsked, part: partAsked, parameters } = message;
  const species = oneOf(speciesKeys, speciesAsked);
  if (!species) return { ok: false, reason: `The species must be ${speciesKeys.join(' or ')}.` };
  const part = oneOf(partIds, partAsked);
  if (!part) return { ok: false, reason: `The part must be one of ${partIds.join(', ')}.` };
  const parsed = parseParameters(parameters);
  return parsed.ok ? { ok: true, request: { species, part, parameters: parsed.parameters } } : parsed;
}
