/** A solve request as it arrives in the worker is data from outside: parsed against the parameter table. */
import {
  allowedValues,
  isChoiceParameter,
  isNumberParameter,
  type Parameters,
  type ParameterValue,
} from '../model/parameters';
import { type ParameterDefinition, parameterTable } from '../model/parameterTable';
import { type SpeciesKey, tierIds } from '../model/propagated';
import type { SolveRequest } from './protocol';

const speciesKeys = ['p', 'e-'] as const satisfies readonly SpeciesKey[];

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

/**
 * Checks species, tier and every parameter of the table. Keys the table does not know are dropped. The reason of
 * a refusal names the parameter and what it may be.
 */
export function parseRequest(message: unknown): ParsedRequest {
  if (!isRecord(message)) return { ok: false, reason: 'The request is not an object.' };
  const { species: speciesAsked, tier: tierAsked, parameters: given } = message;
  const species = speciesKeys.find((key) => key === speciesAsked);
  if (!species) return { ok: false, reason: `The species must be ${speciesKeys.join(' or ')}.` };
  const tier = tierIds.find((name) => name === tierAsked);
  if (!tier) return { ok: false, reason: `The tier must be one of ${tierIds.join(', ')}.` };
  if (!isRecord(given)) return { ok: false, reason: 'The request has no parameters.' };
  const values: Record<string, ParameterValue> = {};
  for (const entry of parameterTable) {
    const value = given[entry.id];
    if (!allows(entry, value)) {
      const found = value === undefined ? 'it is missing' : `not ${String(value)}`;
      return { ok: false, reason: `${entry.id} must be ${allowedValues(entry)}; ${found}.` };
    }
    values[entry.id] = value;
  }
  // The cast states what the loop did: one allowed value for each id of the table.
  return { ok: true, request: { species, tier, parameters: values as unknown as Parameters } };
}
