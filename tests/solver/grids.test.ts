/** Properties of the grids that the accuracy of the scheme rests on. */
import { assert, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openEndedFaces } from '../../src/solver/equidistribution';
import { piecewiseShares } from '../../src/solver/interpolate';
import { kinkedMomentumGrid, simpson, subdivisions } from '../../src/solver/momentumGrid';
import { type CellAxis, discHeights, stretchedRadii } from '../../src/solver/spatialGrid';
import { stretchedHeights } from './alignedHeights';
import { gradedMomentumGrid } from './gradedMomentumGrid';

const within = (min: number, max: number) => double({ min, max, noNaN: true });
// A fixed seed: a failure of the tests must mean a change of the code.
const sampled = { seed: 1504, numRuns: 100 };

function expectAscending({ faces, centres, count }: CellAxis): void {
  expect(faces).toHaveLength(count + 1);
  expect(centres).toHaveLength(count);
  expect(faces[0]).toBe(0);
  for (let i = 0; i < count; i++) {
    expect(faces[i + 1]!).toBeGreaterThan(faces[i]!);
    expect(centres[i]).toBe(0.5 * (faces[i]! + faces[i + 1]!));
  }
}

describe('heights', () => {
  test('have a face exactly at the boundary of the inner halo, for any halo', () => {
    assert(
      property(integer({ min: 8, max: 60 }), within(1, 15), within(0.02, 0.9), (count, L, xi) => {
        const axis = stretchedHeights(count, L, 0.05, xi * L);
        expectAscending(axis);
        expect(axis.count).toBe(count);
        expect(Math.abs(axis.faces[count]! / L - 1)).toBeLessThan(1e-15);
        const nearest = Math.min(...axis.faces.map((face) => Math.abs(face - xi * L)));
        // Round-off of L times a ratio of sinh; a grid that should be uniform is short of it by 1e-12.
        expect(nearest).toBeLessThan(1e-11 * L);
      }),
      sampled,
    );
  });

  test('begin with a cell about as thin as asked, without an inner halo exactly so', () => {
    assert(
      property(integer({ min: 10, max: 60 }), within(1, 15), within(0.01, 0.09), (count, L, first) => {
        const axis = stretchedHeights(count, L, first, 0);
        expectAscending(axis);
        expect(axis.faces[1]!).toBeCloseTo(Math.min(first, L / count), 10);
      }),
      sampled,
    );
  });
});

describe('radii', () => {
  test('are equal out to the inner edge and then grow steadily to the rim', () => {
    assert(
      property(integer({ min: 12, max: 80 }), within(12, 30), (count, R) => {
        const axis = stretchedRadii(count, R, 11, 11 / Math.round(0.7 * count));
        expectAscending(axis);
        expect(axis.faces[count]).toBe(R);
        const widths = Array.from({ length: count }, (_, i) => axis.faces[i + 1]! - axis.faces[i]!);
        const inner = Math.round(0.7 * count);
        const growth = widths[inner]! / widths[inner - 1]!;
        for (let i = 1; i < count; i++) {
          expect(widths[i]! / widths[i - 1]!).toBeCloseTo(i < inner ? 1 : growth, 6);
        }
      }),
      sampled,
    );
  });
});

describe('momenta', () => {
  test('run exactly from end to end in cells that follow the width asked for', () => {
    assert(
      property(
        within(-8, -1),
        within(6, 25),
        within(0.1, 0.6),
        within(0, 2),
        (lower, span, width, growth) => {
          const asked = (x: number) => width * (1 + (growth * (x - lower)) / span);
          const { faces, centres, fine, count } = gradedMomentumGrid(lower, lower + span, asked);
          expect(faces[0]).toBe(lower);
          expect(faces[count]).toBe(lower + span);
          expect(fine).toHaveLength(subdivisions * count + 1);
          for (let k = 0; k < count; k++) {
            const cell = faces[k + 1]! - faces[k]!;
            expect(centres[k]!).toBeCloseTo(faces[k]! + 0.5 * cell, 12);
            expect(fine[subdivisions * k]).toBe(faces[k]);
            expect(fine[subdivisions * k + 2]!).toBeCloseTo(centres[k]!, 12);
            // A whole number of cells fits the length only up to half a cell in all.
            expect(Math.abs(cell / asked(centres[k]!) - 1)).toBeLessThan(0.6 / count + 0.02);
          }
        },
      ),
      sampled,
    );
  });

  test('carry weights that integrate cubics exactly', () => {
    const integral = (power: number) =>
      simpson.reduce((sum, weight, s) => sum + weight * (s / subdivisions) ** power, 0);
    for (const power of [0, 1, 2, 3]) expect(integral(power)).toBeCloseTo(1 / (power + 1), 14);
  });
});

/** Largest distance that a face moves; as many faces on both grids. */
function farthestMove(one: Float64Array, other: Float64Array): number {
  expect(other).toHaveLength(one.length);
  return one.reduce((most, face, i) => Math.max(most, Math.abs(other[i]! - face)), 0);
}

// A change far below any cell, and how much further than it a face may move: cells next to the jump are few and faces there
// follow it, those of the rest scale with their height. A grid that jumps moves some by a whole cell, 1e4 times as far.
const nudge = 1e-6;
const comparable = 30;

