/** What a solve knows beforehand: a slab in height and momentum against exact solutions. */
import { describe, expect, test } from 'vitest';
import { solveSlab } from '../../src/solver/slab';
import { difference } from '../physics/laws';
import { discAndLayers, discKpc, solveZone } from './testHalo';

/** Eight nodes per e-fold, as widely as those of a sketch. */
const fine = Float64Array.from({ length: 121 }, (_, f) => (f - 60) / 8);
const constant = (value: number) => fine.map(() => value);

describe('cooling alone', () => {
  const loss = fine.map((x) => 0.01 * Math.exp(x));
  /** p Q with slopes -1 and -2 in ln p, a break at x = 0; all that is injected above x, up to the last node. */
  const slopeAt = (x: number) => (x < 0 ? -1 : -2);
  const source = fine.map((x) => Math.exp(slopeAt(x) * x));
  const last = fine[fine.length - 1]!;
  const above = (x: number) =>
    x >= 0 ? (Math.exp(-2 * x) - Math.exp(-2 * last)) / 2 : Math.exp(-x) - 1 + (1 - Math.exp(-2 * last)) / 2;
  const n = solveZone(fine, { diffusion: constant(0), loss, removal: constant(0), source });
  // Nodes near the end stand for what is injected there as a whole.
  const inner = [...fine.keys()].filter((f) => f < 100);

  test('makes the spectrum of all that is injected above, which no upwind step of first order would', () => {
    // The trapezoidal rule over steps of 1/8: h^2/12 times the square of the slope, 0.5 %, and twice that at the break.
    for (const f of inner) expect(difference(n[f]!, above(fine[f]!) / loss[f]!)).toBeLessThan(0.01);
  });

  test('bends at a break of the injection as much as it should', () => {
    const exact = fine.map((x, f) => above(x) / loss[f]!);
    const slope = (of: Float64Array, f: number) => 8 * Math.log(of[f + 1]! / of[f]!);
    // The error above, gone within one step: 8 x 0.01.
    for (const f of [57, 58, 59, 60, 61, 62])
      expect(Math.abs(slope(n, f) - slope(exact, f))).toBeLessThan(0.08);
  });
});

test('diffusion alone: a thin disc under layers', () => {
  const z = discAndLayers([0.8, 4.2], [10, 10]);
  const heights = Float64Array.from({ length: z.count }, (_, j) => (j === 0 ? 1 / (2 * discKpc) : 0));
  const { density } = solveSlab(fine, z, {
    diffusion: (height) => (height < 0.8 ? 0.2 : 1.3),
    momentumDiffusion: () => 0,
    losses: [],
    sinks: [],
    source: { medium: heights, rate: constant(1) },
    firstInjecting: -1,
    lateralDecay: 0,
  });
  // PHYSICS 1.8(d) without a sink.
  for (let f = 0; f < fine.length; f++)
    expect(difference(density[f * z.count]!, 3.6153846)).toBeLessThan(1e-3);
});
