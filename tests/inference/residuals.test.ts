import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { notCompared, notInTotal } from '../../src/inference/comparable';
import { agreementOf, residuals, sumOfAgreements } from '../../src/inference/residuals';
import { factorToData, fluxOnTable } from '../../src/inference/spectrumOnTable';
import { pull } from '../../src/measurements/compare';
import type { MeasuredTable } from '../../src/measurements/tableTypes';
import { paperExplorer } from '../../src/model/presets';
import { spectrumOf } from '../../src/model/spectrum';
import { laneSpectrum } from '../../src/state/selectors/spectra';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { propagated } from '../state/fakes';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const tables = catalogue.kind === 'ready' ? catalogue.tables : [];
const table = (id: string): MeasuredTable => tables.find((one) => one.id === id)!;
const protons = laneSpectrum('thm:p', propagated('p'), paperExplorer);
const everything = [0, Number.POSITIVE_INFINITY] as const;

describe('chi2 over a range', () => {
  it('is the sum of squared pulls over the published errors, by hand', () => {
    const cream = table('cream13-2017-p');
    const flux = fluxOnTable(protons, cream);
    let byHand = 0;
    for (const point of cream.points) {
      if (point.leftOutOfChi2) continue;
      const difference = flux(point.x) - point.y;
      const [stat, sys] = difference > 0 ? [point.statHigh, point.sysHigh] : [point.statLow, point.sysLow];
      byHand += difference ** 2 / ((stat ?? 0) ** 2 + (sys ?? 0) ** 2);
    }
    const agreement = agreementOf(residuals(protons, cream), everything);
    expect(agreement.chi2).toBeCloseTo(byHand, 8);
    expect(agreement).toMatchObject({ points: cream.points.length - 1, leftOut: 1, outside: 0 });
  });

  it('is the same on the rigidity axis of AMS-02 as compare.ts makes it', () => {
    const ams = table('ams02-2015-p');
    const agreement = agreementOf(residuals(protons, ams), everything);
    const flux = fluxOnTable(protons, ams);
    const pulls = ams.points.map((point) => pull(flux, point) ?? 0);
    expect(agreement.chi2).toBeCloseTo(
      pulls.reduce((sum, one) => sum + one ** 2, 0),
      6,
    );
    expect(agreement.points).toBe(72);
  });

  it('counts only points between the two kinetic energies, and says how many are not', () => {
    const ams = table('ams02-2015-p');
    const all = residuals(protons, ams);
    const low = agreementOf(all, [0, 45]);
    const high = agreementOf(all, [45, 1e9]);
    expect(low.points + high.points).toBe(72);
    expect(low.outside).toBe(high.points);
    expect(low.chi2 + high.chi2).toBeCloseTo(agreementOf(all, everything).chi2, 8);
    // 1 GV of rigidity is 0.43 GeV of kinetic energy: the range is not on the table's own axis.
    const first = all[0]!;
    expect(first.kineticEnergyGeV).toBeCloseTo(Math.hypot(first.point.x, 0.93827) - 0.93827, 4);
    expect(agreementOf(all, [first.point.x, 1e9]).outside).toBeGreaterThan(0);
    expect(sumOfAgreements([low, high])).toMatchObject({ points: 72, outside: 72 });
  });

  it('is zero for a model that passes through every point', () => {
    const dampe = table('dampe-2019-p');
    const flux = fluxOnTable(protons, dampe);
    const exact = {
      ...dampe,
      id: 'exact',
      points: dampe.points.map((point) => ({ ...point, y: flux(point.x) })),
    };
    expect(agreementOf(residuals(protons, exact), everything)).toMatchObject({
      chi2: 0,
      points: dampe.points.length,
    });
  });

  it('never extrapolates the solve', () => {
    const kascade = table('kascade-2005-p-qgsjet01');
    const short = { ...protons, kineticEnergyGeV: protons.kineticEnergyGeV.subarray(0, 49) };
    const agreement = agreementOf(residuals({ ...short }, kascade), everything);
    expect(agreement).toMatchObject({ points: 0, chi2: 0, beyondSolve: 20 });
  });

  it('takes no point without errors', () => {
    const sibyll = residuals(protons, table('kascade-2005-p-sibyll21'));
    const bare = sibyll.filter((one) => one.point.statHigh === null);
    expect(bare.length).toBe(2);
    for (const one of bare) expect(one.pull).toBeNull();
  });
});

describe('the total', () => {
  it('leaves out what the model does not make, and says why', () => {
    expect(notCompared(table('ams02-2014-positron'))).toContain('no positrons');
    expect(notCompared(table('dampe-2017-electron-plus-positron'))).toContain('no positrons');
    expect(notCompared(table('ams02-2015-p'))).toBeNull();
  });

  it('compares positrons where the curve holds those of collisions', () => {
    for (const id of ['ams02-2014-positron', 'dampe-2017-electron-plus-positron'])
      expect(notCompared(table(id), true)).toBeNull();
    expect(notCompared(table('voyager1-2016-electron-plus-positron'), true)).toContain('no errors');
  });

  it('counts numbers that are shown twice once', () => {
    const [electrons, difference] = [
      table('ams02-2014-electron'),
      table('ams02-2014-electron-minus-positron'),
    ];
    expect(notInTotal(electrons, [difference, electrons])).toContain('another set');
    expect(notInTotal(difference, [difference, electrons])).toBeNull();
    const copy = table('ams02-2021-electron');
    expect(notInTotal(copy, [table('ams02-2019-electron'), copy])).toContain('another set');
    const showers = [table('kascade-2005-p-qgsjet01'), table('kascade-2005-p-sibyll21')];
    expect(showers.map((one) => notInTotal(one, showers) === null)).toEqual([true, false]);
  });
});

describe('normalising to data', () => {
  it('scales what is propagated and leaves nearby sources as bright as they are', () => {
    const parameters = { ...paperExplorer, 'phi.p': 0 };
    const alone = spectrumOf(propagated('p'), parameters);
    const factor = factorToData(alone, table('ams02-2015-p'))!;
    const { kineticEnergyGeV } = alone;
    const burst = {
      id: 'vela',
      name: 'Vela',
      flux: alone.interstellar.map((value) => 0.25 * factor * value),
      diffusionLengthKpc: kineticEnergyGeV,
      anisotropy: kineticEnergyGeV,
      validUpToGeV: 1e9,
    } as const;
    // A quarter of what the data ask for is there already.
    const together = spectrumOf(propagated('p'), parameters, { nearby: [burst] });
    expect(factorToData(together, table('ams02-2015-p'))! / factor).toBeCloseTo(0.75, 9);
  });

  it('has no answer where nearby sources alone are brighter than the data', () => {
    const alone = spectrumOf(propagated('p'), paperExplorer);
    const { kineticEnergyGeV, interstellar } = alone;
    const burst = {
      id: 'vela',
      name: 'Vela',
      flux: interstellar.map((value) => 1e6 * value),
      diffusionLengthKpc: kineticEnergyGeV,
      anisotropy: kineticEnergyGeV,
      validUpToGeV: 1e9,
    } as const;
    expect(
      factorToData(spectrumOf(propagated('p'), paperExplorer, { nearby: [burst] }), table('ams02-2015-p')),
    ).toBeNull();
  });
});
