import { describe, expect, test } from 'vitest';
import { type ArmTableId, armTableNames, defaultArmWidthKpc, idsOf } from '../../src/physics/galaxyModels';
import { armModulation } from '../../src/physics/spiralArms';
import { armCentreLines, armTables, type SpiralArm } from '../../src/physics/spiralArmTables';
import { sunRadiusKpc } from '../../src/physics/units';
import { armRadiusKpc, nearestArm } from './nearestArm';

type Factor = (rKpc: number, azimuthRad: number) => number;

const turn = 2 * Math.PI;
const windings = Array.from({ length: 11 }, (_, i) => i - 5);

function armCalled(table: ArmTableId, name: string): SpiralArm {
  return armTables[table].arms.find((arm) => arm.name === name)!;
}

/** Azimuth of an arm's centre line at a radius. */
function armAzimuth(arm: SpiralArm, rKpc: number): number {
  return arm.azimuthRad + Math.log(rKpc / arm.radiusKpc) / arm.pitchTangent;
}

/** Equal steps: on a smooth periodic function they converge faster than any power. */
function azimuthalMean(factor: Factor, rKpc: number): number {
  const points = 2048;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += factor(rKpc, (turn * i) / points);
  return sum / points;
}

/** Largest value of `deviation` over azimuth. */
function largest(deviation: (azimuthRad: number) => number, stepRad: number): number {
  let most = 0;
  for (let azimuth = -Math.PI; azimuth < Math.PI; azimuth += stepRad)
    most = Math.max(most, deviation(azimuth));
  return most;
}

/** The pattern as it is defined, over every winding between 1 pc and 1 Mpc. */
function definedPattern(table: ArmTableId, widthKpc: number): Factor {
  return (rKpc, azimuthRad) =>
    armTables[table].arms.reduce((sum, arm) => {
      const distances = windings.map((n) => Math.abs(rKpc - armRadiusKpc(arm, azimuthRad + n * turn)));
      return sum + arm.weight * Math.exp(-0.5 * (Math.min(...distances) / widthKpc) ** 2);
    }, 0);
}

/** Difference of two angles, 0 to 180 deg. */
function angleBetween(a: number, b: number): number {
  return Math.abs(((((a - b) % 360) + 540) % 360) - 180);
}

/**
 * Longitudes (deg) at which the Sun looks along an arm beyond 1.5 kpc. With t = dr / (r dtheta), the line of sight is parallel to
 * the arm where r = R (cos theta + t sin theta), theta from the Sun; hence no tangent beyond R sqrt(1 + t^2).
 */
function tangentLongitudes(arm: SpiralArm, sunAzimuthRad = 0): number[] {
  const t = arm.pitchTangent;
  const missed = (azimuth: number) => {
    const fromSun = azimuth - sunAzimuthRad;
    return armRadiusKpc(arm, azimuth) - sunRadiusKpc * (Math.cos(fromSun) + t * Math.sin(fromSun));
  };
  const longitudes: number[] = [];
  const end = armAzimuth(arm, sunRadiusKpc * Math.hypot(1, t));
  const step = 0.02;
  for (let azimuth = armAzimuth(arm, 1.5); azimuth < end; azimuth += step) {
    if (missed(azimuth) * missed(azimuth + step) > 0) continue;
    let [low, high] = [azimuth, azimuth + step];
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (missed(low) * missed(middle) > 0) low = middle;
      else high = middle;
    }
    const [r, fromSun] = [armRadiusKpc(arm, low), low - sunAzimuthRad];
    // Longitude 90 deg lies towards -y.
    const longitude = Math.atan2(-r * Math.sin(fromSun), sunRadiusKpc - r * Math.cos(fromSun));
    longitudes.push(((longitude * 180) / Math.PI + 360) % 360);
  }
  return longitudes;
}

