import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { spectrumOf } from '../../src/model/spectrum';
import { analyticFlux } from '../../src/plot/analytic';
import { modelCurves } from '../../src/plot/curves';
import { measuredText, scientific } from '../../src/plot/hover';
import { curvePath } from '../../src/plot/marks/curve';
import { palettes } from '../../src/plot/palette';
import { figureSummary, localSlope } from '../../src/plot/summary';
import { laneSpectrum } from '../../src/state/selectors/spectra';
import { propagated } from '../state/fakes';

const spectrum = laneSpectrum('thm:p', propagated('p'), { ...paperExplorer, 'phi.p': 0 });
const nothingElse = {
  thm: spectrum,
  cm: null,
  volumes: { thm: null, cm: null },
  interstellar: false,
  analytic: null,
};

describe('curves', () => {
  it('are the flux times the power of the abscissa', () => {
    const [curve] = modelCurves({ ...nothingElse, observable: 'p', abscissa: 'energy', power: 2 });
    const index = 30;
    const energy = spectrum.kineticEnergyGeV[index]!;
    expect(curve?.points.y[index]).toBeCloseTo(spectrum.modulated[index]! * energy ** 2, 10);
  });

  it('conserve the number of particles between energy and rigidity', () => {
    const [curve] = modelCurves({ ...nothingElse, observable: 'p', abscissa: 'rigidity', power: 0 });
    const index = 8;
    const energy = spectrum.kineticEnergyGeV[index]!;
    const rigidity = spectrum.rigidityGV[index]!;
    const beta = rigidity / (energy + 0.93827208);
    expect(curve?.points.y[index]).toBeCloseTo(spectrum.modulated[index]! * beta, 6);
  });

  it('put the two-halo model on top and leave out what is not asked for', () => {
    const both = { ...nothingElse, cm: spectrum, observable: 'p', abscissa: 'energy', power: 2.7 } as const;
    expect(modelCurves(both).map(({ id }) => id)).toEqual(['cm', 'thm']);
    const all = modelCurves({ ...both, interstellar: true, analytic: () => 1 });
    expect(all.map(({ id }) => id)).toEqual(['analytic', 'cm-lis', 'thm-lis', 'cm', 'thm']);
  });
});

describe('nearby sources and three dimensions', () => {
  const burst = {
    id: 'vela',
    name: 'Vela',
    flux: spectrum.kineticEnergyGeV.map((energy) => 0.1 * energy ** -2),
    diffusionLengthKpc: spectrum.kineticEnergyGeV,
    anisotropy: spectrum.kineticEnergyGeV,
    validUpToGeV: 300,
  } as const;
  const axes = { observable: 'p', abscissa: 'energy', power: 2 } as const;
  const withBurst = spectrumOf(propagated('p'), { ...paperExplorer, 'phi.p': 0 }, { nearby: [burst] });

  it('a source adds to the curve, which is also shown without it', () => {
    withBurst.interstellar.forEach((value, i) => {
      expect(value).toBeCloseTo(withBurst.smooth[i]! + burst.flux[i]!, 12);
    });
    const ids = modelCurves({ ...nothingElse, ...axes, thm: withBurst }).map(({ id }) => id);
    expect(ids).toEqual(['thm-smooth', 'thm-near-vela', 'thm-beyond-vela', 'thm']);
  });

  it.each(['energy', 'rigidity'] as const)(
    'its line ends where its particles leave the inner halo, and goes on as another, over %s',
    (abscissa) => {
      const curves = modelCurves({ ...nothingElse, ...axes, abscissa, thm: withBurst });
      const [near, beyond] = ['thm-near-vela', 'thm-beyond-vela'].map(
        (id) => curves.find((curve) => curve.id === id)!.points.x,
      );
      const limit = abscissa === 'energy' ? 300 : Math.sqrt(300 * (300 + 2 * 0.93827208));
      expect(near!.at(-1)).toBeLessThanOrEqual(limit);
      expect(beyond![0]).toBe(near!.at(-1));
      expect(beyond![1]).toBeGreaterThan(limit);
    },
  );

  it('it has one label, also where both models have it', () => {
    const curves = modelCurves({ ...nothingElse, ...axes, thm: withBurst, cm: withBurst });
    expect(curves.filter(({ label }) => label !== undefined).map(({ label }) => label)).toEqual(['Vela']);
  });

  it('a solve in three dimensions is drawn under the model that it is of', () => {
    const curves = modelCurves({ ...nothingElse, ...axes, volumes: { thm: spectrum, cm: null } });
    expect(curves.map(({ id }) => id)).toEqual(['3d-thm', 'thm']);
  });

  it('what is not solved yet leaves a gap, not a zero', () => {
    const flux = propagated('p').flux.map((value, i) => (i < 20 ? Number.NaN : value));
    const partial = spectrumOf({ ...propagated('p'), flux }, paperExplorer, {
      reference: propagated('p').flux,
    });
    const [curve] = modelCurves({ ...nothingElse, ...axes, thm: null, volumes: { thm: partial, cm: null } });
    expect(curve!.points.x.length).toBeGreaterThan(30);
    expect(curve!.points.x.length).toBeLessThanOrEqual(37);
    expect(curve!.points.y.every((value) => value > 0)).toBe(true);
  });
});

