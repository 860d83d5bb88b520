/**
 * The models that are drawn side by side, one table: what they are called, and how each one's parameters differ from what the
 * sliders show. Colours, dashes and marks are plot's, keyed by these ids.
 * The ids stand in addresses, state files, CSV files and on the command line: they stay.
 */
import type { ComparisonId, ExplorerParameters, ParameterId, Parameters } from './parameters/values';

interface ModelDefinition {
  readonly name: string;
  readonly short: string;
  /** Its name in a sentence, and before "curve". */
  readonly phrase: string;
  readonly adjective: string;
  /** What it has whatever the sliders show. */
  readonly fixed?: Partial<Parameters>;
  /** What it has a slider of its own for. */
  readonly own?: Readonly<Partial<Record<ParameterId, ComparisonId>>>;
}

export const models = {
  /** What the sliders show. */
  thm: { name: 'Two halos', short: 'THM', phrase: 'two halos', adjective: 'two-halo' },
  /** One halo with its own slope and scale, all else shared. */
  cm: {
    name: 'Conventional',
    short: 'CM',
    phrase: 'conventional model',
    adjective: 'conventional',
    fixed: { profile: 'uniform' },
    own: { delta0: 'cm.delta', 'p.norm': 'cm.p.norm', 'e.norm': 'cm.e.norm' },
  },
} as const satisfies Readonly<Record<string, ModelDefinition>>;

export type ModelKey = keyof typeof models;

/** The first is drawn on top. */
// The cast: keys of a table that is written above.
export const modelKeys = Object.keys(models) as readonly ModelKey[];

export function modelRecord<T>(make: (model: ModelKey) => T): Record<ModelKey, T> {
  // The cast: one entry for each model.
  return Object.fromEntries(modelKeys.map((model) => [model, make(model)])) as Record<ModelKey, T>;
}

/** The slider that sets a parameter of a model. */
export function sliderOf<Id extends ParameterId>(model: ModelKey, id: Id): Id | ComparisonId {
  const { own }: ModelDefinition = models[model];
  return own?.[id] ?? id;
}

/** A model's own parameters; the sliders' as they are where it has no others. */
export function modelParameters(model: ModelKey, explorer: ExplorerParameters): Parameters {
  const { fixed, own }: ModelDefinition = models[model];
  if (fixed === undefined && own === undefined) return explorer;
  const values = Object.entries(own ?? {}).map(([id, slider]) => [id, explorer[slider]]);
  return { ...explorer, ...fixed, ...Object.fromEntries(values) };
}
