/** What parents lose by a channel is what their daughters receive: by the numbers of all cells, and by what is left at the Sun. */
import { describe, expect, test } from 'vitest';
import { mediaOn } from '../../src/model/media';
import { presets } from '../../src/model/presets';
import { tierSettings } from '../../src/model/tiers';
import type { Transported } from '../../src/model/transported';
import { spectralTerms, transportTerms } from '../../src/model/transportProblem';
import { weightedIntegral } from '../../src/solver/cellMeans';
import { shapeFrom } from '../../src/solver/observe';
import { solveRing } from '../../src/solver/solveRing';
import { applyTransport, assembleTransport } from '../../src/solver/transportOperator';
import type { RingCoefficients } from '../../src/solver/transportTypes';
import { difference } from '../physics/laws';
import { cellVolume, rowMeasure } from '../solver/testHalo';
import { atSun, type Family, type Rates, solveFamily } from './networkMembers';

const { parameters } = presets.thm;
/** Rows are right to this, so numbers are to a few times as much. */
const settings = { ...tierSettings.live, tolerance: 1e-12, maximumIterations: 300 };

const channels: readonly (readonly [string, Rates])[] = [
  ['collisions', { inGas: (momentum) => 0.02 / (1 + 0.1 / momentum) }],
  ['decay', { anywhere: (momentum) => 0.3 / Math.hypot(1, momentum) }],
  ['both', { inGas: () => 0.01, anywhere: (momentum) => 0.05 / Math.hypot(1, momentum) }],
];

/** Coefficients as a member's full solve had them. */
function coefficientsOf(density: Family['parent'], particle: Transported): RingCoefficients {
  const { grid, weight, rowScale, sketch } = density;
  const spectral = spectralTerms(parameters, particle, grid.momentum);
  const terms = transportTerms(parameters, spectral, mediaOn(parameters, grid.r, grid.z));
  return { ...terms, weight, rowScale, shape: shapeFrom(sketch, grid, weight) };
}

/** Per Myr and radian of the Galaxy, by momentum cell: sums over space. */
function byMomentum({ grid }: Family['parent'], perCell: (cell: number, k: number) => number): number[] {
  const plane = grid.r.count * grid.z.count;
  return Array.from({ length: grid.momentum.count }, (_, k) => {
    let sum = 0;
    for (let c = 0; c < plane; c++) sum += perCell(k * plane + c, k);
    return sum;
  });
}

describe.each(channels)('by %s', (_, rates) => {
  const family = solveFamily(parameters, rates, settings);
  const { parent, daughter, particles } = family;

  test('all that cells of the parent lose arrives in cells of the daughter, at every momentum', () => {
    const { grid } = parent;
    const radii = grid.r.count;
    const plane = radii * grid.z.count;
    const { sinks } = coefficientsOf(parent, particles.parent);
    const volume = (cell: number) => cellVolume(grid, cell % radii, Math.floor((cell % plane) / radii));
    const rate = sinks.map((sink) =>
      Float64Array.from({ length: grid.momentum.count }, (_, k) =>
        weightedIntegral(grid.momentum, parent.weight, k, (fine) => sink.rate[fine]!),
      ),
    );
    const lost = byMomentum(parent, (cell, k) =>
      sinks.reduce(
        (sum, { medium }, s) => sum + volume(cell) * medium[cell % plane]! * rate[s]![k]! * parent.g[cell]!,
        0,
      ),
    );
    // The daughter's transport, undone: what must have been brought into each cell.
    const operator = assembleTransport(grid, coefficientsOf(daughter, particles.daughter));
    const measure = rowMeasure(grid, operator);
    const rows = new Float64Array(operator.size);
    applyTransport(operator, daughter.g, rows);
    const received = byMomentum(daughter, (cell) => measure[cell]! * rows[cell]!);
    const total = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0);
    expect(total(lost)).toBeGreaterThan(0);
    expect(difference(total(received), total(lost))).toBeLessThan(1e-9);
    // Each momentum beside the largest number at any: the residual is that of all.
    const most = Math.max(...lost);
    lost.forEach((value, k) => {
      expect(Math.abs(received[k]! - value) / most).toBeLessThan(1e-9);
    });
  });

  test('parent and daughter on the same weight are what a stable parent is, in every cell', () => {
    const { stable } = family;
    const { grid } = stable;
    const plane = grid.r.count * grid.z.count;
    const terms = coefficientsOf(stable, particles.stable);
    const { sinks } = coefficientsOf(parent, particles.parent);
    const whole = solveRing(grid, terms, settings);
    const left = solveRing(grid, { ...terms, sinks }, settings);
    const born = new Float64Array(whole.g.length);
    for (let k = 0; k < grid.momentum.count; k++)
      for (const { medium, rate } of sinks) {
        const integral = weightedIntegral(grid.momentum, terms.weight, k, (fine) => rate[fine]!);
        for (let c = 0; c < plane; c++)
          born[k * plane + c] = born[k * plane + c]! + integral * medium[c]! * left.g[k * plane + c]!;
      }
    const nothing = { ...terms.source, rate: terms.source.rate.map(() => 0) };
    const made = solveRing(grid, { ...terms, source: nothing, born }, settings);
    const largest = whole.g.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    whole.g.forEach((value, c) => {
      expect(Math.abs(left.g[c]! + made.g[c]! - value) / largest).toBeLessThan(1e-9);
    });
  });

  test('so they are at the Sun, each on a weight of its own', () => {
    const energies = [0.5, 1, 3, 10, 30, 100, 1000];
    const settled = solveFamily(parameters, rates);
    const [one, other, whole] = [settled.parent, settled.daughter, settled.stable].map((density) =>
      atSun(density, energies),
    );
    energies.forEach((_, i) => {
      // What the settled cells leave of each.
      expect(difference(one![i]! + other![i]!, whole![i]!)).toBeLessThan(2e-3);
    });
  });
});
