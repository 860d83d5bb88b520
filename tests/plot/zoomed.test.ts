import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { energiesInView } from '../../src/plot/axes';
import { energyRows, roundEnergies } from '../../src/plot/curveRows';
import { figureSummary } from '../../src/plot/summary';
import { laneSpectrum } from '../../src/state/selectors/spectra';
import { standardView } from '../../src/state/view';
import { propagated } from '../state/fakes';

const spectrum = laneSpectrum('thm:p', propagated('p'), { ...paperExplorer, 'phi.p': 0 });

describe('the table of a zoomed figure', () => {
  it('holds round energies of what is in view only', () => {
    expect(roundEnergies('p', null)[0]).toBe(1);
    expect(roundEnergies('p', [80, 1.2e5])).toEqual([100, 300, 1000, 3000, 1e4, 3e4, 1e5]);
    expect(roundEnergies('p', [9, 31])).toEqual([9, 10, 12, 15, 20, 25, 30]);
    const narrow = roundEnergies('p', [101, 104]);
    expect(narrow).toHaveLength(6);
    expect([narrow[0], narrow.at(-1)]).toEqual([101, 104]);
  });

  it('never goes beyond the solved energies', () => {
    const last = spectrum.kineticEnergyGeV.at(-1)!;
    const rows = energyRows('p', [spectrum, spectrum], [1, 1e9]);
    expect(Math.max(...rows.map((row) => row.energyGeV))).toBeLessThanOrEqual(last);
  });
});

describe('the sentence of a zoomed figure', () => {
  it('speaks of the energies in view, on either abscissa', () => {
    const zoom = { p: { x: [2, 4] as const, y: [0, 1] as const }, 'e-': null };
    expect(energiesInView('p', { ...standardView, zoom })).toEqual([100, 10000]);
    const [from] = energiesInView('p', { ...standardView, abscissa: 'rigidity', zoom })!;
    expect(from).toBeCloseTo(Math.hypot(100, 0.93827) - 0.93827, 3);
    const text = figureSummary('p', spectrum, spectrum, [100, 10000]);
    expect(text).toContain('zoomed to 100 GeV–10 TeV');
    expect(text).toContain('slope −2.70 at 100 GeV–460 GeV');
    expect(figureSummary('p', spectrum, spectrum, [1e12, 1e13])).toContain('outside the view');
  });
});
