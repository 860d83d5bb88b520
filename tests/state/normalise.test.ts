import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fluxOnTable, normalisationWindows } from '../../src/inference/spectrumOnTable';
import { bandRatio } from '../../src/measurements/compare';
import { paperExplorer } from '../../src/model/presets';
import { readCatalogue } from '../../src/state/catalogue';
import { laneRecord, laneSpecies } from '../../src/state/lanes';
import { normalisedToData } from '../../src/state/normalise';
import { laneKey } from '../../src/state/solverKey';
import { laneSpectrum } from '../../src/state/spectra';
import { propagated } from './fakes';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const lanes = laneRecord((lane) => ({
  curve: { propagated: propagated(laneSpecies[lane]), key: laneKey(lane, paperExplorer), order: 1 },
  solving: null,
  stale: false,
  error: null,
}));

describe('normalise to data', () => {
  it.each([
    ['p', 'thm:p', 'p.norm'],
    ['e-', 'cm:e-', 'cm.e.norm'],
  ] as const)('brings the %s curves onto the data of the window', (species, lane, id) => {
    const result = normalisedToData({ parameters: paperExplorer, lanes, catalogue }, species);
    if (!result.ok || catalogue.kind !== 'ready') throw new Error('not normalised');
    expect(result.parameters[id]).not.toBe(paperExplorer[id]);
    const window = normalisationWindows[species];
    const table = catalogue.tables.find(({ id: tableId }) => tableId === window.tableId)!;
    const spectrum = laneSpectrum(lane, propagated(species), result.parameters);
    // Five digits of the parameter are kept.
    expect(bandRatio(fluxOnTable(spectrum, table), table, window.band)?.ratio).toBeCloseTo(1, 4);
  });

  it('leaves curves alone that are of other values than the sliders show', () => {
    const parameters = { ...paperExplorer, delta0: 0.3 };
    expect(normalisedToData({ parameters, lanes, catalogue }, 'p')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not solved yet'),
    });
    expect(
      normalisedToData({ parameters: { ...paperExplorer, 'phi.p': 300 }, lanes, catalogue }, 'p').ok,
    ).toBe(true);
  });

  it('says why it cannot while there is nothing to normalise', () => {
    const result = normalisedToData(
      { parameters: paperExplorer, lanes, catalogue: { kind: 'loading' } },
      'p',
    );
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining('not loaded') });
  });
});
