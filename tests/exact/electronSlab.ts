/**
 * Electrons in a uniform slab: D = D0' E^delta with delta < 1, losses dE/dt = -b0 E^2, thin disc of sources.
 * Energies in GeV; Q is the rate per area and GeV.
 */
import { slabGreensFunction } from '../../src/physics/burst';
import { integrate } from '../../src/physics/quadrature';

export interface ElectronSlab {
  /** D at 1 GeV, kpc^2/Myr. */
  readonly diffusionAt1GeV: number;
  readonly slope: number;
  /** b0, 1/(GeV Myr). */
  readonly lossPerGeVMyr: number;
  /** Infinity for no boundary. */
  readonly halfThicknessKpc: number;
}

/** Integral of D/b from E to E_s, kpc^2: half the mean squared distance walked while cooling. */
export function diffusionSquared(slab: ElectronSlab, energyGeV: number, sourceEnergyGeV: number): number {
  const scale = slab.diffusionAt1GeV / (slab.lossPerGeVMyr * (1 - slab.slope));
  return scale * (energyGeV ** (slab.slope - 1) - sourceEnergyGeV ** (slab.slope - 1));
}

/** Density in the plane, per GeV, by quadrature over the distance walked (the square root takes out G's pole). */
export function electronSlabDensity(
  slab: ElectronSlab,
  injection: (energyGeV: number) => number,
  energyGeV: number,
  panels = 200,
): number {
  const scale = slab.diffusionAt1GeV / (slab.lossPerGeVMyr * (1 - slab.slope));
  const power = 1 / (slab.slope - 1);
  const farthest = scale * energyGeV ** (slab.slope - 1);
  const integral = integrate(
    (s) => {
      const squared = s * s;
      const sourceEnergy = ((farthest - squared) / scale) ** power;
      const lossOverDiffusion =
        (slab.lossPerGeVMyr / slab.diffusionAt1GeV) * sourceEnergy ** (2 - slab.slope);
      const green = slabGreensFunction(squared, slab.halfThicknessKpc);
      return 2 * s * injection(sourceEnergy) * green * lossOverDiffusion;
    },
    0,
    Math.sqrt(farthest),
    panels,
  );
  return integral / (slab.lossPerGeVMyr * energyGeV * energyGeV);
}

/** The same for Q = E^-gamma and no boundary, in closed form with the Beta integral. */
export function unboundedElectronDensity(slab: ElectronSlab, gamma: number, energyGeV: number): number {
  const { slope, diffusionAt1GeV, lossPerGeVMyr } = slab;
  const a = (gamma - 1) / (1 - slope);
  // B(a, 1/2) with t = 1 - u^2: both ends are regular for a >= 1.
  const beta = integrate((u) => 2 * (1 - u * u) ** (a - 1), 0, 1, 40);
  const scale = 4 * Math.PI * diffusionAt1GeV * lossPerGeVMyr * (1 - slope);
  return (energyGeV ** (-gamma - (1 + slope) / 2) * beta) / Math.sqrt(scale);
}
