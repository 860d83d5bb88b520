/**
 * The preset `dragon2-bc` against the run that it is taken from, and against AMS-02. Slopes of nuclei are one pair here and seven there,
 * in momentum per nucleon; cross sections are those of 2020 here and of 2019 there, with other gas.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { agreementOf, residuals } from '../../src/inference/residuals';
import { parseCatalogue } from '../../src/measurements/catalogue';
import { tableById } from '../../src/measurements/tables';
import { composedSpectrum } from '../../src/model/composition';
import { type PresetId, presets } from '../../src/model/presets';
import { propagateNuclei } from '../../src/model/propagateNuclei';
import { interpolateLogLog } from '../../src/model/spectrum';
import type { NuclideId } from '../../src/physics/nuclides';

const [columns = [], ...rows] = readFileSync(
  new URL('./fixtures/dragon2-bc-ratios.csv', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(','));

const carbon: readonly NuclideId[] = ['C12', 'C13'];
const oxygen: readonly NuclideId[] = ['O16'];
/**
 * Per cent that a ratio may be off from 1 GeV per nucleon on, and below: 5 and 10 are promised. Where it is more the difference is one of
 * ingredients. Oxygen is steeper there than carbon by 0.01 to 0.02, so that C/O parts above 1 TeV; its
 * cross sections of beryllium are others (by up to three times in 11B to 10Be), and 10Be lives longer (1.51 Myr).
 */
const ratios: readonly (readonly [string, readonly NuclideId[], readonly NuclideId[], number, number])[] = [
  ['B/C', ['B10', 'B11'], carbon, 5, 10],
  ['C/O', carbon, oxygen, 6, 10],
  ['Li/C', ['Li6', 'Li7'], carbon, 9.5, 14],
  ['Be/C', ['Be7', 'Be9', 'Be10'], carbon, 12, 15],
  ['Be10/Be9', ['Be10'], ['Be9'], 24, 29],
];

function nucleiOf(preset: PresetId) {
  return propagateNuclei({ parameters: presets[preset].parameters, tier: 'settled' });
}

describe('one halo with a break in diffusion', () => {
  const { kineticEnergyGeV, fluxes = {} } = nucleiOf('dragon2-bc');
  const sum = (ids: readonly NuclideId[], energyGeV: number) =>
    ids.reduce((total, id) => total + interpolateLogLog(kineticEnergyGeV, fluxes[id]!, energyGeV), 0);

  test.each(ratios)('%s is that of DRAGON2', (name, above, below, fromOne, belowOne) => {
    const off = rows.map((row) => {
      const energyGeV = Number(row[0]);
      const theirs = Number(row[columns.indexOf(name)]);
      const percent = 100 * Math.abs(sum(above, energyGeV) / sum(below, energyGeV) / theirs - 1);
      return percent / (energyGeV >= 0.95 ? fromOne : belowOne);
    });
    expect(Math.max(...off)).toBeLessThan(1);
  });
});

/** Chi2 for each point of the AMS-02 table of 2018, from 2 GeV per nucleon on. */
test.each([
  ['dragon2-bc', 1.5],
  ['thm-bc', 1.7],
] as const)('%s meets boron over carbon', (preset, limit) => {
  const read = parseCatalogue(JSON.parse(readFileSync('public/data/catalogue-nuclei.json', 'utf8')));
  const table = read.ok ? tableById(read.value, 'ams02-2018-b-c') : undefined;
  const { parameters } = presets[preset];
  const curve = composedSpectrum('B/C', { spectra: {}, nuclei: nucleiOf(preset) }, parameters);
  const { chi2, points } = agreementOf(residuals(curve!, table!), [2, 1e6]);
  expect(points).toBeGreaterThan(50);
  expect(chi2 / points).toBeLessThan(limit);
});