describe('the one-dimensional curve', () => {
  it.each([
    ['p', 100, 'p.norm'],
    ['e-', 33, 'e.norm'],
  ] as const)('meets the %s normalisation at its energy', (species, energy, id) => {
    const mass = species === 'p' ? 0.93827208 : 5.1099895e-4;
    const rigidity = Math.sqrt(energy * (energy + 2 * mass));
    expect(analyticFlux(paperExplorer, species)(rigidity)).toBeCloseTo(paperExplorer[id], 10);
  });
});

describe('the live layer', () => {
  const area = { width: 200, height: 100 };
  const ranges = { x: [0, 2], y: [0, 1] } as const;

  it('maps decades to pixels, upwards', () => {
    expect(curvePath({ x: [1, 10, 100], y: [1, 10, 1] }, ranges, area)).toBe(
      'M0.0,100.0L100.0,0.0L200.0,100.0',
    );
  });

  it('keeps one point on either side, so that lines run through the edges', () => {
    const x = [0.001, 0.1, 10, 1000, 1e5];
    expect(curvePath({ x, y: x.map(() => 1) }, ranges, area)).toBe('M-100.0,100.0L100.0,100.0L300.0,100.0');
  });

  it('draws nothing out of nothing', () => expect(curvePath({ x: [], y: [] }, ranges, area)).toBe(''));
});

describe('words', () => {
  it('write numbers as people do', () => {
    expect(scientific(0.0123)).toBe('0.0123');
    expect(scientific(1000)).toBe('1000');
    expect(scientific(1.234e-7)).toBe('1.23 × 10⁻⁷');
  });

  it('tell both errors, one-sided ones and unpublished ones', () => {
    const point = {
      x: 1,
      xLow: null,
      xHigh: null,
      y: 2e-3,
      statLow: 1e-4,
      statHigh: 1e-4,
      sysLow: 1e-4,
      sysHigh: 2e-4,
      leftOutOfChi2: false,
    };
    expect(measuredText(point, 'm^-2 s^-1')).toBe('(2.000 ± 0.1 stat, +0.2 −0.1 sys) × 10⁻³<br>m⁻² s⁻¹');
    expect(measuredText({ ...point, sysLow: null, sysHigh: null }, '')).toContain('sys not published');
    // A ratio has no unit; a total error is called one.
    const total = { ...point, statLow: null, statHigh: null };
    expect(measuredText(total, '1', 'total only')).toBe('(2.000 +0.2 −0.1 total) × 10⁻³');
  });

  it('sum the figure up in one sentence', () => {
    expect(localSlope(spectrum, 10, 100)).toBeCloseTo(-2.7, 6);
    expect(figureSummary('p', spectrum, spectrum, null)).toMatch(
      /slope −2\.70 .* equal to the conventional one\.$/,
    );
    expect(figureSummary('e-', null, spectrum, null)).toContain('being solved');
    const alone = figureSummary('p', spectrum, spectrum, null, { thm: false, cm: true });
    expect(alone).toMatch(/^Protons: the conventional curve has .* the two-halo one is switched off\.$/);
    expect(alone).not.toContain('two-halo flux');
    expect(figureSummary('p', spectrum, spectrum, null, { thm: false, cm: false })).toContain('both curves');
  });
});

describe('colours', () => {
  it('are the same in the style sheet and in the figures', () => {
    const sheet = readFileSync('src/ui/styles/tokens.css', 'utf8');
    const [light = '', dark = ''] = sheet.split('[data-theme="dark"]');
    for (const name of ['thm', 'cm', 'analytic'] as const) {
      expect(light).toContain(`--curve-${name}: ${palettes.light[name]};`);
      expect(dark).toContain(`--curve-${name}: ${palettes.dark[name]};`);
    }
  });
});
