/**
 * DRAGON's own spectra for the paper's two models, at two settings, beside the converged solution of the same equation, and its
 * errors by cause. scripts/dragonCurves.ts writes the document from the fixtures of tests/reference; the page fetches it when
 * it is wanted. Nothing here is measured, but it comes the way of the measurements: a file, parsed.
 */
import * as v from 'valibot';
import { firstIssue } from './tableSchema';
import type { Result } from './tableTypes';

/** Relative to the page. */
export const dragonAddress = './data/dragon/curves.json';

export const dragonGrades = ['default', 'fine', 'converged'] as const;
export type DragonGrade = (typeof dragonGrades)[number];

/** Per cent, in the order of a row of the document after the energy. */
export const dragonCauses = [
  'time',
  'zOperator',
  'conservativeZ',
  'lowestEnergy',
  'energyStep',
  'total',
  'shape',
] as const;
export type DragonCause = (typeof dragonCauses)[number];

const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.minValue(Number.MIN_VALUE, 'must be positive'));
const percent = v.nullable(finite);
/** Kinetic energy (GeV), density per unit momentum in DRAGON's units. */
const curveRow = v.strictTuple([positive, positive]);
const curve = v.pipe(
  v.array(curveRow),
  v.minLength(2, 'must hold at least two points'),
  v.check(
    (rows) => rows.every(([energy], i) => i === 0 || energy > rows[i - 1]![0]),
    'must ascend in energy',
  ),
);

const caseSchema = v.strictObject({
  model: v.picklist(['thm', 'cm']),
  species: v.picklist(['p', 'e-']),
  curves: v.strictObject({ default: curve, fine: curve, converged: curve }),
  causes: v.array(v.strictTuple([positive, percent, percent, percent, percent, percent, percent, percent])),
});

const documentSchema = v.strictObject({
  version: v.literal(1),
  /** What ran, on what. */
  provenance: v.array(v.string()),
  settings: v.strictObject({ default: v.string(), fine: v.string(), converged: v.string() }),
  cases: v.array(caseSchema),
});

export type DragonDocument = v.InferOutput<typeof documentSchema>;

export interface DragonCurve {
  /** Kinetic energy, GeV, ascending. */
  readonly kineticEnergyGeV: Float64Array<ArrayBuffer>;
  /** Per unit momentum, arbitrary unit: the interstellar flux per kinetic energy is proportional to it. */
  readonly density: Float64Array<ArrayBuffer>;
}

/** Errors of DRAGON's default settings at an energy, per cent; null: not determined. */
export type DragonErrors = { readonly kineticEnergyGeV: number } & {
  readonly [Cause in DragonCause]: number | null;
};

export interface DragonCase {
  readonly model: 'thm' | 'cm';
  readonly species: 'p' | 'e-';
  readonly curves: Readonly<Record<DragonGrade, DragonCurve>>;
  readonly causes: readonly DragonErrors[];
}

export interface DragonCurves {
  readonly provenance: readonly string[];
  readonly settings: Readonly<Record<DragonGrade, string>>;
  readonly cases: readonly DragonCase[];
}

function curveOf(rows: readonly (readonly [number, number])[]): DragonCurve {
  return {
    kineticEnergyGeV: Float64Array.from(rows, ([energy]) => energy),
    density: Float64Array.from(rows, ([, density]) => density),
  };
}

function caseOf({ model, species, curves, causes }: DragonDocument['cases'][number]): DragonCase {
  return {
    model,
    species,
    curves: {
      default: curveOf(curves.default),
      fine: curveOf(curves.fine),
      converged: curveOf(curves.converged),
    },
    causes: causes.map(
      ([kineticEnergyGeV, time, zOperator, conservativeZ, lowestEnergy, energyStep, total, shape]) => ({
        kineticEnergyGeV,
        time,
        zOperator,
        conservativeZ,
        lowestEnergy,
        energyStep,
        total,
        shape,
      }),
    ),
  };
}

export function parseDragonCurves(json: unknown): Result<DragonCurves> {
  const parsed = v.safeParse(documentSchema, json);
  if (!parsed.success) return { ok: false, reason: `DRAGON's curves: ${firstIssue(parsed.issues)}` };
  const { provenance, settings, cases } = parsed.output;
  return { ok: true, value: { provenance, settings, cases: cases.map(caseOf) } };
}

/** Null: DRAGON was not run on it. */
export function dragonCase(
  { cases }: Pick<DragonCurves, 'cases'>,
  model: string,
  species: string,
): DragonCase | null {
  return cases.find((one) => one.model === model && one.species === species) ?? null;
}
