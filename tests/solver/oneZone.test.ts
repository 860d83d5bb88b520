/** A slab of one height: exact reacceleration, particle number, sign. */
import { assert, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ReaccelerationZone,
  reaccelerationSlopes,
  reaccelerationSpectrum,
} from '../exact/reaccelerationZone';
import { solveZone } from './testHalo';

/** 60 nodes per e-fold from 1e-3 to 1e5; the middle one at p = 1. */
const step = 1 / 60;
const nodes = Float64Array.from({ length: 1107 }, (_, f) => Math.log(1e-3) + (f - 0.5 + 0.47) * step);
const constant = (value: number) => nodes.map(() => value);
const sum = (values: Float64Array) => values.reduce((a, b) => a + b) * step;

const zone: ReaccelerationZone = { diffusionRatePerMyr: 0.02, escapeTimeMyr: 30 };

describe('reacceleration in one zone', () => {
  const at = 415;
  const source = constant(0);
  source[at] = 1 / step;
  const n = solveZone(nodes, {
    diffusion: constant(zone.diffusionRatePerMyr),
    loss: constant(0),
    removal: constant(1 / zone.escapeTimeMyr),
    source,
  });

  test('spreads one injected momentum into the two exact power laws', () => {
    const injected = Math.exp(nodes[at]!);
    for (const f of [200, 300, 400, 430, 500, 600, 700]) {
      const p = Math.exp(nodes[f]!);
      const exact = p * reaccelerationSpectrum(zone, 1, injected, p);
      // Second order in a step of 1/60: 1e-4 in the slopes, times the distance from the injection.
      expect(Math.abs(n[f]! / exact - 1)).toBeLessThan(2e-3);
    }
    expect(reaccelerationSlopes(zone).below).toBeCloseTo(2.479057, 6);
  });

  test('changes no number: what escapes is what is injected', () => {
    // The end nodes stand for half a step.
    const kept = sum(n) - 0.5 * step * (n[0]! + n.at(-1)!);
    expect(kept / zone.escapeTimeMyr).toBeCloseTo(1, 10);
  });
});

describe('continuous losses', () => {
  test('carry every particle down when nothing else happens', () => {
    const loss = nodes.map((x) => 0.01 * Math.exp(x));
    const n = solveZone(nodes, {
      diffusion: constant(0),
      loss,
      removal: constant(0),
      source: nodes.map((x) => Math.exp(-x)),
    });
    const total =
      sum(nodes.map((x) => Math.exp(-x))) - 0.5 * step * (Math.exp(-nodes[0]!) + Math.exp(-nodes.at(-1)!));
    expect((n[0]! * loss[0]!) / total).toBeCloseTo(1, 10);
  });
});

test('the one-zone spectrum is positive for any rates', () => {
  // Rates that differ by more than round-off over the whole axis would leave the chain without an exit.
  const rate = double({ min: -5, max: 3, noNaN: true }).map((decade) => 10 ** decade);
  const slope = double({ min: -0.5, max: 0.5, noNaN: true });
  assert(
    property(rate, slope, rate, slope, rate, slope, (a, as, v, vs, removal, rs) => {
      const power = (scale: number, s: number) => nodes.map((x) => scale * Math.exp(s * x));
      const n = solveZone(nodes, {
        diffusion: power(a, as),
        loss: power(v, vs),
        removal: power(removal, rs),
        source: power(1, -1.5),
      });
      expect(n.every((value) => value > 0 && value < Number.POSITIVE_INFINITY)).toBe(true);
    }),
    { seed: 1504, numRuns: 200 },
  );
});
