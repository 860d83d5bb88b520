/** Properties of the grids that the accuracy of the scheme rests on. */
import { assert, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradedMomentumGrid, simpson, subdivisions } from '../../src/solver/momentumGrid';
import { type CellAxis, stretchedRadii } from '../../src/solver/spatialGrid';
import { stretchedHeights } from './alignedHeights';

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

  test('are never fewer than eight', () => {
    expect(gradedMomentumGrid(0, 1, () => 10).count).toBe(8);
  });

  test('carry weights that integrate cubics exactly', () => {
    const integral = (power: number) =>
      simpson.reduce((sum, weight, s) => sum + weight * (s / subdivisions) ** power, 0);
    for (const power of [0, 1, 2, 3]) expect(integral(power)).toBeCloseTo(1 / (power + 1), 14);
  });
});
