import { expect, test } from 'vitest';
import { besselJ0, besselJ0Zeros, besselJ1 } from './bessel';

test('J0 and J1 have their tabulated values', () => {
  // Abramowitz & Stegun, Table 9.1, ten digits.
  expect(besselJ0(0)).toBe(1);
  expect(besselJ0(1)).toBeCloseTo(0.7651976866, 10);
  expect(besselJ1(1)).toBeCloseTo(0.4400505857, 10);
  expect(besselJ0(10)).toBeCloseTo(-0.2459357645, 10);
  expect(besselJ1(10)).toBeCloseTo(0.0434727462, 10);
});

test('the series and the asymptotic form meet at 12', () => {
  expect(besselJ0(12 - 1e-12)).toBeCloseTo(besselJ0(12), 11);
  expect(besselJ1(12 - 1e-12)).toBeCloseTo(besselJ1(12), 11);
});

test('the first zeros of J0 are the tabulated ones', () => {
  const zeros = besselJ0Zeros(100);
  [2.404825557695773, 5.520078110286311, 8.653727912911013].forEach((zero, index) => {
    expect(zeros[index]).toBeCloseTo(zero, 11);
  });
  for (const zero of zeros) expect(Math.abs(besselJ0(zero))).toBeLessThan(1e-12);
});
