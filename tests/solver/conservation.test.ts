/** Particles are neither made nor lost by the scheme: what is injected escapes, is destroyed or leaves at the bottom. */
import { describe, expect, test } from 'vitest';
import { solveGalaxy } from '../../src/model/galaxy';
import { presets } from '../../src/model/presets';
import { transportCoefficients } from '../../src/model/transportProblem';
import { solveSteadyState } from '../../src/solver/steadyState';
import {
  applyTransport,
  assembleTransport,
  type TransportOperator,
} from '../../src/solver/transportOperator';
import { cellVolume } from './testHalo';

/** Particles per time (per radian of the Galaxy) behind one unit of a row: rows are divided by weight and rate. */
function rowMeasure({ grid, cellWeight, rowRate }: TransportOperator): Float64Array {
  const { r, z, momentum } = grid;
  const measure: number[] = [];
  for (let k = 0; k < momentum.count; k++) {
    for (let j = 0; j < z.count; j++) {
      for (let i = 0; i < r.count; i++) measure.push(cellVolume(grid, i, j) * cellWeight[k]! * rowRate[k]!);
    }
  }
  return Float64Array.from(measure);
}

/** Where the particles of a density g go, in the units of `rowMeasure`. */
function outflows(operator: TransportOperator, g: Float64Array, measure: Float64Array) {
  const { grid, up, radial, radialDiffusion, sink, lossOut, upwind } = operator;
  const nr = grid.r.count;
  const nz = grid.z.count;
  const plane = nr * nz;
  // Out through the edge: the last radial cell's whole diagonal but for what it gives to its inner neighbour.
  const edge = radial.diagonal[nr - 1]! + radial.lower[nr - 1]!;
  const flows = { top: 0, edge: 0, sinks: 0, bottom: 0 };
  for (let c = 0; c < g.length; c++) {
    const row = Math.floor(c / nr);
    const particles = measure[c]! * g[c]!;
    flows.sinks += particles * sink[c]!;
    if (row % nz === nz - 1) flows.top += particles * up[row]!;
    if (c % nr === nr - 1) flows.edge += particles * edge * radialDiffusion[row]!;
    if (c < plane) {
      const atFace = (1 + upwind[0]!) * g[c]! - upwind[0]! * g[c + plane]!;
      flows.bottom += measure[c]! * lossOut[c]! * atFace;
    }
  }
  return flows;
}

function total(measure: Float64Array, rows: Float64Array): number {
  return rows.reduce((sum, value, c) => sum + measure[c]! * value, 0);
}

describe.each(['thm', 'cm'] as const)('in the model %s', (model) => {
  test.each(['p', 'e-'] as const)('sources of %s = escape + destruction + outflow', (species) => {
    const { parameters } = presets[model];
    const { grid } = solveGalaxy({ parameters, species, tier: 'live' });
    const operator = assembleTransport(grid, transportCoefficients(parameters, species, grid));
    const measure = rowMeasure(operator);

    // The operator itself, on a density that solves nothing: to round-off.
    const arbitrary = Float64Array.from({ length: operator.size }, (_, c) => 1 + Math.sin(c));
    const applied = new Float64Array(operator.size);
    applyTransport(operator, arbitrary, applied);
    const left = Object.values(outflows(operator, arbitrary, measure)).reduce((a, b) => a + b);
    expect(Math.abs(total(measure, applied) / left - 1)).toBeLessThan(1e-11);

    // A solution: as well as its residual. The residual counts all energies alike, so it has room to spare.
    const { g } = solveSteadyState(operator, { tolerance: 1e-13, maximumIterations: 300 });
    const flows = outflows(operator, g, measure);
    const injected = total(measure, operator.rightHandSide);
    expect(Math.abs(Object.values(flows).reduce((a, b) => a + b) / injected - 1)).toBeLessThan(1e-9);
    for (const flow of Object.values(flows)) expect(flow).toBeGreaterThanOrEqual(0);
  });
});
