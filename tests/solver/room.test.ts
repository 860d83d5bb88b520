/** A solve written into the room of others, of other shapes, is the same solve. */
import { expect, test } from 'vitest';
import { standardParameters } from '../../src/model/parameters/values';
import { propagate } from '../../src/model/propagate';
import { roomFor } from '../../src/solver/room';

test('room is handed on where it is large enough, and only for the same kind of number', () => {
  const large = roomFor(Float64Array, undefined, 100);
  const small = roomFor(Float64Array, large, 60);
  expect(small).toHaveLength(60);
  expect(small.buffer).toBe(large.buffer);
  expect(roomFor(Float64Array, small, 60)).toBe(small);
  expect(roomFor(Float64Array, small, 100).buffer).toBe(large.buffer);
  expect(roomFor(Float64Array, small, 101).buffer).not.toBe(large.buffer);
  expect(roomFor(Float32Array, small, 60)).toBeInstanceOf(Float32Array);
});

test('what stands in the room of an earlier solve does not show in the next one, to the last digit', () => {
  const live = (changes: Partial<typeof standardParameters>) =>
    propagate({ parameters: { ...standardParameters, ...changes }, species: 'p', tier: 'live' });
  const first = live({});
  const others = [live({ 'p.rhoCut': 1e7, xi: 0.5 }), live({ profile: 'uniform', L: 12 })];
  const again = live({});
  expect(new Set([first, ...others].map(({ report }) => report.grid.momentum)).size).toBeGreaterThan(1);
  expect(again.flux).toEqual(first.flux);
});
