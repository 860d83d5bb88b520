import { describe, expect, test } from 'vitest';
import { armModulation } from '../../src/physics/spiralArms';
import {
  type ArmTableId,
  armCentreLines,
  armRadiusKpc,
  armTableIds,
  armTables,
  nearestArm,
  type SpiralArm,
} from '../../src/physics/spiralArmTables';

const turn = 2 * Math.PI;
const { faucherKaspi06, steimanCameron10 } = armTables;
const windings = Array.from({ length: 41 }, (_, i) => i - 20);

function armCalled(table: ArmTableId, name: string): SpiralArm {
  return armTables[table].arms.find((arm) => arm.name === name)!;
}

/** Azimuth of an arm's centre line at a radius. */
function armAzimuth(arm: SpiralArm, rKpc: number): number {
  return arm.azimuthRad + Math.log(rKpc / arm.radiusKpc) / arm.pitchTangent;
}

function azimuthalMean(
  factor: (rKpc: number, azimuthRad: number) => number,
  rKpc: number,
  points: number,
): number {
  let sum = 0;
  for (let i = 0; i < points; i++) sum += factor(rKpc, (turn * i) / points);
  return sum / points;
}

/** The pattern as it is defined, over every winding between 1e-12 and 1e12 kpc. */
function definedPattern(table: ArmTableId, widthKpc: number): (rKpc: number, azimuthRad: number) => number {
  return (rKpc, azimuthRad) =>
    armTables[table].arms.reduce((sum, arm) => {
      const distances = windings.map((n) => Math.abs(rKpc - armRadiusKpc(arm, azimuthRad + n * turn)));
      return sum + arm.weight * Math.exp(-0.5 * (Math.min(...distances) / widthKpc) ** 2);
    }, 0);
}

