/** Models that are known to have no answer: particles that nothing holds. */
import { describe, expect, test } from 'vitest';
import type { Parameters } from '../../src/model/parameters/values';
import { presets } from '../../src/model/presets';
import { propagate } from '../../src/model/propagate';
import { refusalOf } from '../../src/model/refusals';
import { SolverError } from '../../src/solver/errors';
import { model } from './solvedModels';

const electronLosses = ['ionisation', 'coulomb', 'bremsstrahlung', 'synchrotron', 'inverseCompton'] as const;
const lossless = Object.fromEntries(electronLosses.map((process) => [process, 'off'])) as Partial<Parameters>;
const runaway = model({ ...lossless, vA: 45, D0: 1e28 });

describe('electrons without losses in strong reacceleration', () => {
  test.each(['smooth', 'step'] as const)('are refused in two halos: %s', (profile) => {
    const reason = refusalOf({ ...runaway, profile }, 'e-');
    expect(reason).toMatch(/outruns escape more than 7 times/);
    // What can be changed, by name.
    for (const change of [/switch on a loss/i, /lower vA/, /raise D0/]) expect(reason).toMatch(change);
  });

  test('are refused by the solve in the same words', () => {
    const refused = new SolverError('refused', refusalOf(runaway, 'e-') ?? '');
    try {
      propagate({ parameters: runaway, species: 'e-', tier: 'live' });
      expect.unreachable();
    } catch (error) {
      expect(error).toEqual(refused);
      expect(error).toMatchObject({ kind: 'refused' });
    }
  });

  test('are solved just below the limit', () => {
    // The strength grows as the square of vA.
    const solvedUpTo = Array.from({ length: 4501 }, (_, i) => 45 - i / 100).find(
      (vA) => refusalOf({ ...runaway, vA }, 'e-') === undefined,
    );
    expect(solvedUpTo).toBeGreaterThan(0);
    expect(solvedUpTo).toBeLessThan(45);
    const parameters = { ...runaway, vA: solvedUpTo ?? 0 };
    const { kineticEnergyGeV, flux } = propagate({ parameters, species: 'e-', tier: 'live' });
    const cutoff = parameters['e.rhoCut'];
    const unsound = [...flux.keys()].filter(
      (i) => kineticEnergyGeV[i]! < cutoff && !(flux[i]! > 0 && flux[i]! < Number.POSITIVE_INFINITY),
    );
    expect(unsound).toEqual([]);
  });
});

/** C(delta) (v_A L / D0)^2 is 160 at L = 12 kpc, 34 at 5.5 and 18 at 4. */
const strongest = model({ vA: 50, D0: 1e28, L: 12 });

describe('reacceleration that outruns escape by far', () => {
  test('of protons is refused in two halos', () => {
    const reason = refusalOf(strongest, 'p');
    expect(reason).toMatch(/more than 40 times/);
    for (const change of [/lower vA or L/i, /raise D0/]) expect(reason).toMatch(change);
    expect(refusalOf({ ...strongest, L: 5.5 }, 'p')).toBeUndefined();
    expect(refusalOf({ ...strongest, profile: 'uniform' }, 'p')).toBeUndefined();
  });

  test('of electrons is refused where they do not lose energy to radiation, in one halo or two', () => {
    for (const profile of ['uniform', 'smooth'] as const) {
      const withoutRadiation = { ...strongest, profile, inverseCompton: 'off' } as const;
      expect(refusalOf(withoutRadiation, 'e-')).toMatch(/Switch on inverse Compton losses/);
      expect(refusalOf({ ...withoutRadiation, L: 4 }, 'e-')).toBeUndefined();
      expect(refusalOf({ ...strongest, profile }, 'e-')).toBeUndefined();
    }
  });
});

describe('not refused', () => {
  test.each(electronLosses)('with any one loss: %s', (process) => {
    expect(refusalOf({ ...runaway, [process]: 'on' }, 'e-')).toBeUndefined();
  });

  test('are protons, one halo, two alike, and still waves', () => {
    expect(refusalOf(runaway, 'p')).toBeUndefined();
    expect(refusalOf({ ...runaway, profile: 'uniform' }, 'e-')).toBeUndefined();
    expect(refusalOf({ ...runaway, Delta: 0 }, 'e-')).toBeUndefined();
    expect(refusalOf({ ...runaway, reacceleration: 'off' }, 'e-')).toBeUndefined();
  });

  test('are the presets, not even without losses', () => {
    for (const { parameters } of Object.values(presets))
      for (const species of ['p', 'e-'] as const)
        for (const changes of [{}, lossless])
          expect(refusalOf({ ...parameters, ...changes }, species)).toBeUndefined();
  });
});

/**
 * A random model just below the limit (39.9 times), of which the compiled cycle, in single precision, makes nothing in 150 iterations:
 * in double precision it converges in fewer than 45.
 */
test('what single precision does not bring to an end is solved in double', () => {
  const parameters = model({
    ...{ D0: 1.33e28, delta0: 0.1617, Delta: 0.6181, xi: 0.3374, n: 7.54, L: 8.211, R: 15.4, rho0: 2.807 },
    ...{ eta: 0.9956, vA: 45.07, dppDelta: 'inner', V0: 1.991, V1: 24.59, adiabatic: 'off' },
    ...{ 'p.rhoBr': 3.137, 'p.alpha0': 3.155, 'p.alpha1': 1.847, 'p.rhoCut': 233200 },
    ...{ 'p.secondBreak': 'on', 'p.rhoBr2': 31.79, 'p.alpha2': 2.691 },
    ...{ sources: 'galpropConventional', gas: 'bronfmanFerriere', fragmentation: 'off' },
  });
  const { report } = propagate({ parameters, species: 'p', tier: 'settled', refinement: 0 });
  expect(report.residual).toBeLessThan(1e-5);
  expect(report.iterations).toBeLessThan(45);
});
