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

/** A wind V = start + growth z (kpc/Myr, 1/Myr), in which particles lose momentum adiabatically. */
export interface TestWind {
  readonly start: number;
  readonly growth: number;
}

/** sin^4, which vanishes with three derivatives at both ends, and its first derivative. */
function widerBump(x: number): { readonly bump: Jet; readonly slope: Jet } {
  const k = Math.PI / spanX;
  const [q, q1, q2] = bump(x);
  const q3 = -4 * k ** 3 * Math.sin(2 * k * (x - bottomX));
  const first = 2 * q * q1;
  const second = 2 * (q1 * q1 + q * q2);
  return { bump: [q * q, first, second], slope: [first, second, 6 * q1 * q2 + 2 * q * q3] };
}

/**
 * Smooth profile in a wind: a cosine as without, and a cusp in the plane that carries V n - D dn/dz = (start/3) dn/dx.
 */
export function partsInWind({ start }: TestWind): readonly Part[] {
  const { coefficientKpc2PerMyr, referenceRigidityGV, delta0 } = law('smooth');
  const inverseDiffusion = (x: number) =>
    scaled(
      1 / coefficientKpc2PerMyr,
      exponential([-delta0 * (x - Math.log(referenceRigidityGV)), -delta0, 0]),
    );
  const slopeOfWeight = (x: number): Jet => [-1.7 - 0.08 * x, -0.08, 0];
  const rise = (x: number): Jet => {
    const { bump: jet, slope } = widerBump(x);
    const [own, first, second] = product(slopeOfWeight(x), jet);
    const [b, b1, b2] = jet;
    const [s, s1, s2] = slope;
    const third = start / 3;
    return product(inverseDiffusion(x), [
      start * b - third * (own + s),
      start * b1 - third * (first + s1),
      start * b2 - third * (second + s2),
    ]);
  };
  return [
    { height: (z) => cosine(wave, z), momentum: (x) => widerBump(x).bump },
    { height: (z) => [z - z ** 2 / top, 1 - (2 * z) / top, -2 / top], momentum: rise },
  ];
}

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