describe('the catalogue of arms', () => {
  test.each([
    ['Norma', 1.57],
    ['Carina-Sagittarius', 4.71],
    ['Perseus', 4.09],
    ['Crux-Scutum', 0.95],
  ])('%s starts at %s rad when the Sun is on +y, as Faucher-Giguere & Kaspi print', (name, printed) => {
    // Both columns are rounded to 0.01.
    expect(Math.abs(armCalled('faucherKaspi06', name).azimuthRad + Math.PI / 2 - printed)).toBeLessThan(0.01);
  });

  test.each([
    ['faucherKaspi06', 'Norma', [3.48, 15.263]],
    ['faucherKaspi06', 'Carina-Sagittarius', [1.662, 7.291]],
    ['faucherKaspi06', 'Perseus', [2.927, 10.578]],
    ['faucherKaspi06', 'Crux-Scutum', [1.539, 5.562]],
    ['steimanCameron10', 'Norma', [3.174, 15.172]],
    ['steimanCameron10', 'Carina-Sagittarius', [1.646, 7.529]],
    ['steimanCameron10', 'Perseus', [2.49, 11.247]],
    ['steimanCameron10', 'Crux-Scutum', [0.942, 5.439]],
  ] as const)('%s: %s crosses the line through the Sun at %s kpc', (table, name, expected) => {
    const arm = armCalled(table, name);
    const crossings = windings.map((n) => armRadiusKpc(arm, n * turn)).filter((r) => r > 0.9 && r < 18);
    expect(crossings.map((r) => Number(r.toFixed(3)))).toEqual(expected);
  });

  test.each(armTableIds)(
    '%s: from the centre outwards the Sun sees Norma, Crux-Scutum, Carina-Sagittarius, Perseus',
    (id) => {
      const between = (name: string) =>
        windings.map((n) => armRadiusKpc(armCalled(id, name), n * turn)).find((r) => r > 2.95)!;
      expect(between('Crux-Scutum')).toBeGreaterThan(between('Norma'));
      expect(between('Carina-Sagittarius')).toBeGreaterThan(between('Crux-Scutum'));
      expect(between('Carina-Sagittarius')).toBeLessThan(8.5);
      expect(between('Perseus')).toBeGreaterThan(8.5);
    },
  );

  // Longitudes where tracers of the arms pile up (reviews of Vallee; Hou & Han 2015), and radii between which the tangent lies.
  test.each([
    ['Carina-Sagittarius', 50, 5.5, 8],
    ['Crux-Scutum', 31, 3.5, 6],
    ['Crux-Scutum', 309, 6, 8],
    ['Norma', 328, 3.5, 6],
    ['Perseus', 337, 2.8, 5],
  ])('both tables have the tangent of %s near longitude %s deg', (name, observed, fromKpc, toKpc) => {
    for (const id of armTableIds) {
      const arm = armCalled(id, name);
      const longitudes = Array.from({ length: 2001 }, (_, i) => {
        const r = fromKpc + ((toKpc - fromKpc) * i) / 2000;
        const azimuth = armAzimuth(arm, r);
        return (Math.atan2(-r * Math.sin(azimuth), 8.5 - r * Math.cos(azimuth)) * 180) / Math.PI;
      });
      const tangent = observed < 180 ? Math.max(...longitudes) : 360 + Math.min(...longitudes);
      // 4 deg: the spread between tracers. Any other axis for the Sun misses some of these arms by more than 10 deg.
      expect(Math.abs(tangent - observed)).toBeLessThan(4);
    }
  });

  test('equal arms look the same after half a turn', () => {
    const factor = armModulation({ table: 'faucherKaspi06', contrast: 1, widthKpc: 0.3, phaseRad: 0 });
    // The pairs are 3.14 and not pi apart: a slip of 0.0016 rad times the steepest flank, one width w outside of a winding:
    // t (r + w) / w exp(-1/2) of a peak of 3.9.
    const slip = (Math.PI - 3.14) * (8.8 / 4.25 / 0.3) * Math.exp(-0.5) * 3.9;
    let largest = 0;
    for (let azimuth = 0; azimuth < turn; azimuth += 0.01)
      largest = Math.max(largest, Math.abs(factor(8.5, azimuth + Math.PI) - factor(8.5, azimuth)));
    expect(largest).toBeLessThan(slip);
    expect(faucherKaspi06.arms.every((arm) => arm.weight === 1)).toBe(true);
  });
});

