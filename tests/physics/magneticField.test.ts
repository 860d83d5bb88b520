import { expect, test } from 'vitest';
import { idsOf, magneticFieldNames } from '../../src/physics/galaxyModels';
import { magneticFields } from '../../src/physics/magneticField';

test('the Pshirkov field with turbulence is 7.8 microgauss at the Sun', () => {
  // Printed with two digits in PHYSICS, with three in DRAGON's own output.
  expect(magneticFields.pshirkov.strengthMicroGauss(8.5, 0)).toBeCloseTo(7.79, 2);
});

test('the exponential and the uniform field are 6.1 microgauss at the Sun', () => {
  expect(magneticFields.exponential.strengthMicroGauss(8.5, 0)).toBe(6.1);
  expect(magneticFields.uniform.strengthMicroGauss(3, 4)).toBe(6.1);
});

test.each(idsOf(magneticFieldNames))(
  'the %s field is the same on both sides of the plane and falls outwards',
  (id) => {
    const { strengthMicroGauss } = magneticFields[id];
    expect(strengthMicroGauss(4, -1.2)).toBe(strengthMicroGauss(4, 1.2));
    expect(strengthMicroGauss(15, 0)).toBeLessThanOrEqual(strengthMicroGauss(8.5, 0));
  },
);
