/** The Galactic wind in the model: what reads it, and what it does to spectra. */

import { describe, expect, test } from 'vitest';
import { solvedParameters } from '../../src/model/key';
import type { Parameters } from '../../src/model/parameters/values';
import { presets } from '../../src/model/presets';
import { propagate } from '../../src/model/propagate';
import { interpolateLogLog } from '../../src/model/spectrum';
import { sketchMomentumGrid, spatialGrid, tierSettings } from '../../src/model/tiers';
import { transported } from '../../src/model/transported';
import { transportCoefficients } from './solvedModels';

function conventional(changes: Partial<Parameters> = {}): Parameters {
  return { ...presets.cm.parameters, ...changes };
}

describe('what reads it', () => {
  const coefficientsOf = (parameters: Parameters) =>
    transportCoefficients(parameters, 'p', {
      ...spatialGrid(parameters, tierSettings.live),
      momentum: sketchMomentumGrid(parameters, transported(parameters, 'p'), tierSettings.live),
    });

  test('still air has no wind in its equation, whatever the switch of the losses says', () => {
    for (const adiabatic of ['on', 'off'] as const) {
      const coefficients = coefficientsOf(conventional({ adiabatic }));
      expect(coefficients.wind).toBeUndefined();
      expect(coefficients.planeLoss).toBeUndefined();
      expect(coefficients.losses).toHaveLength(3);
    }
    expect(solvedParameters(conventional({ adiabatic: 'off' }), 'p')).toEqual(
      solvedParameters(conventional(), 'p'),
    );
  });

  test('a wind has, and its losses can be switched off', () => {
    const windy = { V0: 30, V1: 6 };
    const on = coefficientsOf(conventional(windy));
    // 1 km/s is 1.022712e-3 kpc/Myr.
    expect(on.wind?.(5)).toBeCloseTo(60 * 1.022712e-3, 6);
    expect(on.planeLoss).toBeCloseTo(10 * 1.022712e-3, 7);
    expect(on.losses).toHaveLength(4);
    const off = coefficientsOf(conventional({ ...windy, adiabatic: 'off' }));
    expect(off.wind).toBeDefined();
    expect(off.planeLoss).toBeUndefined();
    expect(off.losses).toHaveLength(3);
    expect(solvedParameters(conventional({ ...windy, adiabatic: 'off' }), 'e-').adiabatic).toBe('off');
  });
});

describe('what it does', () => {
  const flux = (changes: Partial<Parameters>, species: 'p' | 'e-', energyGeV: number) => {
    const solved = propagate({ parameters: conventional(changes), species, tier: 'settled' });
    return interpolateLogLog(solved.kineticEnergyGeV, solved.flux, energyGeV);
  };

  test.each(['p', 'e-'] as const)('%s: fewer particles, the fewer the slower they diffuse', (species) => {
    const left = [1, 10, 100, 1000].map(
      (energy) => flux({ V0: 20 }, species, energy) / flux({}, species, energy),
    );
    expect(left).toEqual([...left].sort((one, two) => one - two));
    expect(left[0]).toBeLessThan(0.8);
    expect(left[3]).toBeGreaterThan(0.95);
    expect(left[3]).toBeLessThan(1);
  });

  test('the losses take momentum from particles on top of what the wind blows away', () => {
    expect(flux({ V0: 30 }, 'p', 10)).toBeLessThan(0.9 * flux({ V0: 30, adiabatic: 'off' }, 'p', 10));
    expect(flux({ V1: 20 }, 'p', 10)).toBeLessThan(0.95 * flux({ V1: 20, adiabatic: 'off' }, 'p', 10));
  });

  test('a breath of wind is next to none: no step from what is solved without one', () => {
    // The density in the plane is read in another way; both are of second order, and 0.03 km/s itself does 0.1 %.
    for (const energy of [0.1, 1, 10, 1000])
      expect(Math.abs(flux({ V0: 0.03 }, 'p', energy) / flux({}, 'p', energy) - 1)).toBeLessThan(2e-3);
  });
});
