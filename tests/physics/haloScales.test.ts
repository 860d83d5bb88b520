import { describe, expect, test } from 'vitest';
import { diffusionCoefficient } from '../../src/physics/diffusion';
import { gasModels } from '../../src/physics/gas';
import {
  betaAtRigidity,
  electronDiffusionLengthKpc,
  equalSharesRigidityGV,
  escapeTimeMyr,
  firstBelow,
  lossTimeMyr,
  quotedEnergyGeV,
  quotedLengthsKpc,
} from '../../src/physics/haloScales';
import { lossTerms, mediumAt } from '../../src/physics/losses';
import { magneticFields } from '../../src/physics/magneticField';
import { integrate } from '../../src/physics/quadrature';
import { radiationFields } from '../../src/physics/radiationField';
import { speciesTable } from '../../src/physics/species';
import { innerHaloShare } from '../../src/physics/twoZone';
import { conventionalLaw, difference, twoHaloLaw } from './laws';

const step = twoHaloLaw('step');
const smooth = twoHaloLaw('smooth');
const electron = speciesTable['e-'];

describe('diffusion lengths of electrons', () => {
  test.each([
    ['inner', smooth, 0, 2.716],
    ['outer', smooth, 5, 3.247],
    ['conventional', conventionalLaw, 0, 3.13],
  ] as const)('in the %s halo are those of Jin16', (halo, law, z, expected) => {
    const length = electronDiffusionLengthKpc(law, z, quotedEnergyGeV);
    expect(length).toBeCloseTo(expected, 3);
    // 0.05: PHYSICS 10.1, half of the last digit printed.
    expect(Math.abs(length - quotedLengthsKpc[halo])).toBeLessThan(0.05);
  });

  test('are several hundred parsec at 1 TeV', () => {
    // 0.421 kpc to 2 %: PHYSICS 10.9.
    expect(difference(electronDiffusionLengthKpc(smooth, 0, 1000), 0.421)).toBeLessThan(0.02);
  });

  test.each([0.19, 0.5, 0.58])('fall as E^((delta-1)/2) for delta = %s', (delta0) => {
    const law = twoHaloLaw('uniform', { delta0 });
    const ratio =
      electronDiffusionLengthKpc(law, 0, 1e4) / electronDiffusionLengthKpc(law, 0, quotedEnergyGeV);
    // The electron's mass: rigidity is energy + m to 5e-5 at 10 GeV.
    expect(difference(ratio, 1000 ** ((delta0 - 1) / 2))).toBeLessThan(5e-5);
  });
});

describe('the escape time', () => {
  test('from a uniform halo is L^2 / 2D', () => {
    const diffusion = diffusionCoefficient(conventionalLaw, 0, 100, 0.9);
    expect(difference(escapeTimeMyr(conventionalLaw, 100, 0.9), 25 / (2 * diffusion))).toBeLessThan(1e-13);
  });

  test('through a step is ((xi L)^2 / D_in + (L^2 - (xi L)^2) / D_out) / 2', () => {
    const inner = diffusionCoefficient(step, 0, 1e4, 1);
    const outer = diffusionCoefficient(step, 5, 1e4, 1);
    const expected = (0.64 / inner + (25 - 0.64) / outer) / 2;
    expect(difference(escapeTimeMyr(step, 1e4, 1), expected)).toBeLessThan(1e-13);
  });

  test.each([1, 1e3, 1e5])(
    'at %s GV is what a thin disc keeps in the halo over what it sends out',
    (rigidity) => {
      // PHYSICS 1.8(a): N(z) = (Q/2) int_z^L dz'/D, on both sides of the plane.
      const density = (z: number) => {
        const inverse = (height: number) => 1 / diffusionCoefficient(smooth, height, rigidity, 1);
        const kink = Math.max(z, 0.8);
        return (integrate(inverse, Math.min(z, 0.8), 0.8, 20) + integrate(inverse, kink, 5)) / 2;
      };
      const kept = 2 * (integrate(density, 0, 0.8, 20) + integrate(density, 0.8, 5));
      // Quadrature of a fifth power's exponential on panels of 0.04 kpc.
      expect(difference(escapeTimeMyr(smooth, rigidity, 1), kept)).toBeLessThan(1e-9);
    },
  );
});

describe('the loss time', () => {
  const radiation = radiationFields.galprop;
  const medium = mediumAt(gasModels.galprop, magneticFields.pshirkov, radiation, 8.5, 0);

  test('in a magnetic field alone falls as 1/E', () => {
    const synchrotron = lossTerms(electron, radiation).filter((term) => term.process === 'synchrotron');
    const time = (energy: number) => lossTimeMyr(synchrotron, medium, electron, energy);
    // The electron's mass against 10 GeV.
    expect(difference(time(10) / time(1000), 100)).toBeLessThan(1e-3);
  });

  test('is infinite without losses, and shorter with more of them', () => {
    const terms = lossTerms(electron, radiation);
    expect(lossTimeMyr([], medium, electron, 10)).toBe(Number.POSITIVE_INFINITY);
    expect(lossTimeMyr(terms, medium, electron, 10)).toBeLessThan(
      lossTimeMyr(terms.slice(0, 3), medium, electron, 10),
    );
  });
});

describe('the shares of the two halos', () => {
  test('of a step are a half at 281 GV, and of the smooth profile further up', () => {
    // 280.95 GV: PHYSICS 1.8.
    expect(equalSharesRigidityGV(step)).toBeCloseTo(280.95, 2);
    expect(innerHaloShare(step, equalSharesRigidityGV(step))).toBeCloseTo(0.5, 12);
    expect(equalSharesRigidityGV(smooth)).toBeGreaterThan(281);
    // Bisection to 1e-9 of a decade.
    expect(innerHaloShare(smooth, equalSharesRigidityGV(smooth))).toBeCloseTo(0.5, 8);
  });

  test('are a half nowhere in one halo, and on the other side of rho0 where the outer halo is the slower one', () => {
    expect(equalSharesRigidityGV(conventionalLaw)).toBeNaN();
    expect(equalSharesRigidityGV(twoHaloLaw('smooth', { Delta: 0 }))).toBeNaN();
    expect(equalSharesRigidityGV(twoHaloLaw('smooth', { Delta: -0.4 }))).toBeLessThan(4);
  });
});

test('a relativistic particle is as fast as light, a slow proton is not', () => {
  expect(betaAtRigidity(electron, 1)).toBeCloseTo(1, 6);
  // R / sqrt(R^2 + m^2) at 1 GV.
  expect(betaAtRigidity(speciesTable.p, 1)).toBeCloseTo(0.7293, 4);
});

test('where one curve falls below another is found between points, on logarithmic axes', () => {
  const x = [1, 10, 100];
  expect(firstBelow(x, [8, 2, 0.1], [1, 1, 1])).toBeCloseTo(10 ** (1 + Math.log(2) / Math.log(20)), 12);
  expect(firstBelow(x, [8, 2, 1.1], [1, 1, 1])).toBeNull();
  expect(firstBelow(x, [0.8, 2, 1.1], [1, 1, 1])).toBe(1);
});