describe.each(armTableIds)('sources modulated by %s', (table) => {
  test.each([0.1, 0.3, 0.7, 1, 2])(
    'average to one over azimuth at every radius for arms %s kpc wide',
    (widthKpc) => {
      for (const [contrast, phaseRad] of [
        [1, 0],
        [1, 2.3],
        [0.4, -0.8],
      ] as const) {
        const factor = armModulation({ table, contrast, widthKpc, phaseRad });
        for (let r = 0.5; r <= 20; r += 0.65) {
          // 3e-7: steps of the two tables, at most 1.3e-7 each in the mean; 4096 azimuths resolve the narrowest arm ten times.
          expect(Math.abs(azimuthalMean(factor, r, 4096) - 1)).toBeLessThan(3e-7);
        }
      }
    },
  );

  test.each([0.1, 0.3, 1])(
    'follow the definition with every winding counted, for arms %s kpc wide',
    (widthKpc) => {
      const factor = armModulation({ table, contrast: 1, widthKpc, phaseRad: 0 });
      const pattern = definedPattern(table, widthKpc);
      for (const r of [5.1, 8.5, 14.3]) {
        const mean = azimuthalMean(pattern, r, 2048);
        for (let azimuth = -Math.PI; azimuth < Math.PI; azimuth += 0.037) {
          // 1e-6 of the peak: linear steps of the profile and of <P>.
          const peak = 339 / mean + 30;
          expect(Math.abs(factor(r, azimuth) - pattern(r, azimuth) / mean)).toBeLessThan(1e-6 * peak);
        }
      }
    },
  );

  test.each([4, 8.5, 12])('peak on the centre lines, in proportion to the weights, at r = %s kpc', (r) => {
    const factor = armModulation({ table, contrast: 1, widthKpc: 0.1, phaseRad: 0 });
    const { arms } = armTables[table];
    const peaks = arms.map((arm) => factor(r, armAzimuth(arm, r)));
    arms.forEach((arm, i) => {
      expect(factor(r, armAzimuth(arm, r) - 0.02)).toBeLessThan(peaks[i]!);
      expect(factor(r, armAzimuth(arm, r) + 0.02)).toBeLessThan(peaks[i]!);
      // 1e-3: what the neighbouring arm, at least 4 widths off, adds.
      expect(Math.abs((peaks[i]! * arms[0]!.weight) / (peaks[0]! * arm.weight) - 1)).toBeLessThan(1e-3);
    });
  });

  test('are the same after a full turn, and a phase turns them towards growing azimuth', () => {
    const settings = { table, contrast: 1, widthKpc: 0.3 };
    const factor = armModulation({ ...settings, phaseRad: 0 });
    const turned = armModulation({ ...settings, phaseRad: 0.9 });
    for (let r = 0.3; r < 25; r += 0.77) {
      for (let azimuth = -3; azimuth < 3; azimuth += 0.21) {
        // 1e-10: round-off of the azimuth in turns times the slope, up to 1e3 per turn.
        expect(Math.abs(factor(r, azimuth + turn) - factor(r, azimuth))).toBeLessThan(1e-10);
        expect(Math.abs(turned(r, azimuth + 0.9) - factor(r, azimuth))).toBeLessThan(1e-10);
      }
    }
  });

  test('are axisymmetric without contrast, and linear in it beyond the centre', () => {
    const of = (contrast: number) => armModulation({ table, contrast, widthKpc: 0.3, phaseRad: 0.2 });
    const [none, half, full] = [of(0), of(0.5), of(1)];
    for (let r = 0; r < 30; r += 0.31) {
      expect(none(r, 7 * r)).toBe(1);
      expect(half(r, 7 * r)).toBeCloseTo((1 + full(r, 7 * r)) / 2, 12);
    }
  });

  test.each([0.05, 0.3, 2])(
    'are finite and never negative within 60 kpc, for arms %s kpc wide',
    (widthKpc) => {
      const factor = armModulation({ table, contrast: 1, widthKpc, phaseRad: 0 });
      for (let x = -30; x <= 30; x += 0.5) {
        for (let y = -30; y <= 30; y += 0.5) {
          const value = factor(Math.hypot(x, y), Math.atan2(y, x));
          if (!(Number.isFinite(value) && value >= 0)) throw new Error(`${value} at ${x}, ${y}`);
        }
      }
      // At 60 kpc w = 0.05 kpc is beyond the table of <P>, flat there to 1e-6.
      const far = azimuthalMean(factor, 60, 65536);
      expect(Math.abs(far - 1)).toBeLessThan(1e-6);
    },
  );

  test('fade into an axisymmetric centre without a step', () => {
    const factor = armModulation({ table, contrast: 1, widthKpc: 0.3, phaseRad: 0 });
    let largest = 0;
    for (let azimuth = 0; azimuth < turn; azimuth += 0.1) {
      expect(factor(0, azimuth)).toBe(1);
      expect(factor(0.6, azimuth)).toBe(1);
      let before = 1;
      for (let r = 0.6; r < 2; r += 0.001) {
        const value = factor(r, azimuth);
        largest = Math.max(largest, Math.abs(value - before));
        before = value;
      }
    }
    // The steepest flank of an arm: peak 2 times exp(-1/2) / w per kpc, and half as much again.
    expect(largest).toBeLessThan(0.001 * 1.5 * 2 * (Math.exp(-0.5) / 0.3));
  });

  test('centre lines are drawn between the radii asked for and turn with the phase', () => {
    const lines = armCentreLines(table, 0, [3, 16], 200);
    const turned = armCentreLines(table, 0.5, [3, 16], 200);
    expect(lines.map((line) => line.name)).toEqual(armTables[table].arms.map((arm) => arm.name));
    lines.forEach((line, a) => {
      const arm = armTables[table].arms[a]!;
      expect(Math.hypot(line.xKpc[0]!, line.yKpc[0]!)).toBeCloseTo(3, 12);
      expect(Math.hypot(line.xKpc[199]!, line.yKpc[199]!)).toBeCloseTo(16, 12);
      for (let i = 0; i < 200; i += 7) {
        const [x, y] = [line.xKpc[i]!, line.yKpc[i]!];
        expect(Math.cos(armAzimuth(arm, Math.hypot(x, y)) - Math.atan2(y, x))).toBeCloseTo(1, 12);
        expect(turned[a]!.xKpc[i]).toBeCloseTo(x * Math.cos(0.5) - y * Math.sin(0.5), 11);
        expect(turned[a]!.yKpc[i]).toBeCloseTo(x * Math.sin(0.5) + y * Math.cos(0.5), 11);
      }
    });
  });

  test.each([0, 1.1, 2.9, -2])(
    'the nearest arm is the one nearest of all points of all lines, phase %s',
    (phaseRad) => {
      const { name, distanceKpc } = nearestArm(table, phaseRad);
      const scanned = armCentreLines(table, phaseRad, [5, 14], 10001).map((line) => ({
        name: line.name,
        distanceKpc: Math.min(...Array.from(line.xKpc, (x, i) => Math.hypot(x - 8.5, line.yKpc[i]!))),
      }));
      const nearest = scanned.reduce((best, line) => (line.distanceKpc < best.distanceKpc ? line : best));
      expect(name).toBe(nearest.name);
      // Points are 4e-3 kpc apart: half of it squared over twice the distance, here at least 0.05 kpc.
      expect(Math.abs(distanceKpc - nearest.distanceKpc)).toBeLessThan(5e-5);
    },
  );
});

