/**
 * The solve in three dimensions on its own grid: what it must share with the axisymmetric one, and what arms change. Each
 * solve takes seconds, so each is made once.
 */
import { describe, expect, test } from 'vitest';
import { solveBox } from '../../src/model/boxGalaxy';
import { partsOf } from '../../src/model/boxParts';
import { type BoxSettings, boxSettings } from '../../src/model/boxSettings';
import { solveGalaxy } from '../../src/model/galaxy';
import { injectionLaw } from '../../src/model/laws';
import type { Parameters } from '../../src/model/parameters/values';
import { presets } from '../../src/model/presets';
import { densityAt } from '../../src/model/propagate';
import type { SpeciesKey } from '../../src/model/propagated';
import { boxDensityAt } from '../../src/model/volume';
import { injectionSpectrum } from '../../src/physics/injection';
import {
  kineticEnergyFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumGeV,
  rigidityFromKineticEnergy,
} from '../../src/physics/kinematics';
import { sourceModels } from '../../src/physics/sources';
import { speciesTable } from '../../src/physics/species';
import { armModulation } from '../../src/physics/spiralArms';
import { kpc2PerMyrPerCm2PerS, sunRadiusKpc } from '../../src/physics/units';
import { planeOf } from '../../src/solver/boxObserve';
import { isInside } from '../../src/solver/haloGrid';
import { valueAt } from '../../src/solver/observe';
import { isLong } from './sweep';

const models = ['thm', 'cm'] as const;
const speciesKeys = ['p', 'e-'] as const;
type Model = (typeof models)[number];

/** 1 GeV to 10 TeV, two for each decade. */
const energies = Float64Array.from({ length: 9 }, (_, i) => 10 ** (i / 2));
const at = (energy: number) => energies.indexOf(energy);

function remembered<Key extends string, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

const parametersOf = (model: Model, sources: 'ferriere' | 'arms'): Parameters => ({
  ...presets[model].parameters,
  sources,
});

const solved = remembered((key: `${Model} ${SpeciesKey} ${'ferriere' | 'arms'}`) => {
  const [model, species, sources] = key.split(' ') as [Model, SpeciesKey, 'ferriere' | 'arms'];
  const box = solveBox({ parameters: parametersOf(model, sources), species, part: 'even' });
  return { box, atSun: boxDensityAt(box, species, energies, sunRadiusKpc, 0) };
});

describe.each(models)('without arms, %s', (model) => {
  test.each(speciesKeys)('%s at the Sun are as in axial symmetry', (species) => {
    const { atSun, box } = solved(`${model} ${species} ferriere`);
    const request = { parameters: parametersOf(model, 'ferriere'), species, tier: 'reference' } as const;
    const axisymmetric = densityAt(solveGalaxy(request), species, energies, sunRadiusKpc, 0);
    for (let i = 0; i < energies.length; i++) {
      // 1 % is asked for; 0.4 % was measured, most of it from the residual.
      expect(Math.abs(atSun[i]! / axisymmetric[i]! - 1)).toBeLessThan(0.006);
    }
    // The window that was solved last may be three tolerances off.
    expect(box.report.residual).toBeLessThanOrEqual(3 * boxSettings[species].tolerance);
    const cells = Object.values(box.report.grid);
    expect(cells.slice(0, 3)).toEqual([61, 61, 31]);
    expect(cells[3]).toBeGreaterThan(40);
  });

  // To where 95 % of the sources are; further out electrons of the far rim, cut off by losses, are 5 % off.
  test.each([
    ['p', 17],
    ['e-', 15],
  ] as const)('%s are as in axial symmetry everywhere below 2 kpc, out to %d kpc', (species, farthestKpc) => {
    const { grid, g, axisymmetric } = solved(`${model} ${species} ferriere`).box;
    const { x, y, z, momentum } = grid;
    const layer = x.count * y.count;
    let worst = 0;
    for (let k = 0; k < momentum.count; k++) {
      const energy = kineticEnergyFromMomentum(
        speciesTable[species],
        momentumGeV(Math.exp(momentum.centres[k]!)),
      );
      if (energy < 1 || energy > 1e4) continue;
      for (let j = 0; j < z.count && z.centres[j]! < 2; j++) {
        for (let c = 0; c < layer; c++) {
          const radius = Math.hypot(x.centres[c % x.count]!, y.centres[Math.floor(c / x.count)]!);
          if (radius > farthestKpc) continue;
          const flat = valueAt(axisymmetric.grid, axisymmetric.g, k, radius, z.centres[j]!);
          worst = Math.max(worst, Math.abs(g[(k * z.count + j) * layer + c]! / flat - 1));
        }
      }
    }
    expect(worst).toBeLessThan(0.03);
  });
});

