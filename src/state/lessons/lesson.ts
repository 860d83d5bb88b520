/** A lesson as data (docs/lessons.md), its parser, and the state in which each of its steps begins. */

import * as v from 'valibot';
import { parameterGroups } from '../../model/parameters/definition';
import {
  type ExplorerParameters,
  type ParameterValue,
  parameterDefinition,
  parseParameter,
} from '../../model/parameters/values';
import { paperExplorer } from '../../model/presets';
import type { NamedParameters } from '../explorerState';
import { longestGhostName } from '../ghosts';
import { viewField } from '../texts/viewText';
import { standardView, type ViewSettings } from '../view';
import { allChecks, type Check, checkSchema, numberAsked } from './check';
import { type CurveId, curveOf, solvedRangeGeV } from './curves';

export const levels = [
  { id: 'school', label: 'School' },
  { id: 'undergraduate', label: 'Undergraduate' },
  { id: 'researcher', label: 'Researcher' },
] as const;

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const changeEntries = {
  parameters: v.exactOptional(v.record(v.string(), v.union([v.number(), v.string()]))),
  /** Settings of the view under the names and with the texts of the address. */
  view: v.exactOptional(v.record(v.string(), v.string())),
};
const setupSchema = v.strictObject({
  ...changeEntries,
  /** Freezes the curves of the state so set up under this name. */
  freeze: v.exactOptional(v.pipe(text, v.maxLength(longestGhostName))),
});

const stepSchema = v.strictObject({
  /** Paragraphs. */
  task: v.pipe(v.array(text), v.nonEmpty()),
  setup: v.exactOptional(setupSchema),
  check: checkSchema,
  hint: text,
  /** What was to be seen, said once the step is done. */
  seen: text,
  /** One way to do it: for the tests, which play every lesson. */
  solution: v.strictObject({ ...changeEntries, number: v.exactOptional(v.number()) }),
});

const choiceSchema = v.strictObject({
  text,
  right: v.exactOptional(v.literal(true)),
  /** Said to the one who chose it. */
  why: v.exactOptional(text),
});

const lessonSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  level: v.picklist(levels.map((level) => level.id)),
  title: text,
  summary: text,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  setup: v.exactOptional(setupSchema),
  steps: v.pipe(v.array(stepSchema), v.nonEmpty()),
  question: v.strictObject({
    text,
    choices: v.pipe(v.array(choiceSchema), v.minLength(2)),
    explanation: text,
  }),
});

export type Lesson = v.InferOutput<typeof lessonSchema>;
export type LessonStep = Lesson['steps'][number];
export type Setup = v.InferOutput<typeof setupSchema>;
type Change = Pick<Setup, 'parameters' | 'view'>;

/** What a lesson sets. */
export interface LessonState {
  readonly parameters: ExplorerParameters;
  readonly view: ViewSettings;
  /** The frozen curves that the step and those before it have asked for. */
  readonly frozen: readonly NamedParameters[];
}

/** The decades around an energy that a local index needs (half of its window), and a little more. */
const slopeMargin = 10 ** 0.25;

function parameterProblems(parameters: Readonly<Record<string, ParameterValue>> = {}): string[] {
  return Object.entries(parameters).flatMap(([id, value]) => {
    const definition = parameterDefinition(id);
    if (definition === undefined) return [`"${id}" is not a parameter.`];
    const parsed = parseParameter(definition, String(value));
    return parsed.ok ? [] : [parsed.reason];
  });
}

function viewProblems(view: Readonly<Record<string, string>> = {}): string[] {
  return Object.entries(view).flatMap(([name, value]) => {
    const field = viewField(name);
    if (field === undefined) return [`"${name}" is not a setting of the view.`];
    return field.read(standardView, value) === null
      ? [`${name} can be ${field.allowed}, not "${value}".`]
      : [];
  });
}

function changeProblems(change: Change = {}): string[] {
  return [...parameterProblems(change.parameters), ...viewProblems(change.view)];
}

function energyProblems(lane: CurveId, energies: readonly number[], margin = 1): string[] {
  const [lowest, highest] = solvedRangeGeV(lane);
  return energies
    .filter((energy) => energy < lowest * margin || energy > highest / margin)
    .map((energy) => `${energy} GeV is outside what the curve ${lane} has.`);
}

function idProblems(ids: readonly string[]): string[] {
  return ids.filter((id) => parameterDefinition(id) === undefined).map((id) => `"${id}" is not a parameter.`);
}

function rangeProblems(check: Check): string[] {
  if (!('atLeast' in check || 'atMost' in check)) {
    const needsOne = ['value', 'slope', 'hardening', 'ratio', 'modulation', 'crossing', 'number'].includes(
      check.kind,
    );
    return needsOne ? [`A check of kind ${check.kind} needs atLeast, atMost or both.`] : [];
  }
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Infinity } = check;
  return atLeast <= atMost ? [] : [`atLeast ${atLeast} is above atMost ${atMost}.`];
}

