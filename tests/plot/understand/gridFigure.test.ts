import { describe, expect, test } from 'vitest';
import { dragonDocument } from '../../../scripts/readDragon';
import { dragonCase, parseDragonCurves } from '../../../src/measurements/dragonCurves';
import { presets } from '../../../src/model/presets';
import { propagate } from '../../../src/model/propagate';
import { interpolateLogLog, spectrumOf } from '../../../src/model/spectrum';
import {
  coarseErrors,
  curveOfDragon,
  deviationPercent,
  gridErrorFigure,
  gridSpectrumFigure,
  modulatedDragon,
  oursName,
  percentText,
  shapeDeviationPercent,
  toldEnergiesGeV,
} from '../../../src/plot/understand/gridFigure';

const parsed = parseDragonCurves(dragonDocument());
if (!parsed.ok) throw new Error(parsed.reason);
const curves = parsed.value;
const protons = dragonCase(curves, 'thm', 'p')!;
const { parameters } = presets.thm;
const standard = propagate({ parameters, species: 'p', tier: 'settled' });
const coarse = propagate({ parameters, species: 'p', tier: 'settled', coarsening: 2 });

interface Drawn {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
}
const drawn = (data: readonly unknown[]) => data as Drawn[];

describe('deviations', () => {
  const flat = { kineticEnergyGeV: Float64Array.of(1, 100, 1e4), value: Float64Array.of(1, 1, 1) };
  const tilted = { kineticEnergyGeV: Float64Array.of(1, 100, 1e4), value: Float64Array.of(2, 1.5, 1.5) };

  test('are in per cent, of the value and of the shape', () => {
    expect(deviationPercent(tilted, flat, 1)).toBeCloseTo(100, 12);
    expect(shapeDeviationPercent(tilted, flat, 'p', 1)).toBeCloseTo(100 / 3, 12);
    expect(shapeDeviationPercent(tilted, flat, 'p', 1e4)).toBeCloseTo(0, 12);
  });

  test('are not known where a curve does not reach', () => {
    expect(deviationPercent(tilted, flat, 0.5)).toBeNaN();
    expect(deviationPercent(tilted, flat, 2e4)).toBeNaN();
  });

  test('of DRAGON by default are 15 % at 1 TeV and 34 % at 10 TeV, as the causes say', () => {
    const [theirs, target] = [curveOfDragon(protons.curves.default), curveOfDragon(protons.curves.converged)];
    // Interpolated between DRAGON's steps of 1.2: 0.2 %, except at the last step before the spectrum ends.
    for (const { kineticEnergyGeV, shape } of protons.causes.filter((one) => one.kineticEnergyGeV >= 10))
      if (kineticEnergyGeV <= 1e4)
        expect(Math.abs(shapeDeviationPercent(theirs, target, 'p', kineticEnergyGeV) - shape!)).toBeLessThan(
          0.3,
        );
    expect(shapeDeviationPercent(theirs, target, 'p', 1e3)).toBeCloseTo(-15.2, 0);
    expect(shapeDeviationPercent(theirs, target, 'p', 1e4)).toBeCloseTo(-33.7, 0);
  });

  test('of our own grid, half as fine, stay below 1 %', () => {
    const errors = coarseErrors(coarse, standard);
    expect(errors.map(({ energyGeV }) => energyGeV)).toEqual([...toldEnergiesGeV]);
    for (const { absolute, shape } of errors) {
      expect(Math.abs(absolute)).toBeLessThan(1);
      expect(Math.abs(shape)).toBeLessThan(1);
    }
    expect(errors.find(({ energyGeV }) => energyGeV === 100)?.shape).toBe(0);
  });
});

describe('the converged solution as it is drawn', () => {
  test('is our own modulated spectrum within the promised 2 %', () => {
    const ours = spectrumOf(standard, parameters);
    const { kineticEnergyGeV, value } = modulatedDragon(protons.curves.converged, 'p', parameters);
    for (const energy of [1, 10, 100, 1e3, 1e4]) {
      const ratio =
        interpolateLogLog(kineticEnergyGeV, value, energy) /
        interpolateLogLog(ours.kineticEnergyGeV, ours.modulated, energy);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
    }
  });
});

describe('the figures', () => {
  const common = { species: 'p', coarsening: 2, theme: 'light' } as const;

  test('spectra: three curves of DRAGON and ours, told apart by colour and dash', () => {
    const { data } = gridSpectrumFigure({
      ...common,
      dragon: protons,
      paperModel: parameters,
      ours: spectrumOf(coarse, parameters),
      tables: [],
      allTables: [],
    });
    expect(drawn(data).map(({ name }) => name)).toEqual([
      'Converged',
      'DRAGON, fine',
      'DRAGON, default',
      'This page, cells × 2',
    ]);
    const dashes = (data as unknown as { line: { dash: string } }[]).map(({ line }) => line.dash);
    expect(new Set(dashes).size).toBe(4);
  });

  test('errors: DRAGON’s and ours, zero at the energy of reference', () => {
    const { data } = gridErrorFigure({ ...common, dragon: protons, standard, coarse });
    expect(data).toHaveLength(3);
    for (const { x, y } of drawn(data)) {
      const at100 = y[x.findIndex((energy) => Math.abs(energy / 100 - 1) < 1e-9)]!;
      expect(Math.abs(at100)).toBeLessThan(1e-9);
    }
  });

  test('stand without what is not there yet', () => {
    expect(gridErrorFigure({ ...common, dragon: null, standard, coarse: null }).data).toHaveLength(0);
    const bare = { ...common, paperModel: parameters, ours: null, tables: [], allTables: [], dragon: null };
    expect(gridSpectrumFigure(bare).data).toHaveLength(0);
  });
});

test('texts', () => {
  expect([3.24, -18.36, 0.04, -0.04, 0, null, Number.NaN].map(percentText)).toEqual([
    '+3.2',
    '−18',
    '0.0',
    '0.0',
    '0.0',
    'not known',
    'not known',
  ]);
  expect(oursName(1)).toBe('This page, its own cells');
});