// The wind acts on both in the same terms of the same operator.
test.each(isLong ? speciesKeys : (['p'] as const))(
  'in a wind, %s at the Sun and in the plane are as in axial symmetry',
  (species) => {
    const parameters = { ...parametersOf('thm', 'ferriere'), V0: 30, V1: 10 };
    const box = solveBox({ parameters, species, part: 'even' });
    const atSun = boxDensityAt(box, species, energies, sunRadiusKpc, 0);
    const reference = solveGalaxy({ parameters, species, tier: 'reference' });
    const axisymmetric = densityAt(reference, species, energies, sunRadiusKpc, 0);
    // As without a wind.
    for (let i = 0; i < energies.length; i++)
      expect(Math.abs(atSun[i]! / axisymmetric[i]! - 1)).toBeLessThan(0.006);
    const { grid, g, plane } = box;
    const onRings = box.axisymmetric;
    let worst = 0;
    for (let k = 0; k < grid.momentum.count; k++) {
      const energy = kineticEnergyFromMomentum(
        speciesTable[species],
        momentumGeV(Math.exp(grid.momentum.centres[k]!)),
      );
      if (energy < 1 || energy > 1e4) continue;
      planeOf(grid, g, k, plane).forEach((value, c) => {
        const radius = Math.hypot(
          grid.x.centres[c % grid.x.count]!,
          grid.y.centres[Math.floor(c / grid.x.count)]!,
        );
        if (radius > 15) return;
        worst = Math.max(
          worst,
          Math.abs(value / valueAt(onRings.grid, onRings.g, k, radius, 0, onRings.plane) - 1),
        );
      });
    }
    expect(worst).toBeLessThan(0.03);
  },
);

test('beyond the radius of the halo there is nothing', () => {
  const { grid, g } = solved('cm p ferriere').box;
  const layer = grid.x.count * grid.y.count;
  const largest = g.reduce((most, value) => Math.max(most, value), 0);
  for (let c = 0; c < g.length; c++) {
    if (!isInside(grid, c % layer)) expect(Math.abs(g[c]!)).toBeLessThan(1e-3 * largest);
  }
});

/** What the default arms do to the flux at the Sun, for the same power of all sources. */
function changes(model: Model, species: SpeciesKey): readonly number[] {
  const smooth = solved(`${model} ${species} ferriere`).atSun;
  return [...solved(`${model} ${species} arms`).atSun].map((value, i) => value / smooth[i]! - 1);
}

// The numbers are the solver's own on a grid finer around the Sun (0.22 kpc); grids of 0.22 to 0.32 kpc agree within 0.3 %.
describe('default arms: the Sun stands between them', () => {
  test('conventional protons lose a twelfth at every energy above 10 GeV: their spectrum stays as it is', () => {
    const change = changes('cm', 'p');
    for (const energy of [10, 100, 1000, 10_000]) expect(change[at(energy)]).toBeCloseTo(-0.087, 2);
  });

  test('two-halo protons soften: above a TeV they come from within a kiloparsec of the Sun', () => {
    const change = changes('thm', 'p');
    expect(change[at(10)]).toBeCloseTo(-0.102, 2);
    expect(change[at(100)]).toBeCloseTo(-0.205, 2);
    expect(change[at(1000)]).toBeCloseTo(-0.34, 2);
    expect(change[at(10_000)]).toBeCloseTo(-0.49, 2);
  });

  test('the hardening of the two-halo model is gone', () => {
    const hardening = (sources: 'ferriere' | 'arms') => {
      const slope = (model: Model) => {
        const { atSun } = solved(`${model} p ${sources}`);
        return atSun[at(10_000)]! / atSun[at(100)]!;
      };
      return slope('thm') / slope('cm');
    };
    expect(hardening('ferriere')).toBeCloseTo(1.42, 1);
    expect(hardening('arms')).toBeCloseTo(0.91, 1);
  });

  test.each([
    ['thm', [-0.355, -0.72, -0.963]],
    ['cm', [-0.302, -0.482, -0.724]],
  ] as const)('%s electrons, which cool on the way, lose more the higher their energy', (model, expected) => {
    const change = changes(model, 'e-');
    [10, 100, 1000].forEach((energy, i) => {
      expect(change[at(energy)]).toBeCloseTo(expected[i]!, 2);
    });
  });

  test('above 100 GeV the electron spectrum changes far more than the proton spectrum', () => {
    for (const model of models) {
      const bend = (species: SpeciesKey) => {
        const change = changes(model, species);
        return Math.abs((1 + change[at(1000)]!) / (1 + change[at(100)]!) - 1);
      };
      expect(bend('e-')).toBeGreaterThan(2.5 * bend('p'));
    }
  });
});

const coarse: BoxSettings = {
  ...boxSettings.p,
  radii: 16,
  heights: 10,
  firstHeightKpc: 0.12,
  momentumWidth: 3,
  lateralCells: 20,
  smallestKpc: 0.8,
  tolerance: 1e-7,
};