const crossings = [
  ['faucherKaspi06', 'Norma', [3.48, 15.263]],
  ['faucherKaspi06', 'Carina-Sagittarius', [1.6623, 7.2907]],
  ['faucherKaspi06', 'Perseus', [2.9268, 10.5783]],
  ['faucherKaspi06', 'Crux-Scutum', [1.539, 5.5624]],
  ['steimanCameron10', 'Norma', [3.1737, 15.1716]],
  ['steimanCameron10', 'Carina-Sagittarius', [1.6458, 7.5291]],
  ['steimanCameron10', 'Perseus', [2.4895, 11.2465]],
  ['steimanCameron10', 'Crux-Scutum', [5.4395]],
] as const;

/** Arm, longitude where its tracers pile up (Vallee 2014; Hou & Han 2015), and of the tangents in both tables. */
const tangents = [
  ['Carina-Sagittarius', 50, { faucherKaspi06: 47.86, steimanCameron10: 50.51 }],
  ['Crux-Scutum', 31, { faucherKaspi06: 33.04, steimanCameron10: 29.73 }],
  ['Crux-Scutum', 309, { faucherKaspi06: 309.67, steimanCameron10: 307.16 }],
  ['Norma', 328, { faucherKaspi06: 327.76, steimanCameron10: 330.02 }],
  ['Perseus', 337, { faucherKaspi06: 333.8, steimanCameron10: 336.53 }],
] as const;

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

  test.each(crossings)(
    '%s: %s crosses the line from the centre through the Sun at %s kpc',
    (table, name, expected) => {
      const arm = armCalled(table, name);
      const found = windings.map((n) => armRadiusKpc(arm, n * turn)).filter((r) => r > 1 && r < 20);
      expect(found.map((r) => Number(r.toFixed(4)))).toEqual(expected);
    },
  );

  test.each(idsOf(armTableNames))(
    '%s: Norma, Crux-Scutum and Carina-Sagittarius lie inside the Sun, Perseus outside, in this order',
    (table) => {
      const met = armTables[table].arms
        .flatMap(({ name, ...arm }) =>
          windings.map((n) => ({ name, r: armRadiusKpc({ name, ...arm }, n * turn) })),
        )
        .filter(({ r }) => r > 3 && r < 14)
        .sort((a, b) => a.r - b.r);
      const inside = met.filter(({ r }) => r < sunRadiusKpc).map(({ name }) => name);
      const outside = met.filter(({ r }) => r > sunRadiusKpc).map(({ name }) => name);
      expect(inside).toEqual(['Norma', 'Crux-Scutum', 'Carina-Sagittarius']);
      expect(outside).toEqual(['Perseus']);
    },
  );

  test.each(tangents)('both tables show %s edge-on near longitude %s deg', (name, observed, expected) => {
    for (const table of idsOf(armTableNames)) {
      const misses = tangentLongitudes(armCalled(table, name)).map((l) => [angleBetween(l, observed), l]);
      const [miss, longitude] = misses.sort(([a], [b]) => a! - b!)[0]!;
      expect(longitude).toBeCloseTo(expected[table], 2);
      // 4 deg: the spread between tracers.
      expect(miss).toBeLessThan(4);
    }
  });

  test.each(idsOf(armTableNames))(
    '%s: with the Sun on another axis, or the sky mirrored, the names do not fit',
    (table) => {
      const worstMiss = (sunAzimuthRad: number, mirror: 1 | -1) =>
        Math.max(
          ...tangents.map(([name, observed]) => {
            const longitudes = tangentLongitudes(armCalled(table, name), sunAzimuthRad);
            return Math.min(180, ...longitudes.map((l) => angleBetween(mirror * l, observed)));
          }),
        );
      for (const quarter of [0, 1, 2, 3]) {
        for (const mirror of [1, -1] as const) {
          if (quarter === 0 && mirror === 1) continue;
          // Five times the spread between tracers.
          expect(worstMiss((quarter * Math.PI) / 2, mirror)).toBeGreaterThan(20);
        }
      }
    },
  );

  test('equal arms look the same after half a turn', () => {
    const { arms } = armTables.faucherKaspi06;
    const factor = armModulation({
      table: 'faucherKaspi06',
      contrast: 1,
      widthKpc: defaultArmWidthKpc,
      phaseRad: 0,
    });
    const peak = factor(sunRadiusKpc, armAzimuth(arms[0]!, sunRadiusKpc));
    // The pairs are 3.14 and not pi apart; on the steepest flank, a width outside the winding, an arm falls by peak exp(-1/2) / w
    // per kpc, and a step of azimuth moves it by t (r + w).
    const steepest =
      Math.max(...arms.map((arm) => arm.pitchTangent)) * (sunRadiusKpc / defaultArmWidthKpc + 1);
    const slip = (Math.PI - 3.14) * steepest * Math.exp(-0.5) * peak;
    const change = (azimuth: number) =>
      Math.abs(factor(sunRadiusKpc, azimuth + Math.PI) - factor(sunRadiusKpc, azimuth));
    expect(largest(change, 0.01)).toBeLessThan(slip);
  });
});

