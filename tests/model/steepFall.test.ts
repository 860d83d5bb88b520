/** Heights where the diffusion coefficient falls steeply into the outer halo. */
import { describe, expect, test } from 'vitest';
import { type Parameters, standardParameters } from '../../src/model/parameters/values';
import { presets } from '../../src/model/presets';
import { spatialGrid, tierSettings } from '../../src/model/tiers';
import { discHeights } from '../../src/solver/spatialGrid';

const { heights, firstHeightKpc } = tierSettings.settled;
const facesOf = (parameters: Parameters) => spatialGrid(parameters, tierSettings.settled).z.faces;
const plainFaces = ({ L }: Parameters) => discHeights(heights, L, firstHeightKpc).faces;

/** ln D falls by 3 at 0.1 GV, where the paper has 1.4; electrons at 0.1-10 GeV were 130 % off on plain cells. */
const steep: Parameters = {
  ...standardParameters,
  delta0: 0.125,
  Delta: 0.586,
  rho0: 19.35,
  xi: 0.175,
  n: 3.38,
  L: 4.64,
  vA: 15.6,
};

/** Widest cell between two heights. */
function widestBetween(faces: Float64Array, lower: number, upper: number): number {
  let widest = 0;
  for (let j = 0; j + 1 < faces.length; j++)
    if (faces[j + 1]! > lower && faces[j]! < upper) widest = Math.max(widest, faces[j + 1]! - faces[j]!);
  return widest;
}

describe('a steep fall of the diffusion coefficient with height', () => {
  test('has narrower cells around the edge of the inner halo, as many in all', () => {
    const edge = steep.xi * steep.L;
    const faces = facesOf(steep);
    expect(faces).toHaveLength(heights + 1);
    const [lower, upper] = [0.8 * edge, 1.3 * edge];
    // By more than half again; further out and in the disc they are wider for it.
    const ratio = widestBetween(plainFaces(steep), lower, upper) / widestBetween(faces, lower, upper);
    expect(ratio).toBeGreaterThan(1.5);
  });

  test('has more of them there where it is nearly a step', () => {
    const edge = steep.xi * steep.L;
    const widest = (n: number) => widestBetween(facesOf({ ...steep, n }), 0.95 * edge, 1.05 * edge);
    // Up to 10 the cap of 3 asks for the same cells; at 20 for twice as many there, of the same number in all.
    expect(widest(10)).toBe(widest(5));
    expect(widest(10) / widest(20)).toBeGreaterThan(1.25);
    expect(widest(10) / widest(20)).toBeLessThan(2);
  });

  test('is looked for only where something accelerates, in two halos that go over smoothly', () => {
    for (const other of [{ reacceleration: 'off' }, { vA: 0 }, { profile: 'uniform' }, { Delta: 0 }] as const)
      expect(facesOf({ ...steep, ...other })).toEqual(plainFaces(steep));
    const { parameters } = presets.cm;
    expect(facesOf(parameters)).toEqual(plainFaces(parameters));
  });

  test('changes cells without a leap', () => {
    // A millionth of each; where cells are shared out anew they move by a few tenths at most for one.
    for (const change of ['rho0', 'Delta', 'vA', 'xi', 'n', 'L'] as const) {
      const moved = facesOf({ ...steep, [change]: steep[change] * (1 + 1e-6) });
      facesOf(steep).forEach((face, j) => {
        expect(Math.abs(moved[j]! - face)).toBeLessThan(1e-5 * steep.L);
      });
    }
    // Where it begins: ln D falls by 2 at Delta ln(rho0/0.1 GV).
    const begins = 0.1 * Math.exp(2 / steep.Delta);
    const [before, after] = [1 - 1e-6, 1 + 1e-6].map((share) => facesOf({ ...steep, rho0: begins * share }));
    before!.forEach((face, j) => {
      expect(Math.abs(after![j]! - face)).toBeLessThan(1e-5 * steep.L);
    });
  });
});