test('the even and the odd part of a density in arms make up the whole', () => {
  const parameters = { ...parametersOf('thm', 'arms'), armPhase: 30, armWidth: 0.8 };
  expect(partsOf(parameters)).toEqual(['even', 'odd']);
  expect(partsOf(parametersOf('thm', 'ferriere'))).toEqual(['even']);
  const [even, odd, whole] = (['even', 'odd', 'whole'] as const).map((part) =>
    solveBox({ parameters, species: 'p', part }, undefined, coarse),
  );
  const { x, y, z, momentum } = whole!.grid;
  const half = even!.grid.y.count;
  expect(half * 2).toBe(y.count);
  let worst = 0;
  let largest = 0;
  for (let row = 0; row < z.count * momentum.count; row++) {
    for (let m = 0; m < y.count; m++) {
      const mirrored = m < half ? half - 1 - m : m - half;
      for (let i = 0; i < x.count; i++) {
        const c = (row * half + mirrored) * x.count + i;
        const sum = even!.g[c]! + (m < half ? -1 : 1) * odd!.g[c]!;
        const value = whole!.g[(row * y.count + m) * x.count + i]!;
        worst = Math.max(worst, Math.abs(sum - value));
        largest = Math.max(largest, Math.abs(value));
      }
    }
  }
  // Tolerance 1e-7 for each window, a few windows deep.
  expect(worst / largest).toBeLessThan(1e-5);
});

/** K0(x) from its integral over exp(-x cosh t): the trapezoid is exact to round-off for an integrand that dies like this. */
function besselK0(x: number): number {
  const step = 0.05;
  let sum = 0.5 * Math.exp(-x);
  for (let t = step; x * (Math.cosh(t) - 1) < 40; t += step) sum += Math.exp(-x * Math.cosh(t));
  return sum * step;
}

/**
 * Diffusion alone, the same everywhere, between escape at |z| = L and without end sideways: the density at the Sun is the sum
 * over modes cos(kz) of K0(k distance) / (2 pi D L) times the sources.
 */
function exactAtSun(parameters: Parameters, density: (r: number, azimuth: number) => number): number {
  const { L, D0, armLaw } = parameters;
  const law = sourceModels[armLaw].density;
  const heights = 120;
  const rings = 260;
  const ringKpc = 0.1;
  const modes = 24;
  // Sources at each radius as a series in cos(kz).
  const series = Array.from({ length: modes }, (_, mode) => {
    const k = ((mode + 0.5) * Math.PI) / L;
    return Float64Array.from({ length: rings }, (_, ring) => {
      let sum = 0;
      for (let j = 0; j < heights; j++) {
        const z = (L * (j + 0.5)) / heights;
        sum += (2 * L * law(ring * ringKpc, z) * Math.cos(k * z)) / heights;
      }
      return sum;
    });
  });
  const directions = 360;
  let total = 0;
  // Distances from the Sun, finer towards it, as far as anything arrives from: beyond 12 kpc there is still 2 %.
  const steps = 400;
  for (let a = 0; a < steps; a++) {
    const edge = (s: number) => 20 * (s / steps) ** 2;
    const width = edge(a + 1) - edge(a);
    const distance = 0.5 * (edge(a) + edge(a + 1));
    const kernel = series.map((_, mode) => besselK0(((mode + 0.5) * Math.PI * distance) / L));
    for (let b = 0; b < directions; b++) {
      const angle = ((b + 0.5) * 2 * Math.PI) / directions;
      const x = sunRadiusKpc + distance * Math.cos(angle);
      const y = distance * Math.sin(angle);
      const r = Math.hypot(x, y);
      const place = r / ringKpc;
      const ring = Math.min(Math.floor(place), rings - 2);
      const arms = density(r, Math.atan2(y, x));
      for (let mode = 0; mode < modes; mode++) {
        const source = series[mode]![ring]! * (ring + 1 - place) + series[mode]![ring + 1]! * (place - ring);
        total += (kernel[mode]! * source * arms * distance * width * 2 * Math.PI) / directions;
      }
    }
  }
  return total / (2 * Math.PI * D0 * kpc2PerMyrPerCm2PerS * L);
}

test('with diffusion alone, the same everywhere, arms give the exact density', () => {
  const off = { reacceleration: 'off', fragmentation: 'off', ionisation: 'off', coulomb: 'off' } as const;
  const parameters: Parameters = { ...parametersOf('cm', 'arms'), ...off, delta0: 0.5, eta: 0 };
  const pattern = armModulation({ table: 'faucherKaspi06', contrast: 1, widthKpc: 0.3, phaseRad: 0 });
  const energy = Float64Array.of(100);
  const box = solveBox({ parameters, species: 'p', part: 'even' }, undefined, {
    ...boxSettings.p,
    momentumWidth: 4,
  });
  const density = boxDensityAt(box, 'p', energy, sunRadiusKpc, 0)[0]!;
  const rigidity = rigidityFromKineticEnergy(speciesTable.p, kineticEnergyPerNucleonGeV(energy[0]!));
  const injected = injectionSpectrum(injectionLaw(parameters, 'p'), rigidity);
  const slower = (rigidity / parameters.rho0) ** parameters.delta0;
  const exact = (exactAtSun(parameters, pattern) * injected) / slower;
  // Measured: 0.2 %. The halo's edge at 20 kpc, which the exact one does not have, takes 0.1 % at the Sun.
  expect(Math.abs(density / exact - 1)).toBeLessThan(0.004);
});
