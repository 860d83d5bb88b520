/** The claims of the paper: all hold with its parameters, and each can fail. */

import { describe, expect, test } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import {
  type ClaimContext,
  energiesGeV,
  fastestSlopeChange,
  largestUpturn,
  oneHaloHardening,
  paperClaims,
  slopeAt,
  slopeSpread,
  thmOverCm,
} from '../../src/inference/paperClaims';
import { withDifferences } from '../../src/measurements/difference';
import { modelParameters } from '../../src/model/models';
import type { ExplorerParameters } from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import { propagate } from '../../src/model/propagate';
import type { SpeciesKey, Spectrum } from '../../src/model/propagated';
import { spectrumOf } from '../../src/model/spectrum';

const complete = withDifferences(readTables(dataFolder));
if (!complete.ok) throw new Error(complete.reason);
const { tables } = complete.value;

function contextOf(parameters: ExplorerParameters): ClaimContext {
  const pair = (species: SpeciesKey) => {
    const solved = (one: typeof parameters | ReturnType<typeof modelParameters>) =>
      spectrumOf(propagate({ parameters: one, species, tier: 'settled' }), one);
    return { thm: solved(parameters), cm: solved(modelParameters('cm', parameters)) };
  };
  return { parameters, tables, spectra: { p: pair('p'), 'e-': pair('e-') } };
}

const paper = contextOf(paperExplorer);

/** A flux E^-index(E) as an interstellar spectrum; only what the functions read is there. */
function spectrumFrom(flux: (energyGeV: number) => number): Spectrum {
  const kineticEnergyGeV = Float64Array.from({ length: 281 }, (_, i) => 0.1 * 10 ** (i / 40));
  const interstellar = kineticEnergyGeV.map(flux);
  return {
    species: 'p',
    kineticEnergyGeV,
    rigidityGV: kineticEnergyGeV,
    interstellar,
    modulated: interstellar,
    smooth: interstellar,
    nearby: [],
  };
}

describe('the claims with the parameters of the paper', () => {
  test.each(paperClaims.map((claim) => [claim.id, claim] as const))('%s holds', (_, claim) => {
    const { value, holds } = claim.evaluate(paper);
    expect(value).toMatch(/\d|flatter/);
    expect(holds, value).toBe(true);
  });

  test('each has its own id, statement and place', () => {
    expect(new Set(paperClaims.map((claim) => claim.id)).size).toBe(paperClaims.length);
    for (const { statement, where, criterion } of paperClaims)
      for (const text of [statement, where, criterion]) expect(text.length).toBeGreaterThan(6);
  });

  test('nothing is said about curves that are not there, nor without data', () => {
    const none = { thm: null, cm: null };
    for (const claim of paperClaims) {
      const unsolved = claim.evaluate({ ...paper, spectra: { p: none, 'e-': none } });
      expect(unsolved.holds).toBe(claim.about === 'diffusion' ? true : null);
    }
    const withoutData = paperClaims.map((claim) => claim.evaluate({ ...paper, tables: [] }));
    expect(withoutData.filter(({ holds }) => holds === null).map(({ value }) => value)).toHaveLength(5);
  });
});

describe('the claims with other parameters', () => {
  const holding = (parameters: ExplorerParameters) => {
    const context = contextOf(parameters);
    return paperClaims.filter((claim) => claim.evaluate(context).holds).map(({ id }) => id);
  };

  test('without a second halo nothing hardens', () => {
    const held = holding({ ...paperExplorer, profile: 'uniform', delta0: 0.5 });
    for (const id of ['hardening', 'cream', 'not-by-re-tuning', 'thm-above-100-gev', 'length-inner'])
      expect(held).not.toContain(id);
    expect(held).toContain('no-break-at-200-gv');
    expect(held).toContain('length-cm');
  });

  test('one halo of a small slope is flatter, and still does not harden', () => {
    expect(holding({ ...paperExplorer, Delta: 0 })).not.toContain('hardening');
  });

  test('a break in the injection of protons is a break', () => {
    const held = holding({ ...paperExplorer, 'p.secondBreak': 'on', 'p.rhoBr2': 200, 'p.alpha2': 2.1 });
    expect(held).not.toContain('no-break-at-200-gv');
    expect(held).not.toContain('not-by-re-tuning');
  });

  test('a fifth more diffusion is seen in the lengths', () => {
    const held = holding({ ...paperExplorer, D0: 1.2 * paperExplorer.D0 });
    for (const id of ['length-cm', 'length-inner', 'length-outer']) expect(held).not.toContain(id);
  });
});

describe('what the claims are measured with', () => {
  const powerLaw = spectrumFrom((energy) => energy ** -2.7);
  /** Index 3 - 0.1 log10 E: hardens by 0.1 per decade. */
  const curved = spectrumFrom((energy) => energy ** -(3 - 0.05 * Math.log10(energy)));

  test('a power law has its index, no change and no upturn', () => {
    // Tolerances: round-off of interpolating in the logarithm.
    expect(slopeAt(powerLaw, 77)).toBeCloseTo(2.7, 10);
    expect(slopeSpread(powerLaw, [10, 1000])).toBeLessThan(1e-10);
    expect(fastestSlopeChange(powerLaw, [10, 1000]).perDecade).toBeLessThan(1e-9);
    expect(Math.abs(largestUpturn(powerLaw, [10, 1000]))).toBeLessThan(1e-10);
  });

  test('curvature comes back as it was put in', () => {
    // The table's steps of a fortieth of a decade are chords of the curve: 1e-3 in the slope.
    expect(slopeAt(curved, 100)).toBeCloseTo(2.8, 3);
    expect(slopeSpread(curved, [10, 1000])).toBeCloseTo(0.2, 3);
    expect(fastestSlopeChange(curved, [10, 1000]).perDecade).toBeCloseTo(0.1, 2);
    expect(largestUpturn(curved, [10, 1000])).toBeCloseTo(0.2, 3);
    expect(thmOverCm({ thm: curved, cm: powerLaw }, 100, 100)).toBe(1);
  });

  test('energies hold both ends, ten to the decade', () => {
    const grid = energiesGeV([10, 1000]);
    expect(grid).toHaveLength(21);
    expect(grid[0]).toBe(10);
    expect(grid.at(-1)).toBeCloseTo(1000, 9);
  });

  test('one halo is a power law whatever its parameters: only beta, near one, and the cutoff bend it', () => {
    expect(Math.abs(oneHaloHardening(paperExplorer, [100, 1e4]))).toBeLessThan(0.01);
  });
});
