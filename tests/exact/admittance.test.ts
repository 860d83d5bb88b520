import { expect, test } from 'vitest';
import { haloAdmittance, layeredHaloDensity, layerTopDensities } from './admittance';

const twoLayers = (sinkPerMyr: number) => [
  { diffusionKpc2PerMyr: 0.2, thicknessKpc: 0.8, sinkPerMyr },
  { diffusionKpc2PerMyr: 1.3, thicknessKpc: 4.2, sinkPerMyr },
];

test.each([
  [0, 3.6153846],
  [0.01, 3.4407956],
  [0.3, 1.7974209],
  [3, 0.6443508],
])('a sink of %s /Myr leaves %s in the plane of a two-layer halo', (sink, expected) => {
  // The printed digits.
  expect(layeredHaloDensity(1, twoLayers(sink))).toBeCloseTo(expected, 7);
});

test('one layer gives Q tanh(L/lambda) / (2 sqrt(D Gamma))', () => {
  const layers = [{ diffusionKpc2PerMyr: 0.5, thicknessKpc: 5, sinkPerMyr: 0.02 }];
  const lambda = Math.sqrt(0.5 / 0.02);
  expect(layeredHaloDensity(1, layers)).toBeCloseTo(Math.tanh(5 / lambda) / (2 * Math.sqrt(0.5 * 0.02)), 13);
});

test('splitting a layer changes nothing', () => {
  const half = { diffusionKpc2PerMyr: 0.5, thicknessKpc: 2.5, sinkPerMyr: 0.02 };
  const whole = { ...half, thicknessKpc: 5 };
  expect(haloAdmittance([half, half])).toBeCloseTo(haloAdmittance([whole]), 13);
});

test('the profile of one layer is sinh((L-z)/lambda) / sinh(L/lambda)', () => {
  const layer = { diffusionKpc2PerMyr: 0.5, thicknessKpc: 1, sinkPerMyr: 0.02 };
  const lambda = 5;
  const tops = layerTopDensities(Array.from({ length: 5 }, () => layer));
  tops.forEach((top, index) => {
    expect(top).toBeCloseTo(Math.sinh((4 - index) / lambda) / Math.sinh(5 / lambda), 13);
  });
});

test('destruction in the disc lowers the density as Q / (2/I + 2 h Gamma)', () => {
  const escapeIntegral = 0.8 / 0.2 + 4.2 / 1.3;
  expect(layeredHaloDensity(1, twoLayers(0), 0.05)).toBeCloseTo(1 / (2 / escapeIntegral + 2 * 0.05), 13);
});

test('a halo without layers is refused', () => {
  expect(() => haloAdmittance([])).toThrow(RangeError);
});
