import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dragonDocument, dragonFile, formatDragon } from '../../scripts/readDragon';
import { dragonCase, dragonGrades, parseDragonCurves } from '../../src/measurements/dragonCurves';

const text = readFileSync(dragonFile, 'utf8');
const parsed = parseDragonCurves(JSON.parse(text));
if (!parsed.ok) throw new Error(parsed.reason);
const curves = parsed.value;

describe('the file that the page fetches', () => {
  test('is what scripts/dragonCurves.ts writes from the fixtures', () => {
    expect(text).toBe(formatDragon(dragonDocument()));
    expect(JSON.parse(text)).toEqual(dragonDocument());
  });

  test('says what ran on what', () => {
    expect(curves.provenance[0]).toMatch(/^Computed with DRAGON v1\.0 \(2016\)/);
    expect(curves.settings.default).toMatch(/dz=0\.1/);
    expect(curves.settings.fine).toMatch(/dz=0\.025/);
    expect(curves.settings.converged).toMatch(/conservative/);
  });

  test.each([
    ['thm', 'p'],
    ['cm', 'p'],
    ['thm', 'e-'],
    ['cm', 'e-'],
  ] as const)(
    '%s %s has three curves over 0.2 GeV to 20 TeV and thirteen rows of causes',
    (model, species) => {
      const one = dragonCase(curves, model, species)!;
      for (const grade of dragonGrades) {
        const { kineticEnergyGeV, density } = one.curves[grade];
        expect(kineticEnergyGeV).toHaveLength(density.length);
        expect(kineticEnergyGeV[0]).toBeLessThan(0.2);
        expect(kineticEnergyGeV.at(-1)).toBeGreaterThan(2e4);
      }
      expect(one.causes).toHaveLength(13);
    },
  );

  test('the causes are as measured: the operator in z takes 18 % at 1 TeV', () => {
    const at = (energy: number) =>
      dragonCase(curves, 'thm', 'p')!.causes.find(({ kineticEnergyGeV }) => kineticEnergyGeV === energy);
    expect(at(1e3)).toMatchObject({ time: 2.875, zOperator: -18.359, conservativeZ: 0.491, shape: -15.175 });
    expect(at(1e4)?.shape).toBe(-33.665);
    const electrons = dragonCase(curves, 'thm', 'e-')!.causes;
    expect(electrons.at(-1)).toMatchObject({ kineticEnergyGeV: 9e4, energyStep: null, total: null });
  });
});

describe('what is refused', () => {
  const good = JSON.parse(text) as { cases: { curves: { fine: number[][] } }[] };

  test.each([
    ['nothing', null],
    ['another version', { ...good, version: 2 }],
    ['no cases', { ...good, cases: undefined }],
    ['an unknown key', { ...good, more: 1 }],
  ])('%s', (_, json) => {
    expect(parseDragonCurves(json)).toMatchObject({ ok: false });
  });

  test('a curve that does not ascend, or is not positive', () => {
    for (const row of [
      [0.1, 1],
      [1e9, -1],
    ]) {
      const broken = structuredClone(good);
      broken.cases[0]!.curves.fine.push(row);
      const result = parseDragonCurves(broken);
      expect(result).toMatchObject({ ok: false });
      if (!result.ok) expect(result.reason).toMatch(/cases\.0\.curves\.fine/);
    }
  });
});
