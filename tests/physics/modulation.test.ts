import { expect, test } from 'vitest';
import { kineticEnergyPerNucleonGeV } from '../../src/physics/kinematics';
import { forceFieldFlux, forceFieldPrefactor } from '../../src/physics/modulation';
import { speciesTable } from '../../src/physics/species';

test.each([
  ['p', 0.1, 0.12036],
  ['p', 0.3, 0.28175],
  ['p', 1, 0.54161],
  ['p', 3, 0.75942],
  ['p', 10, 0.90591],
  ['p', 100, 0.98919],
  ['e-', 0.5, 0.227],
  ['e-', 1, 0.41638],
  ['e-', 3, 0.71418],
  ['e-', 10, 0.89846],
  ['e-', 30, 0.96432],
  ['e-', 100, 0.98909],
] as const)('550 MV leave %s of %s GeV a factor %s', (id, energy, expected) => {
  // 1e-4: PHYSICS section 10.13.
  const factor = forceFieldPrefactor(speciesTable[id], 550, kineticEnergyPerNucleonGeV(energy));
  expect(Math.abs(factor - expected)).toBeLessThan(1e-4);
});

test('no potential leaves the flux as it is', () => {
  expect(forceFieldFlux(speciesTable.p, 0, kineticEnergyPerNucleonGeV(2), (energy) => 7 * energy)).toBe(14);
});

test('the interstellar flux is taken at the energy before the heliosphere', () => {
  let asked = 0;
  forceFieldFlux(speciesTable.p, 550, kineticEnergyPerNucleonGeV(1), (energy) => {
    asked = energy;
    return 1;
  });
  expect(asked).toBeCloseTo(1.55, 12);
});
