/** Decay on the way out of a halo: the closed form, and the solver with what one particle brings of another (`born`). */
import { describe, expect, test } from 'vitest';
import { betaFromMomentum, momentumGeV, rigidityFromMomentum } from '../../src/physics/kinematics';
import { decayRatePerMyr, nuclideTable } from '../../src/physics/nuclides';
import { kpc2PerMyrPerCm2PerS } from '../../src/physics/units';
import { weightedIntegral } from '../../src/solver/cellMeans';
import type { TransportGrid } from '../../src/solver/haloGrid';
import { subdivisions } from '../../src/solver/momentumGrid';
import { planesOf } from '../../src/solver/observe';
import { solveRing } from '../../src/solver/solveRing';
import type { RingCoefficients } from '../../src/solver/transportTypes';
import { difference } from '../physics/laws';
import {
  coefficientsOf,
  discAndLayers,
  discSource,
  medium,
  rateOf,
  unboundedRadius,
  uniformMomentum,
  valuesAtCentre,
} from '../solver/testHalo';
import { haloAdmittance, layeredHaloDensity } from './admittance';
import { type Chain, decayChain } from './decayChain';

/** Round-off next to a disc of 0.1 pc leaves a few 1e-11. */
const tight = { tolerance: 1e-9, maximumIterations: 100 } as const;

type OfMomentum = (momentum: number) => number;

/** The fine node in the middle of a momentum cell. */
const middleOf = (k: number) => (k + 0.5) * subdivisions;

interface ChainProblem {
  readonly grid: TransportGrid;
  /** A power law of height times one function of momentum. */
  readonly diffusionAt: (zKpc: number) => number;
  readonly diffusionOf?: OfMomentum;
  readonly decayPerMyr: OfMomentum;
  readonly source?: OfMomentum;
}

/** Parent and daughter in the plane for each momentum cell, over one unit of sources in the disc. */
function solveChain({
  grid,
  diffusionAt,
  diffusionOf = () => 1,
  decayPerMyr,
  source = () => 1,
}: ChainProblem): { readonly parent: Float64Array; readonly daughter: Float64Array } {
  const { fine, count } = grid.momentum;
  const cells = grid.r.count * grid.z.count;
  const ones = (planes: number) => new Float64Array(planes * cells).fill(1);
  const everywhere = medium(grid, () => 1);
  const speed = fine.map((x) => diffusionOf(Math.exp(x)));
  const decay = rateOf(grid, everywhere, decayPerMyr);
  // As in a network, each spectrum is nearly its own weight.
  const weight = fine.map((x, f) => source(Math.exp(x)) / speed[f]!);
  const weightOfDaughter = weight.map((value, f) => (value * decay.rate[f]!) / speed[f]!);
  const none = rateOf(grid, everywhere, () => 0);
  const terms: RingCoefficients = {
    ...coefficientsOf(grid, { diffusion: (z, f) => diffusionAt(z) * speed[f]!, source: none }),
    powers: {
      speed,
      logRigidity: fine.map(() => 1),
      slopeAt: (z) => Math.log(diffusionAt(z)),
      accelerationAt: () => 0,
    },
    weight,
    shape: planesOf(ones(count), ones(count + 1), cells),
  };
  const parent = solveRing(
    grid,
    {
      ...terms,
      sinks: [decay],
      source: rateOf(
        grid,
        discSource(grid, () => 1),
        source,
      ),
    },
    tight,
  );
  const born = new Float64Array(cells * count);
  for (let k = 0; k < count; k++) {
    const integral = weightedIntegral(grid.momentum, weight, k, (f) => decay.rate[f]!);
    for (let c = k * cells; c < (k + 1) * cells; c++) born[c] = integral * parent.g[c]!;
  }
  const daughter = solveRing(grid, { ...terms, weight: weightOfDaughter, born }, tight);
  const density = (solution: typeof parent, own: Float64Array) =>
    valuesAtCentre(grid, solution).map(
      (g, k) => (g * own[middleOf(k)]!) / source(Math.exp(fine[middleOf(k)]!)),
    );
  return { parent: density(parent, weight), daughter: density(daughter, weightOfDaughter) };
}

const halo = { surfaceRate: 1, diffusionKpc2PerMyr: 0.3, halfThicknessKpc: 5 };

