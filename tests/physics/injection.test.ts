import { expect, test } from 'vitest';
import { type InjectionLaw, injectionBreaks, injectionSpectrum } from '../../src/physics/injection';

const proton: InjectionLaw = { breakGV: 9, slopeBelow: 2.1, slopeAbove: 2.31, cutoffGV: 2.5e6 };
const broken: InjectionLaw = { ...proton, secondBreak: { rigidityGV: 330, slopeAbove: 2.2 } };

const slopeAt = (law: InjectionLaw, rigidityGV: number) =>
  Math.log(injectionSpectrum(law, rigidityGV * 1.001) / injectionSpectrum(law, rigidityGV)) / Math.log(1.001);

test('the spectrum steepens from 2.1 to 2.31 at 9 GV', () => {
  expect(slopeAt(proton, 5)).toBeCloseTo(-2.1, 4);
  // 1e-3: the cutoff adds rho/rho_cut to the slope.
  expect(slopeAt(proton, 500)).toBeCloseTo(-2.31, 3);
});

test.each([9, 330])('the spectrum is continuous at %s GV', (breakGV) => {
  const ratio =
    injectionSpectrum(broken, breakGV * (1 + 1e-12)) / injectionSpectrum(broken, breakGV * (1 - 1e-12));
  expect(ratio).toBeCloseTo(1, 10);
});

test('the second break changes the slope above it only', () => {
  expect(injectionSpectrum(broken, 200)).toBe(injectionSpectrum(proton, 200));
  expect(slopeAt(broken, 1000)).toBeCloseTo(-2.2, 2);
});

test('at the cutoff the spectrum is lower by a factor e', () => {
  const powerLaw = (2.5e6 / 9) ** -2.31;
  expect(injectionSpectrum(proton, 2.5e6) / powerLaw).toBeCloseTo(Math.exp(-1), 12);
});

test('the breaks are listed in ascending order', () => {
  expect(injectionBreaks(proton).map(({ rigidityGV }) => rigidityGV)).toEqual([9]);
  expect(injectionBreaks(broken).map(({ rigidityGV }) => rigidityGV)).toEqual([9, 330]);
});
