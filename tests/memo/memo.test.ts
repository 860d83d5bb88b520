import { describe, expect, test } from 'vitest';
import { identityNumber } from '../../src/memo/identityNumber';
import { lastUsed } from '../../src/memo/lastUsed';
import { memoByIdentity } from '../../src/memo/memoByIdentity';

describe('memoByIdentity', () => {
  const pair = (one: object, other: object) => ({ one, other });
  const [a, b, c] = [{}, {}, {}];

  test('the same objects give the same answer', () => {
    const memo = memoByIdentity(pair);
    expect(memo(a, b)).toBe(memo(a, b));
    expect(memo(a, b)).toEqual({ one: a, other: b });
  });

  test('any other object gives another answer, equal or not', () => {
    const memo = memoByIdentity(pair);
    const first = memo(a, b);
    expect(memo(a, c)).not.toBe(first);
    expect(memo(c, b)).not.toBe(first);
  });

  test('as many callers as slots do not drive each other out', () => {
    const memo = memoByIdentity(pair, 2);
    const [thm, cm] = [memo(a, b), memo(a, c)];
    for (let round = 0; round < 3; round++) {
      expect(memo(a, b)).toBe(thm);
      expect(memo(a, c)).toBe(cm);
    }
    memo(b, c);
    expect(memo(a, c)).toBe(cm);
    expect(memo(a, b)).not.toBe(thm);
  });

  test('only what is read counts, where that is told', () => {
    const scaled = memoByIdentity(
      (values: readonly number[], { scale }: { readonly scale: number; readonly name: string }) =>
        values.map((value) => scale * value),
      2,
      (values, { scale }) => [values, scale],
    );
    const values = [1, 2];
    const answer = scaled(values, { scale: 2, name: 'one' });
    expect(scaled(values, { scale: 2, name: 'other' })).toBe(answer);
    expect(scaled(values, { scale: 3, name: 'one' })).toEqual([3, 6]);
    expect(scaled([...values], { scale: 2, name: 'one' })).not.toBe(answer);
  });

  test('what throws is not kept', () => {
    let calls = 0;
    const memo = memoByIdentity((given: object) => {
      calls += 1;
      if (calls === 1) throw new Error('once');
      return given;
    });
    expect(() => memo(a)).toThrow('once');
    expect(memo(a)).toBe(a);
  });

  test('NaN is itself, and an argument left out is not undefined given', () => {
    let calls = 0;
    const memo = memoByIdentity((...given: readonly unknown[]) => [calls++, ...given], 4);
    expect(memo(Number.NaN)).toBe(memo(Number.NaN));
    expect(memo()).not.toBe(memo(undefined));
  });
});

describe('lastUsed', () => {
  test('drops what was not used for longest; reading is using', () => {
    const kept = lastUsed<string, number>(2);
    kept.set('a', 1);
    kept.set('b', 2);
    expect(kept.get('a')).toBe(1);
    kept.set('c', 3);
    expect(kept.get('b')).toBeUndefined();
    expect(kept.get('a')).toBe(1);
    expect(kept.size).toBe(2);
  });

  test('makes what is missing once, undefined included', () => {
    const kept = lastUsed<string, number | undefined>(2);
    let made = 0;
    const make = () => {
      made += 1;
      return undefined;
    };
    kept.getOr('a', make);
    kept.getOr('a', make);
    expect(made).toBe(1);
  });

  test('hands over what is oldest', () => {
    const kept = lastUsed<string, number>(2);
    expect(kept.takeOldest()).toBeUndefined();
    kept.set('a', 1);
    kept.set('b', 2);
    kept.get('a');
    expect(kept.takeOldest()).toBe(2);
    expect([kept.size, kept.get('b'), kept.get('a')]).toEqual([1, undefined, 1]);
  });

  test('forgets one or all', () => {
    const kept = lastUsed<string, number>(3);
    kept.set('a', 1);
    kept.set('b', 2);
    kept.delete('a');
    expect(kept.get('a')).toBeUndefined();
    kept.clear();
    expect(kept.size).toBe(0);
  });
});

test('a number for each object, the same for the same', () => {
  const [a, b] = [{}, {}];
  expect(identityNumber(a)).toBe(identityNumber(a));
  expect(identityNumber(a)).not.toBe(identityNumber(b));
  expect(identityNumber(null)).toBe(0);
});
