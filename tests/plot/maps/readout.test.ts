/** What is read under the pointer and in the words and numbers beside the maps. */
import { describe, expect, it } from 'vitest';
import { energyText, heightRows, mapCaption, radiusRows } from '../../../src/plot/maps/mapText';
import { createLabelBoard, placesAround } from '../../../src/plot/maps/placeLabels';
import { readoutLines } from '../../../src/plot/maps/readout';
import { arms, exponential, halfThicknessKpc, mapInput, mapsOf } from './syntheticMaps';

const reach = [0.3, 0.3] as const;

describe('under the pointer', () => {
  it('a face-on map tells the density, the place, the distance from the centre and the flux', () => {
    expect(readoutLines('faceOn', mapInput({ maps: mapsOf(() => 0.5) }), -3, 4, reach).slice(1)).toEqual([
      'x −3.00, y 4.00 kpc; 5.00 kpc from the centre',
      '1.00 × 10⁻⁴ GeV⁻¹ m⁻² s⁻¹ sr⁻¹, interstellar',
    ]);
    const [density] = readoutLines('faceOn', mapInput(), 8.5, 2, reach);
    expect(density).toBe(`${Number(exponential(8.5, 2, 0).toPrecision(3))} × the density at the Sun`);
  });

  it('an edge-on map tells the height', () => {
    const [, place] = readoutLines('edgeOn', mapInput(), -4, 1.5, reach);
    expect(place).toBe('x −4.00, z 1.50 kpc; 4.00 kpc from the axis');
  });

  it('the profile tells height and density above the Sun', () => {
    const [density, place] = readoutLines('profile', mapInput(), 2, -0.3, reach);
    expect(Number.parseFloat(density!)).toBeCloseTo(exponential(8.5, 0, 2), 2);
    expect(place).toBe('2.00 kpc above the Sun');
  });

  it('tells no flux where that at the Sun is not known', () => {
    expect(readoutLines('faceOn', mapInput({ fluxAtSun: null }), 1, 1, reach).join()).not.toContain('GeV');
  });

  it('names what stands there: a source before the Sun, the Sun before an arm', () => {
    const vela = { name: 'Vela', xKpc: 8.55, yKpc: 0.05, zKpc: 0 };
    const at = (change: object, x: number, y: number) =>
      readoutLines('faceOn', mapInput(change), x, y, reach)[0];
    expect(at({ sources: [vela], arms }, 8.5, 0)).toBe('Vela');
    expect(at({ arms }, 8.5, 0)).toBe('The Sun');
    expect(at({}, 0.1, 0)).toBe('Galactic centre');
    const { name, xKpc, yKpc } = arms[2]!;
    expect(at({ arms }, xKpc[80]!, yKpc[80]!)).toBe(`${name} arm`);
    expect(at({}, xKpc[80]!, yKpc[80]!)).toContain('density');
  });

  it('says so outside the halo', () => {
    expect(readoutLines('faceOn', mapInput(), 18, 18, reach)).toEqual(['Outside the halo']);
    expect(readoutLines('edgeOn', mapInput(), 3, 5.3, reach)).toEqual(['Outside the halo']);
  });
});

describe('the numbers', () => {
  it('are densities in the plane on both sides of the centre', () => {
    const maps = mapsOf((x, y, z) => exponential(x, y, z) * (x < 0 ? 2 : 1));
    const rows = radiusRows(maps);
    expect(rows.map(({ radiusKpc }) => radiusKpc)).toEqual([0, 4, 8.5, 12, 16]);
    expect(rows[2]).toEqual({ radiusKpc: 8.5, sunSide: '1', farSide: '2' });
  });

  it('are densities above the Sun, inside the halo', () => {
    const rows = heightRows(mapsOf(exponential), halfThicknessKpc);
    expect(rows.map(({ heightKpc }) => heightKpc)).toEqual([0.5, 1, 2, 4]);
    expect(Number(rows[1]!.density)).toBeCloseTo(exponential(8.5, 0, 1), 2);
    expect(heightRows(mapsOf(exponential), 1.5).map(({ heightKpc }) => heightKpc)).toEqual([0.5, 1]);
  });

  it('stand in a sentence that says of what they are', () => {
    const caption = mapCaption('protons', 'two halos', 2500, mapsOf(exponential), halfThicknessKpc);
    expect(caption).toMatch(/^Density of protons of 2\.5 TeV relative to that at the Sun \(two halos\)/);
    expect(caption).toMatch(/At the Galactic centre there are [\d.]+ times as many as here/);
  });

  it('have energies in the unit that is spoken', () => {
    expect([0.5, 100, 999, 1000, 2500, 1e7].map(energyText)).toEqual([
      '0.5 GeV',
      '100 GeV',
      '999 GeV',
      '1 TeV',
      '2.5 TeV',
      '10 PeV',
    ]);
  });
});

describe('labels', () => {
  it('never lie on each other, nor on marks, nor outside', () => {
    const board = createLabelBoard({ width: 120, height: 60 });
    board.block({ x: 60, y: 30 }, 20);
    const placed = Array.from({ length: 12 }, () =>
      board.place('name', placesAround({ x: 60, y: 30 }, 'name')),
    );
    const boxes = placed.filter((at) => at !== null);
    expect(boxes.length).toBeGreaterThan(1);
    expect(placed.at(-1)).toBeNull();
    for (const [i, a] of boxes.entries()) {
      expect(Math.abs(a.x - 60) > 20 || Math.abs(a.y - 30) > 10).toBe(true);
      for (const b of boxes.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= 25 || Math.abs(a.y - b.y) >= 15).toBe(true);
    }
  });
});
