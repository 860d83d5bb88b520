/**
 * Exact densities of a one-dimensional halo with free escape at |z| = L. Sources and gas are in a thin disc
 * unless said otherwise; Q is the rate per area of both faces, so the density has the unit of Q kpc^-1 Myr.
 */
import { integrate } from '../../src/physics/quadrature';

type OfHeight = (zKpc: number) => number;

/** Escape integral of 1/D over the half-halo, Myr/kpc. `panels` equal panels of eight-point quadrature. */
export function escapeIntegral(
  diffusion: OfHeight,
  halfThicknessKpc: number,
  fromKpc = 0,
  panels = 200,
): number {
  return integrate((z) => 1 / diffusion(z), fromKpc, halfThicknessKpc, panels);
}

/** Density at height z for pure diffusion: (Q/2) times the integral of 1/D from |z| to L. */
export function thinDiscDensity(
  surfaceRate: number,
  diffusion: OfHeight,
  halfThicknessKpc: number,
  zKpc = 0,
): number {
  return (surfaceRate / 2) * escapeIntegral(diffusion, halfThicknessKpc, Math.abs(zKpc));
}

/** Density in the plane for sources q(z) of any height: the integral of S(z)/D(z), S the rate between 0 and z. */
export function extendedSourceDensity(
  rateBelow: OfHeight,
  diffusion: OfHeight,
  halfThicknessKpc: number,
  panels = 200,
): number {
  return integrate((z) => rateBelow(z) / diffusion(z), 0, halfThicknessKpc, panels);
}

/** Density in the plane with destruction in a gas layer of half-thickness h at the rate Gamma: Q / (2/I + 2 h Gamma). */
export function thinDiscDensityWithDestruction(
  surfaceRate: number,
  escapeIntegralMyrPerKpc: number,
  gasHalfThicknessKpc: number,
  destructionPerMyr: number,
): number {
  return surfaceRate / (2 / escapeIntegralMyrPerKpc + 2 * gasHalfThicknessKpc * destructionPerMyr);
}

/** Density in the plane with a wind u blowing away from it, uniform D, no adiabatic loss: (Q/2u)[1 - exp(-uL/D)]. */
export function thinDiscDensityWithWind(
  surfaceRate: number,
  windKpcPerMyr: number,
  diffusionKpc2PerMyr: number,
  halfThicknessKpc: number,
): number {
  return (
    (surfaceRate / (2 * windKpcPerMyr)) *
    -Math.expm1((-windKpcPerMyr * halfThicknessKpc) / diffusionKpc2PerMyr)
  );
}

/**
 * Density in the plane with a wind u away from it and the momentum loss that its turn there brings, pdot = -(2u/3) delta(z) p,
 * for sources and a spectrum that fall as p^-gamma and uniform D: Q / (2/I + (2u/3)(gamma - 1)), I = [1 - exp(-uL/D)]/u.
 */
export function thinDiscDensityWithTurningWind(
  surfaceRate: number,
  windKpcPerMyr: number,
  diffusionKpc2PerMyr: number,
  halfThicknessKpc: number,
  gamma: number,
): number {
  const residence = thinDiscDensityWithWind(2, windKpcPerMyr, diffusionKpc2PerMyr, halfThicknessKpc);
  return surfaceRate / (2 / residence + ((2 * windKpcPerMyr) / 3) * (gamma - 1));
}

/**
 * The same for sources of any height, of which S(z) are between 0 and z: J / (1 + I (u/3)(gamma - 1)), J the integral of
 * S e^(-uz/D)/D. Without the loss where gamma is 1.
 */
export function extendedSourceDensityWithTurningWind(
  rateBelow: OfHeight,
  windKpcPerMyr: number,
  diffusionKpc2PerMyr: number,
  halfThicknessKpc: number,
  gamma: number,
  panels = 200,
): number {
  const inverse = windKpcPerMyr / diffusionKpc2PerMyr;
  const injected = integrate(
    (z) => (rateBelow(z) * Math.exp(-inverse * z)) / diffusionKpc2PerMyr,
    0,
    halfThicknessKpc,
    panels,
  );
  const residence = thinDiscDensityWithWind(2, windKpcPerMyr, diffusionKpc2PerMyr, halfThicknessKpc);
  return injected / (1 + (residence * windKpcPerMyr * (gamma - 1)) / 3);
}
