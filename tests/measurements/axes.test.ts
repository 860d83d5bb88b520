import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import { convertAbscissa, convertTable, fluxJacobian } from '../../src/measurements/axes';
import { axes } from '../../src/measurements/tableTypes';

const catalogue = readTables(dataFolder);
const anyAxis = fc.constantFrom(...axes);
const particle = fc.constantFrom('p', 'e-' as const);
/** Log-uniform from 10 MeV to 1 PeV, started from kinetic energy so that every axis can hold it. */
const kineticEnergyGeV = fc.double({ min: -2, max: 6, noNaN: true }).map((exponent) => 10 ** exponent);

describe('an abscissa', () => {
  it('comes back from any axis unchanged', () => {
    fc.assert(
      fc.property(particle, anyAxis, anyAxis, kineticEnergyGeV, (quantity, from, to, energy) => {
        const x = convertAbscissa(quantity, 'EK', from, energy);
        const back = convertAbscissa(quantity, to, from, convertAbscissa(quantity, from, to, x));
        // E = total - mass loses digits where the mass dominates: 1 GeV / 10 MeV times the machine's 1e-16.
        expect(Math.abs(back / x - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it('of a proton at 1 GV is 0.4330 GeV of kinetic and 1.3713 GeV of total energy', () => {
    expect(convertAbscissa('p', 'R', 'EK', 1)).toBeCloseTo(0.43299, 4);
    expect(convertAbscissa('p', 'R', 'ETOT', 1)).toBeCloseTo(1.37126, 4);
  });

  it('of an electron above 1 GeV is the same number on every axis to 0.1 %', () => {
    for (const axis of axes) expect(Math.abs(convertAbscissa('e-', 'EK', axis, 1) - 1)).toBeLessThan(1e-3);
  });
});

describe('a flux', () => {
  it('is converted with the slope of the abscissa, as finite differences give it', () => {
    fc.assert(
      fc.property(particle, anyAxis, anyAxis, kineticEnergyGeV, (quantity, from, to, energy) => {
        const x = convertAbscissa(quantity, 'EK', from, energy);
        const there = convertAbscissa(quantity, from, to, x);
        const step = 1e-4 * Math.min(there, energy);
        const at = (abscissa: number) => convertAbscissa(quantity, to, from, abscissa);
        const slope = (at(there + step) - at(there - step)) / (2 * step);
        // Central differences: (1e-4)^2 from the step, 1e-16 * mass / (1e-4 * 10 MeV) from rounding.
        expect(Math.abs(fluxJacobian(quantity, from, to, x) / slope - 1)).toBeLessThan(1e-7);
      }),
    );
  });

  it('counts the same particles in a bin on either axis', () => {
    const onRigidity = catalogue.tables.find((table) => table.id === 'ams02-2015-p')!;
    const onEnergy = convertTable(onRigidity, 'EK');
    onEnergy.points.forEach((point, index) => {
      const source = onRigidity.points[index]!;
      const ratio = (point.y * (point.xHigh! - point.xLow!)) / (source.y * (source.xHigh! - source.xLow!));
      // The Jacobian is taken at the abscissa, not averaged over the bin: 0.08 % in the first bin, less above.
      expect(Math.abs(ratio - 1)).toBeLessThan(8e-4);
    });
  });
});

describe('a table', () => {
  it('comes back from any axis with every number', () => {
    for (const table of catalogue.tables) {
      for (const axis of axes) {
        const back = convertTable(convertTable(table, axis), table.axis);
        expect({ ...back, points: [] }).toEqual({ ...table, points: [] });
        back.points.forEach((point, index) => {
          const source = table.points[index]!;
          for (const [key, value] of Object.entries(source)) {
            const returned = point[key as keyof typeof point];
            if (typeof value !== 'number') expect(returned).toBe(value);
            else expect(Math.abs(Number(returned) - value)).toBeLessThanOrEqual(1e-12 * value);
          }
        });
      }
    }
  });

  it('keeps relative errors and missing errors when it is converted', () => {
    const table = catalogue.tables.find((one) => one.id === 'atic2-2009-p')!;
    const point = convertTable(table, 'R').points[0]!;
    expect(point.statLow! / point.y).toBeCloseTo(0.003 / 0.321, 12);
    expect([point.sysLow, point.sysHigh, point.xLow, point.xHigh]).toEqual([null, null, null, null]);
  });
});
