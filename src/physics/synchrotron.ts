/** Energy that electrons lose to synchrotron radiation, averaged over pitch angles. */
import { betaFromMomentum, type MomentumGeV } from './kinematics';
import type { Species } from './species';
import {
  cm2PerMb,
  electronMassEV,
  gevPerMyrPerEVPerS,
  magneticEnergyEVPerCm3PerMicroGauss2,
  speedOfLightCmPerS,
  thomsonCrossSectionMb,
} from './units';

/** Energy density of a magnetic field, eV/cm^3. */
export function magneticEnergyEVPerCm3(strengthMicroGauss: number): number {
  return magneticEnergyEVPerCm3PerMicroGauss2 * strengthMicroGauss * strengthMicroGauss;
}

/**
 * (4/3) sigma_T c (p/mc)^2 in eV/s per eV/cm^3 of target energy: the loss of an electron to a magnetic
 * field, or to light of any colour in the Thomson limit. Zero for nuclei.
 */
export function thomsonEnergyLossEVPerS(species: Species, momentum: MomentumGeV): number {
  if (species.kind === 'nucleus') return 0;
  const momentumRatio = (momentum * 1e9) / electronMassEV;
  return (4 / 3) * thomsonCrossSectionMb * cm2PerMb * speedOfLightCmPerS * momentumRatio * momentumRatio;
}

/** -dp/dt in GeV/Myr per eV/cm^3 of magnetic energy. */
export function synchrotronMomentumLoss(species: Species, momentum: MomentumGeV): number {
  return (
    (thomsonEnergyLossEVPerS(species, momentum) * gevPerMyrPerEVPerS) / betaFromMomentum(species, momentum)
  );
}
