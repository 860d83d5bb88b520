/** The numerical burst in a layered halo against exact solutions, and its order. */
import { describe, expect, test } from 'vitest';
import { slabGreensFunction } from '../../src/physics/burst';
import { integrate } from '../../src/physics/quadrature';
import { haloAdmittance } from '../exact/admittance';
import { besselJ0 } from '../exact/bessel';
import { burstSourceEnergy, quadraticLossBurstDensity } from '../exact/burstQuadraticLoss';
import { difference } from '../physics/laws';
import { heightsAcrossJump, stretchedHeights } from './alignedHeights';
import { type LayeredBurst, layeredBurstDensity, standardBurstSettings } from './layeredBurst';
import { uniformAxis } from './testHalo';

const top = 5;
const edge = 0.8;
const uniform = () => 1;

function exactUniform(squared: number, distance: number, half: number): number {
  const inPlane = Math.exp(-(distance ** 2) / (4 * squared)) / (4 * Math.PI * squared);
  return inPlane * slabGreensFunction(squared, half);
}

describe('in uniform D the burst is the exact one', () => {
  test.each([
    // Measured: 2.6e-4, 4.9e-4, 3.6e-4, 1.0e-4, and 6.3e-4 where exp(-2.5) has escaped.
    [0.25, 0.07, 5],
    [0.25, 0.02, 5],
    [1, 0.1, 5],
    [0.25, 2, 5],
    [0.25, 1, 1],
  ])('at %d kpc, Lambda = %d kpc^2, L = %d kpc', (distance, squared, half) => {
    const heights = stretchedHeights(60, half, 0.1 * Math.sqrt(squared), 0.16 * half);
    const numeric = layeredBurstDensity({ heights, relativeDiffusion: uniform, distance, squared });
    expect(difference(numeric, exactUniform(squared, distance, half))).toBeLessThan(1e-3);
  });

  test('also while the particles cool, by physical time instead of Lambda', () => {
    const medium = { diffusionAt1GeV: 0.3, slope: 0.5, lossPerGeVMyr: 1 / 170, halfThicknessKpc: top };
    const released = (energy: number) => energy ** -2.5;
    const burst = { medium, distanceKpc: 0.25, ageMyr: 0.342, injectedPerGeV: released };
    for (const energy of [10, 200, 400]) {
      const sourceEnergy = burstSourceEnergy(burst, energy);
      // The clock is D(E) times the time since the burst; D was larger when the energy was.
      const now = 0.3 * Math.sqrt(energy);
      const relativeDiffusion = (_: number, s: number) =>
        Math.sqrt(sourceEnergy / (1 + (sourceEnergy * s) / (170 * now)) / energy);
      const numeric = layeredBurstDensity({
        heights: stretchedHeights(60, top, 0.02, edge),
        relativeDiffusion,
        distance: 0.25,
        squared: now * 0.342,
      });
      const expected =
        quadraticLossBurstDensity(burst, energy) / (released(sourceEnergy) * (sourceEnergy / energy) ** 2);
      // Measured: 6e-5; steps and cells.
      expect(difference(numeric, expected)).toBeLessThan(3e-4);
    }
  });

  test('with an error that falls as the square of the steps', () => {
    const burst: LayeredBurst = {
      heights: uniformAxis(200, 1),
      relativeDiffusion: uniform,
      distance: 0.25,
      squared: 1,
    };
    const errors = [12, 24, 48].map((stepsPerEFold) => {
      const numeric = layeredBurstDensity(burst, { ...standardBurstSettings, stepsPerEFold });
      return difference(numeric, exactUniform(1, 0.25, 1));
    });
    // 4 for second order, measured 4.04 and 4.09; the rest is the next order and the error of the cells.
    expect(errors[0]! / errors[1]!).toBeGreaterThan(3.8);
    expect(errors[1]! / errors[2]!).toBeGreaterThan(3.8);
  });
});

describe('with a jump of D by a factor of 10 at the edge of the inner halo', () => {
  const stepped = (height: number) => (height < edge ? 1 : 10);
  const burst = { relativeDiffusion: stepped, distance: 0.3 };

  test('the error falls as the square of the cells', () => {
    const densities = [20, 40, 80, 160].map((count) =>
      layeredBurstDensity({
        ...burst,
        heights: stretchedHeights(count, top, 4 / count, edge),
        squared: 0.4,
      }),
    );
    const steps = [0, 1, 2].map((i) => Math.abs(densities[i + 1]! - densities[i]!));
    // 4 for second order, measured 3.3 and 3.9; the face at the jump shifts the other cells from grid to grid.
    expect(steps[0]! / steps[1]!).toBeGreaterThan(3);
    expect(steps[1]! / steps[2]!).toBeGreaterThan(3);
    expect(steps[2]! / densities[3]!).toBeLessThan(2e-4);
  });

  test('summed over all ages it is the steady point source of the admittance recursion', () => {
    // Trapezoid in ln s, from where nothing has arrived to where all has escaped.
    const stride = 0.4;
    let sum = 0;
    for (let x = Math.log(1e-3); x < Math.log(40); x += stride) {
      const squared = Math.exp(x);
      const heights = heightsAcrossJump(40, top, Math.min(0.15 * Math.sqrt(squared), 0.1), edge);
      sum += stride * squared * layeredBurstDensity({ ...burst, heights, squared });
    }
    // int J0(k d) k dk / 2 pi / 2Y(k); the part 1/(4 pi D d) of an inner halo without end is taken out.
    const beyondInner = integrate(
      (k) => {
        const layer = (diffusion: number, thickness: number) => ({
          diffusionKpc2PerMyr: diffusion,
          thicknessKpc: thickness,
          sinkPerMyr: diffusion * k * k,
        });
        const admittance = haloAdmittance([layer(1, edge), layer(10, top - edge)]);
        return ((besselJ0(k * 0.3) * k) / (4 * Math.PI)) * (1 / admittance - 1 / k);
      },
      1e-9,
      20,
      60,
    );
    const steady = 1 / (4 * Math.PI * 0.3) + beyondInner;
    // Steps and cells of each burst; measured 7e-4.
    expect(difference(sum, steady)).toBeLessThan(1e-3);
  });
});
