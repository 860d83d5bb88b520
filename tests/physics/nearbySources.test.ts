/** The catalogue of nearby sources: what it must say of each of them. */
import { expect, test } from 'vitest';
import { type NearbySource, nearbySources, type Provenance } from '../../src/physics/nearbySources';

const catalogue: readonly NearbySource[] = nearbySources;

test('holds the sources that are discussed, once each', () => {
  expect(catalogue.map(({ id }) => id)).toEqual([
    'vela',
    'monogem',
    'geminga',
    'cygnusLoop',
    'loopI',
    's147',
    'hb21',
    'g65',
    'rcw86',
    'velaJr',
    'hb9',
    'g114',
    'b1055',
  ]);
});

test('has distances and ages of nearby sources, in kpc and kyr', () => {
  for (const { distanceKpc, ageKyr } of catalogue) {
    expect(distanceKpc).toBeGreaterThan(0.1);
    expect(distanceKpc).toBeLessThanOrEqual(2.5);
    expect(ageKyr).toBeGreaterThan(1);
    expect(ageKyr).toBeLessThan(1000);
  }
});

test('says in one sentence what every value rests on', () => {
  for (const { distance, age } of catalogue) {
    for (const { basis, year } of [distance, age]) {
      expect(basis).toMatch(/^[A-Z].*\.$/);
      if (year !== null) expect(year).toBeGreaterThan(1980);
    }
  }
});

test('admits which values could not be checked, and names a source for all others', () => {
  const unconfirmed = catalogue.flatMap((source) =>
    (['distance', 'age'] as const)
      .filter((quantity) => source[quantity].status === 'unconfirmed')
      .map((quantity) => `${source.id} ${quantity}`),
  );
  expect(unconfirmed).toEqual(['loopI age', 'g65 age', 'g114 age']);
  const namesSource = ({ status, basis }: Provenance) =>
    status === 'unconfirmed' || /arXiv:|galdef|A&A|MNRAS|\.php|quoted|China/.test(basis);
  for (const { distance, age } of catalogue) {
    expect(namesSource(distance)).toBe(true);
    expect(namesSource(age)).toBe(true);
  }
});
