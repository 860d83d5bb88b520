/** Particles are neither made nor lost by the scheme: what is injected escapes, is destroyed or leaves at the bottom. */

import { describe, expect, test } from 'vitest';
import { solveGalaxy } from '../../src/model/galaxy';
import { presets } from '../../src/model/presets';
import type { TransportGrid } from '../../src/solver/haloGrid';
import { simpson } from '../../src/solver/momentumGrid';
import { solveSteadyState } from '../../src/solver/steadyState';
import { applyTransport, assembleTransport } from '../../src/solver/transportOperator';
import type { TransportCoefficients, TransportOperator } from '../../src/solver/transportTypes';
import { transportCoefficients } from '../model/solvedModels';
import { rowMeasure } from './testHalo';

/** Where the particles of a density g go but through the lowest momentum, in the units of `rowMeasure`. */
function outflows(
  grid: TransportGrid,
  { up, along, lateralDiffusion, rowRate, cellWeight }: TransportOperator,
  { sinks, weight }: TransportCoefficients,
  g: Float64Array,
  measure: Float64Array,
) {
  const { r, z, momentum } = grid;
  const plane = r.count * z.count;
  const sinkRates = sinks.map(({ medium, rate }) => ({
    medium,
    // Per momentum cell, weighted, on the scale of the rows.
    rates: Float64Array.from({ length: momentum.count }, (_, k) => {
      const width = momentum.faces[k + 1]! - momentum.faces[k]!;
      const nodes = simpson.map((share, s) => share * weight[4 * k + s]! * rate[4 * k + s]!);
      return (width * nodes.reduce((sum, value) => sum + value, 0)) / (cellWeight[k]! * rowRate[k]!);
    }),
  }));
  // Out through the edge: the last radial cell's whole diagonal but for what it gives to its inner neighbour.
  const edge = along.diagonal[r.count - 1]! + along.lower[r.count - 1]!;
  const flows = { top: 0, edge: 0, sinks: 0 };
  for (let c = 0; c < g.length; c++) {
    const row = Math.floor(c / r.count);
    const particles = measure[c]! * g[c]!;
    for (const { medium, rates } of sinkRates) {
      flows.sinks += particles * medium[c % plane]! * rates[Math.floor(c / plane)]!;
    }
    if (row % z.count === z.count - 1) flows.top += particles * up[row]!;
    if (c % r.count === r.count - 1) flows.edge += particles * edge * lateralDiffusion[row]!;
  }
  return flows;
}

function total(measure: Float64Array, rows: Float64Array): number {
  return rows.reduce((sum, value, c) => sum + measure[c]! * value, 0);
}

describe.each([
  ['thm', 0, 0],
  ['cm', 0, 0],
  ['thm', 20, 10],
  ['cm', 50, 0],
] as const)('in the model %s with a wind of %d km/s at the plane and %d km/s/kpc', (model, V0, V1) => {
  test.each(['p', 'e-'] as const)('sources of %s = escape + destruction + outflow', (species) => {
    const parameters = { ...presets[model].parameters, V0, V1 };
    const { grid, weight } = solveGalaxy({ parameters, species, tier: 'live' });
    const coefficients = { ...transportCoefficients(parameters, species, grid), weight };
    const operator = assembleTransport(grid, coefficients);
    const measure = rowMeasure(grid, operator);
    /** All that a density loses: the sum of its rows. */
    const lost = (g: Float64Array) => {
      const rows = new Float64Array(operator.size);
      applyTransport(operator, g, rows);
      return total(measure, rows);
    };
    const escaped = (g: Float64Array) => {
      const { top, edge, sinks } = outflows(grid, operator, coefficients, g, measure);
      return top + edge + sinks;
    };
    /** Only the two lowest momentum cells can lose anything through the bottom. */
    const lowest = (g: Float64Array) =>
      g.map((value, c) => (c < 2 * grid.r.count * grid.z.count ? value : 0));
    const higher = (g: Float64Array) =>
      g.map((value, c) => (c < 2 * grid.r.count * grid.z.count ? 0 : value));

    // The operator itself, on a density that solves nothing: to round-off.
    const arbitrary = higher(Float64Array.from({ length: operator.size }, (_, c) => 1 + Math.sin(c)));
    expect(Math.abs(lost(arbitrary) / escaped(arbitrary) - 1)).toBeLessThan(1e-11);

    // A solution: as well as its residual. The residual counts all energies alike, so it has room to spare.
    const { g } = solveSteadyState(operator, { tolerance: 1e-13, maximumIterations: 300 });
    const bottom = lost(lowest(g)) - escaped(lowest(g));
    const injected = total(measure, operator.rightHandSide);
    expect(Math.abs((escaped(g) + bottom) / injected - 1)).toBeLessThan(1e-9);
    for (const flow of [...Object.values(outflows(grid, operator, coefficients, g, measure)), bottom]) {
      expect(flow).toBeGreaterThanOrEqual(0);
    }
  });
});
