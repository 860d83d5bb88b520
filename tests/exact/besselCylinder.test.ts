import { describe, expect, test } from 'vitest';
import { type DiffusionLaw, diffusionCoefficient } from '../../src/physics/diffusion';
import { conventionalLaw, difference, twoHaloLaw } from '../physics/laws';
import { cylinderDensity, layersOf, type SeparableSource } from './besselCylinder';

const caseBhattacharya = (r: number) => (r / 8.5) ** 1.69 * Math.exp((-3.33 * (r - 8.5)) / 8.5);

test('a thin disc of Case & Bhattacharya sources in a uniform cylinder gives 2.18599 at the Sun', () => {
  const halo = { radiusKpc: 20, modes: 100, layers: [{ diffusionKpc2PerMyr: 1, thicknessKpc: 5 }] };
  // 2e-5: the series is cut at 100 modes.
  expect(difference(cylinderDensity(halo, [{ radial: caseBhattacharya }], 8.5), 2.18599)).toBeLessThan(2e-5);
});

test('the same in two layers gives 3.43178', () => {
  const layers = [
    { diffusionKpc2PerMyr: 0.2, thicknessKpc: 0.8 },
    { diffusionKpc2PerMyr: 1.3, thicknessKpc: 4.2 },
  ];
  const halo = { radiusKpc: 20, modes: 100, layers };
  expect(difference(cylinderDensity(halo, [{ radial: caseBhattacharya }], 8.5), 3.43178)).toBeLessThan(2e-5);
});

describe('protons of Jin16 with diffusion only, in two dimensions', () => {
  const coreCollapse = (r: number) =>
    r > 3.7
      ? Math.exp((8.5 ** 2 - r * r) / 6.8 ** 2)
      : Math.exp((8.5 ** 2 - 3.7 ** 2) / 6.8 ** 2 - ((r - 3.7) / 2.1) ** 2);
  const ferriere: SeparableSource[] = [
    {
      radial: (r) => (50 / 57.3) * coreCollapse(r),
      vertical: (z) => 0.79 * Math.exp(-((z / 0.212) ** 2)) + 0.21 * Math.exp(-((z / 0.636) ** 2)),
    },
    { radial: (r) => (7.3 / 57.3) * Math.exp((8.5 - r) / 4.5), vertical: (z) => Math.exp(-z / 0.325) },
  ];
  const density = (law: DiffusionLaw, rigidity: number) =>
    cylinderDensity(
      {
        radiusKpc: 20,
        modes: 60,
        layers: layersOf((z) => diffusionCoefficient(law, z, rigidity, 1), 5, 500),
      },
      ferriere,
      8.5,
    );

  test.each([
    [4, 7.14638, 7.14638, 7.14638],
    [100, 1.36401, 1.46136, 1.42928],
    [1e3, 0.476849, 0.564896, 0.451977],
    [1e4, 0.196138, 0.26451, 0.142928],
  ])(
    'at %s GV the density at the Sun is %s (smooth), %s (step), %s (conventional)',
    (rigidity, smooth, step, cm) => {
      // 5e-4: the reference claims 1e-4; 60 modes and layers of 0.01 kpc add as much.
      expect(difference(density(twoHaloLaw('smooth'), rigidity), smooth)).toBeLessThan(5e-4);
      expect(difference(density(twoHaloLaw('step'), rigidity), step)).toBeLessThan(5e-4);
      expect(difference(density(conventionalLaw, rigidity), cm)).toBeLessThan(5e-4);
    },
  );
});