describe.each(idsOf(armTableNames))('sources modulated by %s', (table) => {
  const { arms } = armTables[table];

  test.each([0.1, 0.3, 0.6, 1, 2])(
    'average to one over azimuth at every radius for arms %s kpc wide',
    (widthKpc) => {
      for (const [contrast, phaseRad] of [
        [1, 0],
        [1, 2.3],
        [0.4, -0.8],
      ] as const) {
        const factor = armModulation({ table, contrast, widthKpc, phaseRad });
        for (let r = 0.5; r <= 20; r += 0.75) {
          // 3e-7: steps of the two tables, at most 1.3e-7 each in the mean.
          expect(Math.abs(azimuthalMean(factor, r) - 1)).toBeLessThan(3e-7);
        }
      }
    },
  );

  test.each([0.1, 0.3, 1])(
    'follow the definition with every winding counted, for arms %s kpc wide',
    (widthKpc) => {
      const factor = armModulation({ table, contrast: 1, widthKpc, phaseRad: 0 });
      const pattern = definedPattern(table, widthKpc);
      // All radii are beyond the centre, where the contrast falls.
      for (const r of [5.1, sunRadiusKpc, 14.3]) {
        const mean = azimuthalMean(pattern, r);
        const peak = largest((azimuth) => pattern(r, azimuth) / mean, 0.037);
        const deviation = (azimuth: number) => Math.abs(factor(r, azimuth) - pattern(r, azimuth) / mean);
        // 3e-7 of the peak: linear steps of the profile (1.2e-7) and of <P>.
        expect(largest(deviation, 0.037)).toBeLessThan(3e-7 * peak);
      }
    },
  );

  test.each([4, sunRadiusKpc, 12])(
    'peak on the centre lines, in proportion to the weights, at r = %s kpc',
    (r) => {
      const factor = armModulation({ table, contrast: 1, widthKpc: 0.1, phaseRad: 0 });
      const peaks = arms.map((arm) => factor(r, armAzimuth(arm, r)));
      arms.forEach((arm, i) => {
        expect(factor(r, armAzimuth(arm, r) - 0.02)).toBeLessThan(peaks[i]!);
        expect(factor(r, armAzimuth(arm, r) + 0.02)).toBeLessThan(peaks[i]!);
        // 1e-3: what the neighbouring arm, at least 4 widths off, adds.
        expect(Math.abs((peaks[i]! * arms[0]!.weight) / (peaks[0]! * arm.weight) - 1)).toBeLessThan(1e-3);
      });
    },
  );

  test('are the same after a full turn, and a phase turns them towards growing azimuth', () => {
    const settings = { table, contrast: 1, widthKpc: defaultArmWidthKpc };
    const factor = armModulation({ ...settings, phaseRad: 0 });
    for (const phaseRad of [0.9, -2.4]) {
      const turned = armModulation({ ...settings, phaseRad });
      for (let r = 0.3; r < 25; r += 0.77) {
        const afterATurn = (azimuth: number) => Math.abs(factor(r, azimuth + turn) - factor(r, azimuth));
        const afterThePhase = (azimuth: number) =>
          Math.abs(turned(r, azimuth + phaseRad) - factor(r, azimuth));
        // 1e-10: round-off of the azimuth in turns times the slope, up to 1e3 per turn.
        expect(largest(afterATurn, 0.21)).toBeLessThan(1e-10);
        expect(largest(afterThePhase, 0.21)).toBeLessThan(1e-10);
      }
    }
  });

  test('are axisymmetric without contrast, and linear in it', () => {
    const of = (contrast: number) =>
      armModulation({ table, contrast, widthKpc: defaultArmWidthKpc, phaseRad: 0.2 });
    const [none, full] = [of(0), of(1)];
    for (const contrast of [0.25, 0.5, 0.8]) {
      const partly = of(contrast);
      for (let r = 0; r < 30; r += 0.31) {
        const nonlinear = (azimuth: number) =>
          Math.abs(partly(r, azimuth) - 1 - contrast * (full(r, azimuth) - 1));
        // Round-off of values below 20.
        expect(largest(nonlinear, 0.3)).toBeLessThan(1e-13);
        expect(largest((azimuth) => Math.abs(none(r, azimuth) - 1), 0.3)).toBe(0);
      }
    }
  });

  test.each([0.1, 0.3, 2])(
    'are finite and never negative in a box of 60 kpc, for arms %s kpc wide',
    (widthKpc) => {
      const factor = armModulation({ table, contrast: 1, widthKpc, phaseRad: 0 });
      for (let x = -30; x <= 30; x += 0.5) {
        for (let y = -30; y <= 30; y += 0.5) {
          const value = factor(Math.hypot(x, y), Math.atan2(y, x));
          if (!(Number.isFinite(value) && value >= 0)) throw new Error(`${value} at ${x}, ${y}`);
        }
      }
    },
  );

  test('average to one beyond the end of the table of means', () => {
    // r / w = 1200; 1e-6: how constant the mean times r / w is there.
    const factor = armModulation({ table, contrast: 1, widthKpc: 0.05, phaseRad: 0 });
    expect(Math.abs(azimuthalMean(factor, 60) - 1)).toBeLessThan(1e-6);
  });

  test('fade into an axisymmetric centre without a step', () => {
    const widthKpc = defaultArmWidthKpc;
    const factor = armModulation({ table, contrast: 1, widthKpc, phaseRad: 0 });
    const stepKpc = 0.001;
    const jump = (azimuth: number) => {
      expect(factor(0, azimuth)).toBe(1);
      // Neighbouring arms are closer than w.
      expect(factor(1.99 * widthKpc, azimuth)).toBe(1);
      let [most, before] = [0, 1];
      for (let r = 2 * widthKpc; r < 7 * widthKpc; r += stepKpc) {
        const value = factor(r, azimuth);
        most = Math.max(most, Math.abs(value - before));
        before = value;
      }
      return most;
    };
    // The steepest flank of an arm: peak 2 times exp(-1/2) / w per kpc, and half as much again.
    expect(largest(jump, 0.1)).toBeLessThan(stepKpc * 1.5 * 2 * (Math.exp(-0.5) / widthKpc));
  });

  test('centre lines lie on the spirals between the radii asked for and turn with the phase', () => {
    const [range, phaseRad, count] = [[3, 16] as const, 0.5, 200];
    const lines = armCentreLines(table, 0, range, count);
    const turned = armCentreLines(table, phaseRad, range, count);
    expect(lines.map((line) => line.name)).toEqual(arms.map((arm) => arm.name));
    lines.forEach((line, a) => {
      expect(Math.hypot(line.xKpc[0]!, line.yKpc[0]!)).toBeCloseTo(range[0], 12);
      expect(Math.hypot(line.xKpc[count - 1]!, line.yKpc[count - 1]!)).toBeCloseTo(range[1], 12);
      for (let i = 0; i < count; i += 7) {
        const [x, y] = [line.xKpc[i]!, line.yKpc[i]!];
        const azimuth = armAzimuth(arms[a]!, Math.hypot(x, y));
        expect(x).toBeCloseTo(Math.hypot(x, y) * Math.cos(azimuth), 11);
        expect(y).toBeCloseTo(Math.hypot(x, y) * Math.sin(azimuth), 11);
        expect(turned[a]!.xKpc[i]).toBeCloseTo(x * Math.cos(phaseRad) - y * Math.sin(phaseRad), 11);
        expect(turned[a]!.yKpc[i]).toBeCloseTo(x * Math.sin(phaseRad) + y * Math.cos(phaseRad), 11);
      }
    });
  });

  test.each([0, 1.1, 2.9, -2])(
    'the nearest arm is the one nearest of all points of all lines, phase %s',
    (phaseRad) => {
      const { name, distanceKpc } = nearestArm(table, phaseRad);
      const scanned = armCentreLines(table, phaseRad, [6.5, 10.5], 5001).map((line) => ({
        name: line.name,
        distanceKpc: Math.min(
          ...Array.from(line.xKpc, (x, i) => Math.hypot(x - sunRadiusKpc, line.yKpc[i]!)),
        ),
      }));
      const nearest = scanned.reduce((best, line) => (line.distanceKpc < best.distanceKpc ? line : best));
      expect(name).toBe(nearest.name);
      // Points are 4e-3 kpc apart: half of it squared over twice the distance, here at least 0.05 kpc.
      expect(Math.abs(distanceKpc - nearest.distanceKpc)).toBeLessThan(5e-5);
    },
  );

  test('an arm is never farther across than along the radius', () => {
    const excess = (phaseRad: number) => {
      const { distanceKpc, radialDistanceKpc } = nearestArm(table, phaseRad);
      return distanceKpc - Math.abs(radialDistanceKpc);
    };
    // Round-off where the arm passes through the Sun.
    expect(largest(excess, 0.02)).toBeLessThan(1e-12);
  });

  test('a phase can move each arm onto the Sun', () => {
    const settings = { table, contrast: 1, widthKpc: defaultArmWidthKpc };
    const factor = armModulation({ ...settings, phaseRad: 0 });
    for (const arm of arms) {
      const phaseRad = -armAzimuth(arm, sunRadiusKpc);
      const nearest = nearestArm(table, phaseRad);
      expect(nearest.name).toBe(arm.name);
      expect(nearest.distanceKpc).toBeLessThan(1e-12);
      const onTheArm = factor(sunRadiusKpc, -phaseRad);
      expect(armModulation({ ...settings, phaseRad })(sunRadiusKpc, 0)).toBeCloseTo(onTheArm, 10);
    }
  });
});

