import { expect, test } from 'vitest';
import { gasModels } from '../../src/physics/gas';
import { betaFromMomentum, momentumGeV } from '../../src/physics/kinematics';
import { lossTerms, mediumAt } from '../../src/physics/losses';
import { magneticFields } from '../../src/physics/magneticField';
import { radiationFields } from '../../src/physics/radiationField';
import { speciesTable } from '../../src/physics/species';
import { gevPerMyrPerEVPerS } from '../../src/physics/units';
import { coulombEnergyLossEVPerS } from './coulombLoss';

const radiation = radiationFields.galprop;

test.each(['p', 'e-'] as const)('the two Coulomb terms of %s add up to the loss at any density', (id) => {
  const species = speciesTable[id];
  const momentum = momentumGeV(0.7);
  const terms = lossTerms(species, radiation).filter((term) => term.process === 'coulomb');
  for (const density of [0.003, 0.02, 1, 4]) {
    const medium = { ionisedHydrogen: density, ionisedHydrogenLog: density * Math.log(density) };
    let loss = 0;
    for (const term of terms) {
      const amount = term.medium === 'ionisedHydrogen' ? medium.ionisedHydrogen : medium.ionisedHydrogenLog;
      loss += amount * term.momentumLossGeVPerMyr(momentum);
    }
    const direct = coulombEnergyLossEVPerS(species, momentum, density) * gevPerMyrPerEVPerS;
    expect(loss / (direct / betaFromMomentum(species, momentum))).toBeCloseTo(1, 13);
  }
});

test('protons lose to gas only, electrons to everything', () => {
  const processes = (id: 'p' | 'e-') => [
    ...new Set(lossTerms(speciesTable[id], radiation).map((term) => term.process)),
  ];
  expect(processes('p')).toEqual(['ionisation', 'coulomb']);
  expect(processes('e-')).toEqual([
    'ionisation',
    'coulomb',
    'bremsstrahlung',
    'synchrotron',
    'inverseCompton',
  ]);
});

test('the medium without ionised gas has no n ln n', () => {
  const medium = mediumAt(gasModels.bronfmanFerriere, magneticFields.uniform, radiation, 8.5, 0);
  expect(medium.ionisedHydrogen).toBe(0);
  expect(medium.ionisedHydrogenLog).toBe(0);
  expect(medium.cmb).toBeCloseTo(0.2602, 10);
});
