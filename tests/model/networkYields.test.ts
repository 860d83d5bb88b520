/** Sources from the densities of what collides: the integral over projectiles, where cross sections jump too. */
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/model/presets';
import { bornInGas, type Projectiles, type Yield } from '../../src/model/yields';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  momentumGeV,
} from '../../src/physics/kinematics';
import { speciesTable } from '../../src/physics/species';
import { collisionRatePerMyrPerMb } from '../../src/physics/units';
import { difference } from '../physics/laws';
import { uniformMomentum } from '../solver/testHalo';

const { parameters } = presets.cm;
const proton = speciesTable.p;
const jumpGeV = 1.3;
const logMomentum = (energyGeV: number) =>
  Math.log(momentumFromKineticEnergy(proton, kineticEnergyPerNucleonGeV(energyGeV)));

/** Protons of which as many arrive at each ln p, so that the integral over them is a length in ln p. */
function arrivingEvenly(count: number): Projectiles {
  const momentum = uniformMomentum(count, 0.3, 60);
  const weight = momentum.fine.map((x) => 1 / betaFromMomentum(proton, momentumGeV(Math.exp(x))));
  return { species: proton, momentum, weight, g: new Float64Array(count).fill(1) };
}

/** A cross section that is one above an energy of the projectile. */
const step = (isTold: boolean): Yield => ({
  name: `step ${isTold}`,
  mbPerGeV: (projectileGeV) => (projectileGeV > jumpGeV ? 1 : 0),
  ...(isTold && { jumpsGeV: [jumpGeV] }),
});

/** Largest relative error of p Q on the fine nodes of products that have less energy than the jump. */
function largestError(count: number, isTold: boolean): number {
  const by = arrivingEvenly(count);
  const products = uniformMomentum(6, 0.05, 0.5);
  const found = bornInGas(parameters, proton, [{ by, yields: step(isTold) }]).atSun(products);
  const length = by.momentum.faces[count]! - logMomentum(jumpGeV);
  return found.reduce((most, value, f) => {
    const p = Math.exp(products.fine[f]!);
    const exact = p * betaFromMomentum(proton, momentumGeV(p)) * collisionRatePerMyrPerMb * length;
    return Math.max(most, difference(value, exact));
  }, 0);
}

describe('a cross section that jumps', () => {
  test.each([11, 16, 23, 32, 41])('is integrated as it is where its jumps are told: %d cells', (count) => {
    // A parabola through the weight over half a cell: third order in a tenth.
    expect(largestError(count, true)).toBeLessThan(1e-4);
  });

  test('is off by a share of a cell where they are not', () => {
    const errors = [11, 16, 23, 32, 41].map((count) => largestError(count, false));
    expect(Math.max(...errors)).toBeGreaterThan(2e-3);
  });
});
