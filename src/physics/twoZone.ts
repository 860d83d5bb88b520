/**
 * The two-halo model in one dimension: sources in a thin disc, free escape at |z| = L, diffusion only.
 * Jin16 Eq. 4 is this solution for the step profile; the integral of 1/D gives it for any profile.
 */
import { type DiffusionLaw, diffusionBreakFactor } from './diffusion';
import { type InjectionLaw, injectionSpectrum } from './injection';

/**
 * Integral of exp(-a x^n) over x from 0 to 1, for either sign of a; relative error below 1e-13.
 *
 * Both series have terms of one sign only, so nothing cancels (the first is Kummer's transformation of the second).
 */
function stretchedExponentialIntegral(a: number, n: number): number {
  let term = 1;
  let sum = 1;
  if (a > 0) {
    for (let k = 0; term > 1e-17 * sum; k++) {
      term *= a / (k + 1 + 1 / n);
      sum += term;
    }
    return sum * Math.exp(-a);
  }
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= -a / k;
    sum += term / (k * n + 1);
  }
  return sum;
}

/** Share of I(rho) from |z| < xi L. */
function innerIntegral(law: DiffusionLaw, logRigidity: number): number {
  const plane = law.xi * Math.exp(-law.delta0 * logRigidity);
  return law.profile === 'smooth'
    ? plane * stretchedExponentialIntegral(law.Delta * logRigidity, law.n)
    : plane;
}

function outerIntegral(law: DiffusionLaw, logRigidity: number): number {
  const slope = law.profile === 'uniform' ? law.delta0 : law.delta0 + law.Delta;
  return (1 - law.xi) * Math.exp(-slope * logRigidity);
}

/** I(rho) = (D0/L) times the integral of 1/D over the half-halo at beta = 1, without unit (Jin16 Eq. 4). */
export function twoZoneIntegral(law: DiffusionLaw, rigidityGV: number): number {
  const logRigidity = Math.log(rigidityGV / law.referenceRigidityGV);
  return (
    (innerIntegral(law, logRigidity) + outerIntegral(law, logRigidity)) /
    diffusionBreakFactor(law, rigidityGV)
  );
}

/**
 * Density per unit momentum in the plane, which the flux is proportional to: Q(rho) L I(rho) / (2 D0 beta^eta),
 * for a thin disc of surface rate Q (kpc/Myr if Q is per kpc^2).
 */
export function twoZoneFlux(
  law: DiffusionLaw,
  injection: InjectionLaw,
  rigidityGV: number,
  beta = 1,
): number {
  const escapeTime =
    (law.halfThicknessKpc * twoZoneIntegral(law, rigidityGV)) /
    (2 * law.coefficientKpc2PerMyr * beta ** law.eta);
  return injectionSpectrum(injection, rigidityGV) * escapeTime;
}

/** Rigidity at which both terms of Jin16 Eq. 4 are equal: rho0 [(1-xi)/xi]^(1/Delta), GV; NaN if Delta is 0. */
export function crossingRigidityGV(law: DiffusionLaw): number {
  if (law.profile === 'uniform' || law.Delta === 0) return Number.NaN;
  return law.referenceRigidityGV * ((1 - law.xi) / law.xi) ** (1 / law.Delta);
}

/** Share of the density in the plane that is owed to the inner halo, 0 to 1. */
export function innerHaloShare(law: DiffusionLaw, rigidityGV: number): number {
  const logRigidity = Math.log(rigidityGV / law.referenceRigidityGV);
  const inner = innerIntegral(law, logRigidity);
  return inner / (inner + outerIntegral(law, logRigidity));
}
