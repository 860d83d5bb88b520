import { expect, test } from 'vitest';
import { idsOf, type RadiationFieldId, radiationFieldNames } from '../../src/physics/galaxyModels';
import { radiationFields } from '../../src/physics/radiationField';

const density = (id: RadiationFieldId, r: number, z: number) =>
  radiationFields[id].components.map((component) => component.energyDensityEVPerCm3(r, z));

test.each(idsOf(radiationFieldNames))('the grey bodies of %s share out the whole energy', (id) => {
  for (const { bodies } of radiationFields[id].components) {
    expect(bodies.reduce((sum, body) => sum + body.share, 0)).toBeCloseTo(1, 14);
  }
});

test('the GALPROP field near the Sun is 0.531 of starlight, 0.367 of dust and 0.260 of microwaves', () => {
  const [starlight, dust, cmb] = density('galprop', 8.5, 0);
  expect(starlight).toBeCloseTo(0.5311, 4);
  expect(dust).toBeCloseTo(0.3674, 4);
  expect(cmb).toBeCloseTo(0.2602, 4);
});

test('the uniform field of Delahaye et al. sums to 1.2874 eV/cm^3', () => {
  expect(density('delahaye10', 3, 2).reduce((sum, value) => sum + value)).toBeCloseTo(1.2874, 4);
});

test.each([
  [0.25, 0, 16.79, 1.78],
  [4, 0.5, 4, 1.04],
  [12, 3, 0.29, 0.09],
])('the GALPROP field is that of its map at r = %s, z = %s kpc', (r, z, starlight, dust) => {
  const [gotStarlight, gotDust] = density('galprop', r, z);
  // 3 %: the map is printed with two digits; the Sun's profile, to which it is tied, has four.
  expect(gotStarlight! / starlight).toBeCloseTo(1, 1);
  expect(gotDust! / dust).toBeCloseTo(1, 1);
  expect(Math.abs(gotStarlight! / starlight - 1)).toBeLessThan(0.03);
});

test('the field stays positive, finite and symmetric beyond its map', () => {
  for (const r of [0, 17, 30])
    for (const z of [0, 7, 15]) {
      for (const value of density('galprop', r, z)) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(20);
      }
      expect(density('galprop', r, -z)).toEqual(density('galprop', r, z));
    }
});