test.each([
  ['faucherKaspi06', 1.1815],
  ['steimanCameron10', 0.9467],
] as const)('%s: Carina-Sagittarius is nearest to the Sun, %s kpc inwards', (table, across) => {
  const nearest = nearestArm(table, 0);
  expect(nearest.name).toBe('Carina-Sagittarius');
  expect(nearest.distanceKpc).toBeCloseTo(across, 4);
  const crossing = crossings.find(([id, name]) => id === table && name === nearest.name)![2].at(-1)!;
  expect(sunRadiusKpc + nearest.radialDistanceKpc).toBeCloseTo(crossing, 4);
});

test.each([
  ['faucherKaspi06', 0.00115, 3.8803],
  ['steimanCameron10', 0.017, 6.4182],
] as const)(
  '%s: with all sources in the arms the Sun has %s of the mean, the strongest arm %s',
  (table, sun, peak) => {
    const factor = armModulation({ table, contrast: 1, widthKpc: defaultArmWidthKpc, phaseRad: 0 });
    const onArms = armTables[table].arms.map((arm) => factor(sunRadiusKpc, armAzimuth(arm, sunRadiusKpc)));
    expect(factor(sunRadiusKpc, 0)).toBeCloseTo(sun, 5);
    expect(Math.max(...onArms)).toBeCloseTo(peak, 4);
  },
);
