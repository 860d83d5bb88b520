import { expect, test } from 'vitest';
import { diffusionCoefficient, diffusionSlope } from '../../src/physics/diffusion';
import { integrate } from '../../src/physics/quadrature';
import { crossingRigidityGV, innerHaloShare, twoZoneFlux, twoZoneIntegral } from '../../src/physics/twoZone';
import { conventionalLaw, difference, twoHaloLaw } from './laws';

const step = twoHaloLaw('step');
const smooth = twoHaloLaw('smooth');
const slope = (law: typeof step, rigidity: number) =>
  Math.log(twoZoneIntegral(law, rigidity * 1.0001) / twoZoneIntegral(law, rigidity / 1.0001)) /
  (2 * Math.log(1.0001));

test.each([
  [1, 2.0852571, 2.107167, -0.54106, -0.54613, 2],
  [10, 0.62814715, 0.62086092, -0.49653, -0.51177, 0.63245553],
  [100, 0.21665794, 0.20328044, -0.42375, -0.45402, 0.2],
  [300, 0.13911264, 0.12579568, -0.3825, -0.4191, 0.11547005],
  [1e3, 0.09019827, 0.07782433, -0.33768, -0.37846, 0.06324555],
  [1e4, 0.04516766, 0.03547038, -0.26757, -0.30663, 0.02],
  [1e5, 0.02572513, 0.01864134, -0.22582, -0.25621, 0.00632456],
])(
  'at %s GV the two-halo escape integral is %s (step) and %s (smooth)',
  (rigidity, iStep, iSmooth, sStep, sSmooth, cm) => {
    // The printed digits: eight for the integrals (relative 3e-7 at the smallest), five for the slopes.
    expect(difference(twoZoneIntegral(step, rigidity), iStep)).toBeLessThan(4e-7);
    expect(difference(twoZoneIntegral(smooth, rigidity), iSmooth)).toBeLessThan(4e-7);
    expect(difference(twoZoneIntegral(conventionalLaw, rigidity), cm)).toBeLessThan(1e-6);
    expect(slope(step, rigidity)).toBeCloseTo(sStep, 4);
    expect(slope(smooth, rigidity)).toBeCloseTo(sSmooth, 4);
  },
);

test.each([0.1, 4, 50, 1e7])('the smooth integral at %s GV is the quadrature of 1/D', (rigidity) => {
  for (const n of [1, 5, 20]) {
    const law = twoHaloLaw('smooth', { n, Delta: 0.8 });
    const inverse = (z: number) => (rigidity / 4) ** -diffusionSlope(law, z);
    const quadrature = (integrate(inverse, 0, 0.8, 100) + integrate(inverse, 0.8, 5)) / 5;
    expect(difference(twoZoneIntegral(law, rigidity), quadrature)).toBeLessThan(1e-11);
  }
});

test('both halos weigh the same at 280.95 GV', () => {
  expect(crossingRigidityGV(step)).toBeCloseTo(280.95, 2);
  expect(innerHaloShare(step, crossingRigidityGV(step))).toBeCloseTo(0.5, 12);
});

test('the inner halo weighs more, the higher the rigidity', () => {
  expect(innerHaloShare(smooth, 1000)).toBeGreaterThan(innerHaloShare(smooth, 100));
  expect(innerHaloShare(step, 4)).toBeCloseTo(0.16, 12);
});

test.each([
  [10, 2.822],
  [100, 2.764],
  [1e3, 2.688],
  [1e4, 2.617],
])('protons of %s GV have the spectral index %s', (rigidity, index) => {
  // 0.01: PHYSICS 10.5.
  expect(Math.abs(2.31 - slope(smooth, rigidity) - index)).toBeLessThan(0.01);
});

test('the index changes by less than 0.09 per decade: no sharp break', () => {
  for (let decade = 1; decade < 5; decade += 0.1) {
    const change = slope(smooth, 10 ** (decade + 0.1)) - slope(smooth, 10 ** decade);
    expect(change).toBeGreaterThan(0);
    expect(change / 0.1).toBeLessThan(0.09);
  }
});

test('relative to the conventional model the flux rises 1.211 times from 100 GV to 1 TV and 1.745 times to 10 TV', () => {
  const ratio = (rigidity: number) =>
    twoZoneIntegral(smooth, rigidity) / twoZoneIntegral(conventionalLaw, rigidity);
  expect(ratio(1e3) / ratio(100)).toBeCloseTo(1.211, 3);
  expect(ratio(1e4) / ratio(100)).toBeCloseTo(1.745, 3);
});

test('doubling the inner halo raises the flux at 10 TV 1.7632 times and leaves it at 4 GV', () => {
  const wide = twoHaloLaw('step', { xi: 0.32 });
  expect(twoZoneIntegral(wide, 1e4) / twoZoneIntegral(step, 1e4)).toBeCloseTo(1.7632, 4);
  expect(twoZoneIntegral(wide, 4)).toBeCloseTo(twoZoneIntegral(step, 4), 14);
});

test('the flux is Q L I / (2 D0 beta)', () => {
  const injection = { breakGV: 9, slopeBelow: 2.1, slopeAbove: 2.31, cutoffGV: Number.POSITIVE_INFINITY };
  const uniform = twoHaloLaw('uniform');
  const expected = 5 / (2 * diffusionCoefficient(uniform, 0, 9, 0.8));
  expect(twoZoneFlux(uniform, injection, 9, 0.8) / expected).toBeCloseTo(1, 13);
});