test.each([
  ['faucherKaspi06', -1.2093, 1.1815],
  ['steimanCameron10', -0.9709, 0.9467],
] as const)(
  '%s: Carina-Sagittarius is nearest to the Sun, %s kpc along the radius and %s kpc across',
  (id, radial, across) => {
    const nearest = nearestArm(id, 0);
    expect(nearest.name).toBe('Carina-Sagittarius');
    expect(nearest.radialDistanceKpc).toBeCloseTo(radial, 4);
    expect(nearest.distanceKpc).toBeCloseTo(across, 4);
  },
);

test('a phase can move an arm onto the Sun', () => {
  const arm = steimanCameron10.arms.find((candidate) => candidate.name === 'Perseus')!;
  const phaseRad = -armAzimuth(arm, 8.5);
  const nearest = nearestArm('steimanCameron10', phaseRad);
  expect(nearest.name).toBe('Perseus');
  expect(nearest.distanceKpc).toBeLessThan(1e-12);
  const factor = armModulation({ table: 'steimanCameron10', contrast: 1, widthKpc: 0.3, phaseRad });
  expect(factor(8.5, 0)).toBeGreaterThan(3);
});

test.each([
  ['faucherKaspi06', 0.00115, 3.8803],
  ['steimanCameron10', 0.017, 6.4182],
] as const)(
  '%s: with all sources in arms of 0.3 kpc the Sun has %s of the mean, the strongest arm %s',
  (table, sun, peak) => {
    const factor = armModulation({ table, contrast: 1, widthKpc: 0.3, phaseRad: 0 });
    const strongest = Math.max(...armTables[table].arms.map((arm) => factor(8.5, armAzimuth(arm, 8.5))));
    expect(factor(8.5, 0)).toBeCloseTo(sun, 5);
    expect(strongest).toBeCloseTo(peak, 3);
  },
);