function checkProblems(check: Check): string[] {
  const ranges = rangeProblems(check);
  switch (check.kind) {
    case 'parameter': {
      const values = [check.is, check.atLeast, check.atMost].filter((value) => value !== undefined);
      const none = values.length === 0 ? [`The check of ${check.id} says nothing of it.`] : [];
      return [...ranges, ...none, ...values.flatMap((value) => parameterProblems({ [check.id]: value }))];
    }
    case 'changed':
      return idProblems([check.id]);
    case 'unchanged': {
      const groups: readonly string[] = parameterGroups.map((group) => group.id);
      const unknown = (check.groups ?? []).filter((group) => !groups.includes(group));
      return [
        ...idProblems([...(check.ids ?? []), ...(check.except ?? [])]),
        ...unknown.map((group) => `"${group}" is not a group of parameters.`),
      ];
    }
    case 'view':
      return viewProblems({ [check.name]: check.is });
    case 'slope':
      return [...ranges, ...energyProblems(check.lane, [check.energyGeV], slopeMargin)];
    case 'hardening':
      return [...ranges, ...energyProblems(check.lane, [check.fromGeV, check.toGeV], slopeMargin)];
    case 'ratio':
      return [
        ...ranges,
        ...energyProblems(curveOf('thm', check.species), [check.energyGeV, check.referenceGeV]),
      ];
    case 'ghost': {
      const none = check.withinPercent === undefined && check.beyondPercent === undefined;
      return [
        ...energyProblems(check.lane, [check.fromGeV, check.toGeV]),
        ...(none ? ['A check of kind ghost needs withinPercent or beyondPercent.'] : []),
        ...(check.fromGeV < check.toGeV ? [] : ['fromGeV must be below toGeV.']),
      ];
    }
    case 'value':
    case 'modulation':
      return [...ranges, ...energyProblems(check.lane, [check.energyGeV])];
    default:
      return ranges;
  }
}

function stepProblems(step: LessonStep, frozen: readonly string[]): string[] {
  const ghosts = allChecks(step.check).flatMap((check) => (check.kind === 'ghost' ? [check.name] : []));
  const asksNumber = numberAsked(step.check) !== undefined;
  return [
    ...changeProblems(step.setup),
    ...changeProblems(step.solution),
    ...allChecks(step.check).flatMap(checkProblems),
    ...ghosts
      .filter((name) => !frozen.includes(name))
      .map((name) => `No setup before freezes curves named "${name}".`),
    ...(asksNumber === (step.solution.number !== undefined)
      ? []
      : ['A number in the solution and a check of kind number go together.']),
  ];
}

/** What the schema cannot see: names and ranges of parameters and energies. */
function lessonProblems(lesson: Lesson): readonly string[] {
  const frozen: string[] = lesson.setup?.freeze === undefined ? [] : [lesson.setup.freeze];
  const steps = lesson.steps.flatMap((step, index) => {
    if (step.setup?.freeze !== undefined) frozen.push(step.setup.freeze);
    return stepProblems(step, frozen).map((problem) => `Step ${index + 1}: ${problem}`);
  });
  const right = lesson.question.choices.filter((choice) => choice.right).length;
  return [
    ...changeProblems(lesson.setup),
    ...steps,
    ...(right === 1 ? [] : [`The question has ${right} right answers; it needs one.`]),
  ];
}

export type ParsedLesson =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads a lesson; every problem is one sentence that says where it is. */
export function parseLesson(document: unknown): ParsedLesson {
  const parsed = v.safeParse(lessonSchema, document);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'lesson'}: ${issue.message}`);
    return { ok: false, problems };
  }
  const problems = lessonProblems(parsed.output);
  return problems.length === 0 ? { ok: true, lesson: parsed.output } : { ok: false, problems };
}

/** A state with a change of a lesson. */
export function withChange(state: LessonState, { parameters = {}, view = {} }: Change): LessonState {
  // The cast: parseLesson has held each value to the table entry of its id.
  const changed = { ...state.parameters, ...parameters } as ExplorerParameters;
  const read = Object.entries(view).reduce(
    (now, [name, value]) => viewField(name)?.read(now, value) ?? now,
    state.view,
  );
  return { ...state, parameters: changed, view: read };
}

function withSetup(state: LessonState, setup: Setup = {}): LessonState {
  const next = withChange(state, setup);
  if (setup.freeze === undefined) return next;
  return { ...next, frozen: [...next.frozen, { name: setup.freeze, parameters: next.parameters }] };
}

/** The state in which a lesson begins: the paper's, with its setup. */
function lessonStart(lesson: Lesson): LessonState {
  return withSetup({ parameters: paperExplorer, view: standardView, frozen: [] }, lesson.setup);
}

/**
 * The state in which a step (0 for the first) begins: with a setup of its own, the lesson's start with it; without one, as the
 * solution of the step before leaves it.
 */
export function stepStart(lesson: Lesson, index: number): LessonState {
  const step = lesson.steps[index];
  const before = lesson.steps[index - 1];
  const left = before === undefined ? null : withChange(stepStart(lesson, index - 1), before.solution);
  if (left !== null && step?.setup === undefined) return left;
  const start = lessonStart(lesson);
  return withSetup({ ...start, frozen: left?.frozen ?? start.frozen }, step?.setup);
}
