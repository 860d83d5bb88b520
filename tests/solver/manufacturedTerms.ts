/**
 * The pieces of the manufactured solutions: the two-halo diffusion law, reacceleration with the local slope, losses and
 * sinks, and a density that vanishes with its slope at both ends of the momentum axis, so that nothing crosses them.
 */
import { diffusionSlope } from '../../src/physics/diffusion';
import { reaccelerationPrefactor } from '../../src/physics/reacceleration';
import { twoHaloLaw } from '../physics/laws';
import { cosine, exponential, type Jet, plus, product, scaled, sineSquared } from './jets';

export const edge = 20;
export const top = 5;
export const lowest = 0.3;
export const highest = 3000;
export const bottomX = Math.log(lowest);
export const spanX = Math.log(highest / lowest);

/** xi is larger than in the paper so that the coarsest grid still has a few cells in the inner halo. */
export function law(profile: 'smooth' | 'step') {
  return twoHaloLaw(profile, { xi: 0.5, n: 3, halfThicknessKpc: top });
}

export type Profile = 'smooth' | 'step';

/** Diffusion at (z, x) as a jet in z; its slope in ln p is delta(z). */
export function diffusion(profile: Profile, z: number, x: number): Jet {
  const { coefficientKpc2PerMyr, referenceRigidityGV, delta0, Delta, xi, n } = law(profile);
  const logRigidity = x - Math.log(referenceRigidityGV);
  const inner = xi * top;
  if (profile === 'step' || z >= inner) {
    const slope = diffusionSlope(law(profile), z);
    return [coefficientKpc2PerMyr * Math.exp(slope * logRigidity), 0, 0];
  }
  const slope: Jet = [
    delta0 + Delta * (z / inner) ** n,
    (n * Delta * (z / inner) ** (n - 1)) / inner,
    (n * (n - 1) * Delta * (z / inner) ** (n - 2)) / inner ** 2,
  ];
  return scaled(coefficientKpc2PerMyr, exponential(scaled(logRigidity, slope)));
}

/** 40 km/s: as strong as diffusion around 1 GeV. */
const alfvenSpeed = 0.041;

/** delta(z): minus the slope of a = C v_A^2 / D in ln p. */
export function diffusionSlopeAt(profile: Profile, z: number): number {
  return diffusionSlope(law(profile), z);
}

export function momentumDiffusion(profile: Profile, z: number, x: number): number {
  const prefactor = reaccelerationPrefactor(diffusionSlope(law(profile), z));
  return (prefactor * alfvenSpeed ** 2) / diffusion(profile, z, x)[0];
}

export const lossRate = (x: number): Jet => exponential([x + Math.log(1e-3), 1, 0]);
export const sinkRate = (x: number) => 0.02 / (1 + Math.exp(-x));

/** The weight: a steep, curved spectrum. */
export const weight = (x: number): Jet => exponential([-1.7 * x - 0.04 * x * x, -1.7 - 0.08 * x, -0.08]);

/** One separable part of g: functions of z and of x; the radial one is common. */
export interface Part {
  readonly height: (z: number) => Jet;
  readonly momentum: (x: number) => Jet;
}

const bump = (x: number) => sineSquared(Math.PI / spanX, x - bottomX);
const wave = Math.PI / (2 * top);

/** Smooth profile: one part. Step profile: g = integral from z to L of sin / D, so that the flux is continuous. */
export function partsOf(profile: Profile): readonly Part[] {
  if (profile === 'smooth') return [{ height: (z) => cosine(wave, z), momentum: bump }];
  const { delta0, Delta, xi, referenceRigidityGV } = law(profile);
  const atInterface = cosine(wave, xi * top)[0];
  const falling = (slope: number) => (x: number) =>
    product(bump(x), exponential([-slope * (x - Math.log(referenceRigidityGV)), -slope, 0]));
  return [
    {
      height: (z) => (z < xi * top ? plus(-atInterface, cosine(wave, z)) : [0, 0, 0]),
      momentum: falling(delta0),
    },
    {
      height: (z) => (z < xi * top ? [atInterface, 0, 0] : cosine(wave, z)),
      momentum: falling(delta0 + Delta),
    },
  ];
}
