/** Every lesson can be read, and can be played to its end with the solver. */
import { describe, expect, test } from 'vitest';
import type { ExplorerParameters } from '../../../src/model/parameters/values';
import { paperExplorer } from '../../../src/model/presets';
import { interpolateLogLog } from '../../../src/model/spectrum';
import { verdict } from '../../../src/state/lessons/check';
import { type CurveId, lanesOfCurve } from '../../../src/state/lessons/curves';
import { levels, parseLesson, stepStart, withChange } from '../../../src/state/lessons/lesson';
import { lessonDocuments, lessons } from '../../../src/state/lessons/lessons';
import { readings } from '../../../src/state/lessons/readings';
import { standardView } from '../../../src/state/view';
import { lanesOf, solvedContext } from './playing';

test('every lesson can be read', () => {
  expect(lessonDocuments.map(parseLesson).flatMap((read) => (read.ok ? [] : read.problems))).toEqual([]);
  expect(lessons.length).toBe(lessonDocuments.length);
});

test('there are nine or more lessons, each under a name of its own, and some for each level', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(9);
  expect(new Set(lessons.map((lesson) => lesson.id)).size).toBe(lessons.length);
  for (const { id } of levels) expect(lessons.filter(({ level }) => level === id).length).toBeGreaterThan(1);
});

const steps = lessons.flatMap((lesson) => lesson.steps.map((step, index) => ({ lesson, step, index })));

describe('played with the solver', () => {
  test.each(steps.map((one) => [`${one.lesson.id}, step ${one.index + 1}`, one] as const))(
    '%s is done by its solution and not before',
    (_, { lesson, step, index }) => {
      const lanes = lanesOf(step.check);
      const start = stepStart(lesson, index);
      const before = solvedContext(start, lanes, start.parameters);
      expect(verdict(step.check, before), JSON.stringify(readings(step.check, before))).not.toBe(true);
      const end = withChange(start, step.solution);
      const after = solvedContext(end, lanes, start.parameters, step.solution.number ?? null);
      expect(verdict(step.check, after), JSON.stringify(readings(step.check, after))).toBe(true);
      for (const { value } of readings(step.check, after)) expect(value).not.toBe('not solved yet');
    },
  );
});

describe('numbers that the lessons on nuclei tell', () => {
  /** At an energy per nucleon (GeV), outside the heliosphere. */
  const at = (curve: CurveId, energyGeV: number, parameters: Partial<ExplorerParameters> = {}) => {
    const state = { parameters: { ...paperExplorer, ...parameters }, view: standardView, frozen: [] };
    const spectrum = solvedContext(state, lanesOfCurve(curve), paperExplorer).spectrum(curve);
    if (spectrum === null) throw new Error(`${curve} is not solved.`);
    return interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.interstellar, energyGeV);
  };
  const change = (curve: CurveId, energyGeV: number, parameters: Partial<ExplorerParameters>) =>
    100 * (at(curve, energyGeV, parameters) / at(curve, energyGeV) - 1);
  const thin = { L: 2.5, D0: 2.85e28 };

  // To the last digit of the text.
  test.each([
    ['a smaller D₀', () => change('thm:B/C', 30, { D0: 4.5e28 }), 19, 1],
    ['half the halo', () => change('cm:B/C', 30, { L: 2.5 }), -43, 1],
    ['half the halo and D₀', () => change('cm:B/C', 300, { L: 2.5, D0: 2.75e28 }), 5, 1],
    ['the thick halo’s beryllium', () => at('cm:Be10/Be9', 1), 0.097, 0.001],
    ['the thin halo’s beryllium', () => at('cm:Be10/Be9', 1, thin), 0.119, 0.001],
    ['beryllium that ages slowly', () => at('cm:Be10/Be9', 100), 0.62, 0.01],
    ['the same in the thin halo', () => at('cm:Be10/Be9', 100, thin), 0.62, 0.01],
    ['a break at the source', () => change('cm:B/C', 1000, { 'p.secondBreak': 'on' }), 0, 0.1],
    ['two halos at 1 TeV/n', () => at('thm:B/C', 1000) / at('cm:B/C', 1000), 1.22, 0.01],
    ['two halos at 3 TeV/n', () => at('thm:B/C', 3000) / at('cm:B/C', 3000), 1.41, 0.01],
  ] as const)('%s', (_, value, told, digit) => {
    expect(Math.abs(value() - told)).toBeLessThan(digit);
  });
});