describe('heights of a disc', () => {
  const thickness = within(1, 12);
  const share = within(0.04, 0.9);
  const count = integer({ min: 5, max: 30 }).map((half) => 2 * half);

  test('have a face exactly at the jump, half of the cells below it', () => {
    assert(
      property(count, thickness, share, within(0.02, 0.05), (cells, L, xi, first) => {
        const axis = discHeights(cells, L, first, { at: xi * L, refinement: 4 });
        expectAscending(axis);
        expect(axis.count).toBe(cells);
        expect(axis.faces[cells]).toBe(L);
        expect(axis.faces[cells / 2]).toBe(xi * L);
      }),
      sampled,
    );
  });

  test('move no further than what they are asked for does', () => {
    assert(
      property(count, thickness, share, (cells, L, xi) => {
        const faces = (top: number, at: number, first = 0.03) =>
          discHeights(cells, top, first, { at, refinement: 4 }).faces;
        const asked = faces(L, xi * L);
        expect(farthestMove(asked, faces(L, xi * L + nudge))).toBeLessThan(comparable * nudge);
        expect(farthestMove(asked, faces(L + nudge, xi * L))).toBeLessThan(comparable * nudge);
        // The disc's cell sets the place of all others: by its share, over the whole thickness.
        const thicker = faces(L, xi * L, 0.03 * (1 + nudge));
        expect(farthestMove(asked, thicker)).toBeLessThan(comparable * nudge * L);
        const plain = (top: number) => discHeights(cells, top, 0.03).faces;
        expect(farthestMove(plain(L), plain(L + nudge))).toBeLessThan(comparable * nudge);
      }),
      sampled,
    );
  });
});

describe('momenta with kinks', () => {
  const kinks = [-2, 1.3, 4.1];
  const asked = (x: number) => 0.3 + 0.02 * (x + 4);

  test('have a face at each kink, and just the width asked for beyond the outer ones', () => {
    const { faces, fine, kinks: marked } = kinkedMomentumGrid(-6, kinks, 12, asked);
    expect(marked.map((node) => fine[node])).toEqual(kinks);
    expect(marked.map((node) => node % subdivisions)).toEqual([0, 0, 0]);
    for (let k = 0; k < faces.length - 1; k++) {
      const [lower, upper] = [faces[k]!, faces[k + 1]!];
      expect(upper).toBeGreaterThan(lower);
      if (lower >= kinks[0]! && upper <= kinks[2]!) continue;
      // The part of an end cell beyond the end is as wide as asked at the end: off by at most half a cell's growth, 0.02 / 2.
      const open = k === 0 || k === faces.length - 2;
      expect(Math.abs((upper - lower) / asked(0.5 * (lower + upper)) - 1)).toBeLessThan(open ? 0.01 : 2e-3);
    }
    // The ends lie up to a cell further out.
    expect(faces[0]).toBeLessThanOrEqual(-6);
    expect(faces[1]).toBeGreaterThan(-6);
    expect(faces.at(-1)).toBeGreaterThanOrEqual(12);
    expect(faces.at(-2)).toBeLessThan(12);
  });

  test('hold nothing below the first kink where nothing is solved there', () => {
    const { faces, kinks: marked } = kinkedMomentumGrid(-2, kinks, 12, asked);
    expect(faces[0]).toBe(-2);
    expect(marked[0]).toBe(0);
  });

  test('move no further than kinks and widths do; a cell more comes in beyond the end', () => {
    const faces = (last: number, scale = 1, upper = 12) =>
      kinkedMomentumGrid(-6, [-2, 1.3, last], upper, (x) => scale * asked(x)).faces;
    expect(farthestMove(faces(4.1), faces(4.1 + nudge))).toBeLessThan(comparable * nudge);
    expect(farthestMove(faces(4.1), faces(4.1, 1 + nudge))).toBeLessThan(comparable * nudge);
    const shorter = faces(4.1);
    const longer = faces(4.1, 1, 12.6);
    expect(longer.length).toBeGreaterThan(shorter.length);
    // All but the last one, whose width is that at the end.
    expect(farthestMove(shorter.subarray(0, -1), longer.subarray(0, shorter.length - 1))).toBeLessThan(1e-4);
  });
});

test('faces with an open end go through the end of what is asked for, one at a time', () => {
  for (const upper of [9.9, 10, 10.1, 10.4]) {
    const faces = openEndedFaces(0, upper, () => 0.5);
    expect(faces[0]).toBe(0);
    expect(faces.at(-2)).toBeLessThan(upper + 1e-9);
    expect(faces.at(-1)).toBeGreaterThan(upper - 1e-9);
    faces.forEach((face, i) => {
      expect(face).toBeCloseTo(0.5 * i, 10);
    });
  }
});

test('interpolation in pieces is exact for another cubic on either side of a kink', () => {
  const x = Float64Array.from({ length: 21 }, (_, i) => i / 2 + 0.1 * Math.sin(i));
  const kinks = [8, 13];
  const cubic = (at: number) =>
    1 + at - 0.3 * at ** 2 + 0.02 * at ** 3 + 5 * Math.max(0, at - x[8]!) - 3 * Math.max(0, at - x[13]!) ** 2;
  const y = x.map(cubic);
  for (let at = x[0]!; at <= x[20]!; at += 0.037) {
    const { first, shares } = piecewiseShares(x, kinks, at);
    const value = shares.reduce((sum, part, i) => sum + part * y[first + i]!, 0);
    expect(value).toBeCloseTo(cubic(at), 10);
    for (const kink of kinks) expect(first >= kink || first + 3 <= kink).toBe(true);
  }
});
