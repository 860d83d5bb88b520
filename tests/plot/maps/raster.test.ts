/** From the solver's uneven cells to even pixels. */
import { describe, expect, it } from 'vitest';
import { cutField, haloRadiusKpc, logAt, logField, planeField } from '../../../src/plot/maps/field';
import { rasterOf } from '../../../src/plot/maps/raster';
import { exponential, halfThicknessKpc, mapsOf, radiusKpc } from './syntheticMaps';

describe('a raster', () => {
  const x = Float64Array.of(-10, -3, 1, 2, 2.5, 9);
  const y = Float64Array.of(-5, 0, 0.5, 8);
  const densities = Float64Array.from(
    { length: 24 },
    (_, c) => 10 ** (0.3 * x[c % 6]! - 0.2 * y[Math.floor(c / 6)]! + 0.1),
  );

  it('is exact for a density that is exponential in x and y, on uneven cells', () => {
    const field = logField(x, y, densities);
    const raster = rasterOf(field, { x: [-8, 8], y: [-4, 6] }, 16, 20);
    for (let j = 0; j < 20; j++) {
      for (let i = 0; i < 16; i++) {
        const expected = 0.3 * (-7.5 + i) - 0.2 * (-3.75 + 0.5 * j) + 0.1;
        // Only rounding.
        expect(raster.log[j * 16 + i]).toBeCloseTo(expected, 12);
      }
    }
  });

  it('has beyond the outermost cell centres what they have', () => {
    const field = logField(x, y, densities);
    const [, far] = rasterOf(field, { x: [0, 200], y: [0, 1] }, 2, 1).log;
    expect(far).toBeCloseTo(0.3 * 9 - 0.2 * 0.5 + 0.1, 12);
  });

  it('draws what rounding leaves below zero as very little, not as a hole', () => {
    const field = logField(x, y, densities.with(8, -1e-5));
    expect(logAt(field, 1, 0)).toBeLessThan(-8);
  });
});

describe('the Galactic plane', () => {
  const maps = mapsOf(exponential);
  const field = planeField(maps);

  it('reaches to where particles escape, found from the cells', () => {
    expect(haloRadiusKpc(maps)).toBe(radiusKpc);
  });

  it('is 1 at the Sun', () => {
    // exp(-r) has curvature across 0.22 kpc cells: 1e-3 in the logarithm.
    expect(logAt(field, 8.5, 0)).toBeCloseTo(0, 2);
  });

  it('goes to zero at the edge, smoothly, though the cells there are 2 kpc wide', () => {
    for (const [x, y] of [
      [-19.2, 0],
      [0, 19.4],
      [13.5, -13.8],
    ] as const)
      expect(logAt(field, x, y)).toBeCloseTo(Math.log10(exponential(x, y, 0)), 1);
  });

  it('is empty outside the halo', () => {
    expect(logAt(field, 15, 15)).toBeNaN();
    const raster = rasterOf(field, { x: [-20, 20], y: [-20, 20] }, 40, 40);
    expect(raster.log[0]).toBeNaN();
    expect(raster.log[20 * 40 + 20]).not.toBeNaN();
  });

  it('has no gaps inside it where a cell beyond the edge is empty', () => {
    const raster = rasterOf(field, { x: [-20, 20], y: [-20, 20] }, 160, 160);
    raster.log.forEach((log, c) => {
      const [x, y] = [-20 + ((c % 160) + 0.5) / 4, -20 + (Math.floor(c / 160) + 0.5) / 4];
      expect(Number.isNaN(log)).toBe(Math.hypot(x, y) >= radiusKpc);
    });
  });
});

describe('the cut through Sun and centre', () => {
  const field = cutField(mapsOf(exponential), halfThicknessKpc);

  it('is mirrored below the plane', () => {
    for (const z of [0.01, 0.3, 1.7, 4.6]) expect(logAt(field, 3, -z)).toBe(logAt(field, 3, z));
    expect([...field.y].map((z) => -z).reverse()).toEqual([...field.y]);
  });

  it('has the plane once when a cell centre lies in it', () => {
    const maps = mapsOf(exponential);
    const zKpc = maps.zKpc.with(0, 0);
    expect(cutField({ ...maps, zKpc }, halfThicknessKpc).y.filter((z) => z === 0)).toHaveLength(1);
  });

  it('ends at the height of the halo, where the density goes to zero', () => {
    expect(logAt(field, 3, 5.01)).toBeNaN();
    expect(logAt(field, 3, 4.9)).toBeCloseTo(Math.log10(exponential(3, 0, 4.9)), 1);
  });
});