describe('the closed form', () => {
  test.each([1e-3, 0.02, 0.5, 4])(
    '%d decays per Myr: the parent is that of a halo with a sink',
    (decayPerMyr) => {
      const layer = { diffusionKpc2PerMyr: 0.3, thicknessKpc: 5, sinkPerMyr: decayPerMyr };
      expect(
        difference(decayChain({ ...halo, decayPerMyr }).parent, layeredHaloDensity(1, [layer])),
      ).toBeLessThan(1e-13);
    },
  );

  const stable = 5 / (2 * 0.3);
  test.each([0, 1e-6, 0.05, 3, 1e6])('%d decays per Myr: both together are what is stable', (decayPerMyr) => {
    const { parent, daughter } = decayChain({ ...halo, decayPerMyr });
    expect(difference(parent + daughter, stable)).toBeLessThan(1e-14);
  });

  test('a parent that hardly decays is stable, and its daughters grow as L^2/(3 D tau)', () => {
    const { parent, daughter } = decayChain({ ...halo, decayPerMyr: 1e-6 });
    expect(difference(parent, stable)).toBeLessThan(3e-5);
    // The next term of a coth a is a^2/15 of it.
    expect(difference(daughter / parent, (25 * 1e-6) / (3 * 0.3))).toBeLessThan(1e-5);
  });

  test('one that decays at once leaves a daughter in its stead', () => {
    const { parent, daughter } = decayChain({ ...halo, decayPerMyr: 1e6 });
    // a coth a is a.
    expect(difference(parent, 1 / (2 * Math.sqrt(0.3 * 1e6)))).toBeLessThan(1e-14);
    expect(difference(daughter, stable)).toBeLessThan(2e-4);
  });
});

const anyMomentum = uniformMomentum(8, 1, 10);

describe('the solver, in a layered halo', () => {
  const grid = { r: unboundedRadius, z: discAndLayers([0.8, 4.2], [40, 40]), momentum: anyMomentum };
  const diffusionAt = (z: number) => (z < 0.8 ? 0.2 : 1.3);
  const layers = (sinkPerMyr: number) => [
    { diffusionKpc2PerMyr: 0.2, thicknessKpc: 0.8, sinkPerMyr },
    { diffusionKpc2PerMyr: 1.3, thicknessKpc: 4.2, sinkPerMyr },
  ];
  const stable = 1 / (2 * haloAdmittance(layers(0)));

  test.each([0.01, 0.3, 3])(
    '%d decays per Myr: the parent, and the daughter that makes up for it',
    (decay) => {
      const solved = solveChain({ grid, diffusionAt, decayPerMyr: () => decay });
      const exact = layeredHaloDensity(1, layers(decay));
      solved.parent.forEach((parent, k) => {
        // 40 cells per layer: (k h)^2 / 12 at the largest rate.
        expect(difference(parent, exact)).toBeLessThan(1e-3);
        expect(difference(solved.daughter[k]!, stable - exact)).toBeLessThan(1e-3);
        // However coarse the cells: a linear profile is exact on them. The disc itself is 3e-5 of the halo.
        expect(difference(parent + solved.daughter[k]!, stable)).toBeLessThan(4e-5);
      });
    },
  );

  test('decays that are very rare or immediate', () => {
    const [rare, immediate] = [1e-7, 1e8].map((decay) =>
      solveChain({ grid, diffusionAt, decayPerMyr: () => decay }),
    );
    rare!.parent.forEach((parent, k) => {
      expect(difference(parent, stable)).toBeLessThan(1e-4);
      expect(rare!.daughter[k]! / parent).toBeLessThan(1e-5);
      // All but D / (disc times cell) of 1e8 decay in the disc, 0.2 %, and the rest next to it.
      expect(difference(immediate!.daughter[k]!, stable)).toBeLessThan(1e-4);
      expect(immediate!.parent[k]!).toBeLessThan(1e-4 * stable);
    });
  });
});

describe('beryllium-10 and the boron-10 that it becomes, where D grows with rigidity', () => {
  const beryllium = nuclideTable.Be10;
  const diffusionOf = (momentum: number) => {
    const p = momentumGeV(momentum);
    return (
      5.5e28 *
      kpc2PerMyrPerCm2PerS *
      betaFromMomentum(beryllium, p) *
      Math.sqrt(rigidityFromMomentum(beryllium, p) / 4)
    );
  };
  const decayPerMyr = (momentum: number) => decayRatePerMyr(beryllium, momentumGeV(momentum));
  const grid = {
    r: unboundedRadius,
    z: discAndLayers([1, 4], [80, 60]),
    // 0.06 in ln p.
    momentum: uniformMomentum(120, 0.15, 200),
  };
  const source = (momentum: number) => momentum ** -1.7;
  const solved = solveChain({ grid, diffusionAt: () => 1, diffusionOf, decayPerMyr, source });

  test.each([4, 20, 40, 60, 80, 100, 114])('momentum cell %d of 120', (k) => {
    const momentum = Math.exp(grid.momentum.centres[k]!);
    const exact: Chain = decayChain({
      surfaceRate: 1,
      diffusionKpc2PerMyr: diffusionOf(momentum),
      halfThicknessKpc: 5,
      decayPerMyr: decayPerMyr(momentum),
    });
    // Mean of D over a cell under the spectrum: 0.06^2 / 24 times 1.5^2 - 2 1.5 3.2 where their slopes are steepest.
    expect(difference(solved.parent[k]!, exact.parent)).toBeLessThan(1.2e-3);
    expect(difference(solved.daughter[k]!, exact.daughter)).toBeLessThan(1.2e-3);
  });
});
