/** The catalogue of nearby sources: what it must say of each of them. */
import { expect, test } from 'vitest';
import { nearbyProvenance, type Provenance } from '../../src/physics/nearbyProvenance';
import { type NearbySource, nearbySources, positionKpc } from '../../src/physics/nearbySources';

/** Each source with what its values rest on. */
const catalogue = nearbySources.map((source: NearbySource & { id: keyof typeof nearbyProvenance }) => ({
  ...source,
  ...nearbyProvenance[source.id],
}));

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
  // The catalogue itself says the same, for those who do not read the sentences.
  expect(
    catalogue.flatMap((source) => source.unconfirmed.map((quantity) => `${source.id} ${quantity}`)),
  ).toEqual(unconfirmed);
  const namesSource = ({ status, basis }: Provenance) =>
    status === 'unconfirmed' || /arXiv:|galdef|A&A|MNRAS|\.php|quoted|China/.test(basis);
  for (const { distance, age } of catalogue) {
    expect(namesSource(distance)).toBe(true);
    expect(namesSource(age)).toBe(true);
  }
});

test('has a direction on the sky for every source', () => {
  for (const { longitudeDeg, latitudeDeg, direction } of catalogue) {
    expect(longitudeDeg).toBeGreaterThanOrEqual(0);
    expect(longitudeDeg).toBeLessThan(360);
    // All are near: on the sky they need not lie along the Milky Way, but none is near a pole.
    expect(Math.abs(latitudeDeg)).toBeLessThan(20);
    expect(direction.status).toBe('sourced');
    expect(direction.basis).toMatch(/^[A-Z].*\.$/);
  }
});

test('gives remnants the direction that their catalogue name says', () => {
  const named = catalogue.flatMap(({ id, longitudeDeg, latitudeDeg, direction }) => {
    const [, longitude, latitude] = /G(\d+\.\d)([+-]\d+\.\d)/.exec(direction.basis) ?? [];
    return longitude === undefined ? [] : [{ id, longitude, latitude, longitudeDeg, latitudeDeg }];
  });
  expect(named.map(({ id }) => id)).toEqual([
    'vela',
    'cygnusLoop',
    's147',
    'hb21',
    'g65',
    'rcw86',
    'velaJr',
    'hb9',
    'g114',
  ]);
  for (const { longitude, latitude, longitudeDeg, latitudeDeg } of named)
    expect([longitudeDeg, latitudeDeg]).toEqual([Number(longitude), Number(latitude)]);
});

/** The IAU system of 1958 for J2000: the northern Galactic pole, and the longitude of the celestial one. */
function galacticFromJ2000(rightAscensionDeg: number, declinationDeg: number): [number, number] {
  const radians = Math.PI / 180;
  const [pole, poleDeclination] = [192.85948 * radians, 27.12825 * radians];
  const hourAngle = rightAscensionDeg * radians - pole;
  const declination = declinationDeg * radians;
  const [sin, cos] = [Math.sin(declination), Math.cos(declination)];
  const towardsPole = Math.sin(poleDeclination) * sin + Math.cos(poleDeclination) * cos * Math.cos(hourAngle);
  const east = cos * Math.sin(hourAngle);
  const north = Math.cos(poleDeclination) * sin - Math.sin(poleDeclination) * cos * Math.cos(hourAngle);
  const longitude = 122.93192 - Math.atan2(east, north) / radians;
  return [((longitude % 360) + 360) % 360, Math.asin(towardsPole) / radians];
}

test('turns right ascension and declination of the pulsars to the directions given', () => {
  const pulsars = catalogue.filter(({ direction }) => direction.basis.includes('J2000'));
  expect(pulsars.map(({ id }) => id)).toEqual(['monogem', 'geminga', 'b1055']);
  for (const { direction, longitudeDeg, latitudeDeg } of pulsars) {
    const [, rightAscension, declination] = /(\d+\.\d+), ([+-]\d+\.\d+) deg/.exec(direction.basis) ?? [];
    const [longitude, latitude] = galacticFromJ2000(Number(rightAscension), Number(declination));
    // Both are given to a hundredth of a degree.
    expect(longitude).toBeCloseTo(longitudeDeg, 2);
    expect(latitude).toBeCloseTo(latitudeDeg, 2);
  }
});

test('turns the poles and the centre of the Galaxy as the IAU defines them', () => {
  expect(galacticFromJ2000(192.85948, 27.12825)[1]).toBeCloseTo(90, 3);
  const [longitude, latitude] = galacticFromJ2000(266.40499, -28.93617);
  expect(Math.min(longitude, 360 - longitude)).toBeLessThan(0.001);
  expect(latitude).toBeCloseTo(0, 3);
});

test('places sources about the Sun: inwards at longitude 0, towards -y at 90 deg, up at the northern pole', () => {
  const at = (distanceKpc: number, longitudeDeg: number, latitudeDeg: number) => {
    const { xKpc, yKpc, zKpc } = positionKpc({ distanceKpc, longitudeDeg, latitudeDeg });
    return [xKpc, yKpc, zKpc].map((coordinate) => Number(coordinate.toFixed(9)) + 0);
  };
  expect(at(0, 123, 45)).toEqual([8.5, 0, 0]);
  expect(at(8.5, 0, 0)).toEqual([0, 0, 0]);
  expect(at(1, 90, 0)).toEqual([8.5, -1, 0]);
  expect(at(1, 180, 0)).toEqual([9.5, 0, 0]);
  expect(at(1, 270, 0)).toEqual([8.5, 1, 0]);
  expect(at(1, 33, 90)).toEqual([8.5, 0, 1]);
});

test('keeps the distance of each source', () => {
  for (const source of catalogue) {
    const { xKpc, yKpc, zKpc } = positionKpc(source);
    expect(Math.hypot(xKpc - 8.5, yKpc, zKpc)).toBeCloseTo(source.distanceKpc, 12);
  }
});
