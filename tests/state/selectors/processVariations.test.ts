/** What each process does: the right solves are asked for, and their ratios are what the physics says. */

import { describe, expect, test } from 'vitest';
import type { ExplorerParameters } from '../../../src/model/parameters/values';
import { particles } from '../../../src/model/particles';
import { paperExplorer } from '../../../src/model/presets';
import { propagate } from '../../../src/model/propagate';
import type { Propagated } from '../../../src/model/propagated';
import type { SpeciesLaneId } from '../../../src/state/lanes';
import {
  changedProcesses,
  differencePercent,
  isActing,
  laneProcesses,
  presentKey,
  processEntries,
  processVariations,
  toggled,
  valueAtEnergy,
  windKey,
} from '../../../src/state/selectors/processVariations';
import { propagated } from '../fakes';

describe('which solves are wanted', () => {
  test('a process switched over twice is as before, and only it differs', () => {
    for (const { id } of processEntries) {
      const once = toggled(paperExplorer, id);
      expect(changedProcesses(paperExplorer, once).map((entry) => entry.id)).toEqual([id]);
      expect(toggled(once, id)).toEqual(paperExplorer);
    }
  });

  test('protons do not radiate, electrons do not fragment', () => {
    const ids = (lane: SpeciesLaneId) => laneProcesses(paperExplorer, lane).map(({ id }) => id);
    expect(ids('thm:p')).toEqual(['reacceleration', 'fragmentation', 'ionisation', 'coulomb']);
    expect(ids('cm:e-')).toEqual([
      'reacceleration',
      'ionisation',
      'coulomb',
      'bremsstrahlung',
      'synchrotron',
      'inverseCompton',
    ]);
  });

  test('each is one switch away from the present values', () => {
    const [present, ...switched] = processVariations(paperExplorer, 'thm:p');
    expect(present?.key).toBe(presentKey);
    expect(switched.map(({ key }) => key)).toEqual([
      'reacceleration',
      'fragmentation',
      'ionisation',
      'coulomb',
    ]);
    expect(switched[1]?.parameters.fragmentation).toBe('off');
    expect(switched[1]?.parameters.ionisation).toBe('on');
  });

  test('without an Alfvén speed there is no reacceleration to switch', () => {
    const still = { ...paperExplorer, vA: 0 };
    expect(isActing(still, 'thm:p', 'reacceleration')).toBe(false);
    expect(isActing(still, 'thm:p', 'ionisation')).toBe(true);
    expect(processVariations(still, 'thm:p').some(({ key }) => key === 'reacceleration')).toBe(false);
  });
});

test('in a wind its losses are one more process, and still air one more change', () => {
  const keys = (explorer: ExplorerParameters) => processVariations(explorer, 'cm:p').map(({ key }) => key);
  const windy = { ...paperExplorer, V0: 20, V1: 5 };
  expect(keys(paperExplorer)).not.toContain('adiabatic');
  expect(keys(paperExplorer)).not.toContain(windKey);
  expect(keys(windy).slice(-2)).toEqual(['adiabatic', windKey]);
  const still = processVariations(windy, 'cm:p').at(-1)!;
  expect(still.parameters).toMatchObject({
    V0: 0,
    V1: 0,
    adiabatic: 'on',
    delta0: paperExplorer['cm.delta'],
  });
});

describe('the difference in per cent', () => {
  const present = propagated('p');
  const doubled: Propagated = { ...present, flux: present.flux.map((flux) => 2 * flux) };

  test('at the same sources it tells a change that is the same at all energies', () => {
    expect([...differencePercent(doubled, present, 'sources')].every((value) => value === 100)).toBe(true);
  });

  test('at the same reference flux it does not', () => {
    // Rounding of one division.
    for (const value of differencePercent(doubled, present, 'reference'))
      expect(Math.abs(value)).toBeLessThan(1e-10);
  });

  test('where there is no flux there is no difference', () => {
    const none: Propagated = { ...present, flux: present.flux.map(() => 0) };
    expect(differencePercent(present, none, 'sources').every(Number.isNaN)).toBe(true);
  });

  test('between the energies of a table it is linear in ln E', () => {
    expect(valueAtEnergy([1, 10, 100], [0, 2, 4], Math.sqrt(1000))).toBeCloseTo(3, 12);
    expect(valueAtEnergy([1, 10, 100], [0, 2, 4], 0.1)).toBe(0);
    expect(valueAtEnergy([1, 10, 100], [0, 2, 4], 1e4)).toBe(4);
  });
});

describe('solved', () => {
  function solve(lane: SpeciesLaneId) {
    const solved = new Map(
      processVariations(paperExplorer, lane).map(({ key, parameters, species }) => [
        key,
        propagate({ parameters, species, tier: 'settled' }),
      ]),
    );
    const present = solved.get(presentKey)!;
    return (id: string, energyGeV: number, comparison: 'sources' | 'reference' = 'sources') =>
      valueAtEnergy(
        present.kineticEnergyGeV,
        differencePercent(solved.get(id)!, present, comparison),
        energyGeV,
      );
  }

  test('protons: inelastic collisions take most where escape is slow; losses end with energy', () => {
    const percent = solve('thm:p');
    expect(percent('fragmentation', 10)).toBeGreaterThan(percent('fragmentation', 1000));
    expect(percent('fragmentation', 1000)).toBeGreaterThan(0);
    expect(percent('ionisation', 1)).toBeGreaterThan(0);
    // The loss time grows with energy while escape gets faster: nothing is left but the residual of 1e-5 of both solves.
    expect(Math.abs(percent('ionisation', 1000))).toBeLessThan(0.02);
    expect(percent('fragmentation', particles.p.normalisationEnergyGeV, 'reference')).toBeCloseTo(0, 8);
  });

  test('electrons: radiative losses lower the flux; inverse Compton fades, as Klein and Nishina say', () => {
    const percent = solve('thm:e-');
    for (const id of ['synchrotron', 'inverseCompton'])
      for (const energy of [10, 1000]) expect(percent(id, energy)).toBeGreaterThan(0);
    expect(percent('synchrotron', 1000)).toBeGreaterThan(percent('synchrotron', 10));
    // Starlight of 1 eV is scattered more rarely from (511 keV)^2/(4 x 1 eV) = 65 GeV upwards.
    expect(percent('inverseCompton', 1000)).toBeLessThan(percent('inverseCompton', 10));
  });
});
