import { expect, test } from 'vitest';
import { diffusionCoefficient } from '../../src/physics/diffusion';
import { diffusionLengthKpc, electronCoolingTimeMyr } from '../../src/physics/diffusionLength';
import { conventionalLaw, twoHaloLaw } from './laws';

const step = twoHaloLaw('step');

const length = (law: typeof step, z: number, energyGeV: number) =>
  diffusionLengthKpc(diffusionCoefficient(law, z, energyGeV, 1), electronCoolingTimeMyr(energyGeV));

test.each([
  ['the conventional halo', conventionalLaw, 0, 3.13],
  ['the inner halo', step, 0, 2.716],
  ['the outer halo', step, 3, 3.247],
] as const)('electrons of 10 GeV reach as far as Jin16 says in %s', (_, law, z, expected) => {
  // The printed digits of PHYSICS 10.1; Jin16 prints 3.1, 2.7 and 3.2 kpc.
  expect(length(law, z, 10)).toBeCloseTo(expected, 3);
});

test('electrons of 1 TeV live 0.17 Myr and reach several hundred parsec', () => {
  expect(electronCoolingTimeMyr(1000)).toBeCloseTo(0.17, 12);
  // 2 %: PHYSICS 10.9.
  expect(length(step, 0, 1000) / 0.421).toBeCloseTo(1, 1);
  expect(Math.abs(length(step, 0, 1000) / 0.421 - 1)).toBeLessThan(0.02);
});

test('the length falls as E^((delta-1)/2)', () => {
  expect(length(step, 0, 1000) / length(step, 0, 10)).toBeCloseTo(100 ** ((0.19 - 1) / 2), 12);
});
