/** Inelastic collisions with the gas, which remove protons (secondary protons are left out), and others by their own cross sections. */
import { betaFromMomentum, kineticEnergyFromMomentum, type MomentumGeV } from './kinematics';
import { protonHeliumCrossSectionMb } from './protonHelium';
import type { Species } from './species';
import { collisionRatePerMyrPerMb, heliumToHydrogenRatio, protonMassGeV } from './units';

/**
 * Proton-proton inelastic cross section in mb at a kinetic energy in GeV (Tan & Ng 1983), with the low-energy
 * factor and the threshold at 0.3 GeV that GALPROP and DRAGON use.
 */
export function tanNgCrossSectionMb(kineticEnergyGeV: number): number {
  if (kineticEnergyGeV <= 0.3) return 0;
  const u = Math.log((kineticEnergyGeV + protonMassGeV) / 200);
  const high = 32.2 * (1 + 0.0273 * u + (u > 0 ? 0.01 * u * u : 0));
  if (kineticEnergyGeV >= 3) return high;
  const logE = Math.log(kineticEnergyGeV);
  return high / (1 + 0.00262 / kineticEnergyGeV ** (17.9 + 13.8 * logE + 4.41 * logE * logE));
}

/** Cross section in mb of a proton on one hydrogen atom with its 0.11 helium atoms, as in DRAGON v1.0. */
export function inelasticCrossSectionPerAtomMb(kineticEnergyGeV: number): number {
  return (
    tanNgCrossSectionMb(kineticEnergyGeV) +
    heliumToHydrogenRatio * protonHeliumCrossSectionMb(kineticEnergyGeV)
  );
}

/** Of one hydrogen atom with its helium. */
function crossSectionPerAtomMb(species: Species, energy: number): number {
  if (species.kind === 'lepton') return 0;
  if (species.inelasticPerAtomMb) return species.inelasticPerAtomMb(energy);
  if (species.chargeNumber < 0) throw new Error('antiprotonInelastic.ts has the antiproton that collides');
  return inelasticCrossSectionPerAtomMb(energy);
}

/** Inelastic collisions per Myr for one hydrogen atom per cm^3 (with its helium); 0 for leptons. */
export function inelasticRatePerMyrPerAtom(species: Species, momentum: MomentumGeV): number {
  const energy = kineticEnergyFromMomentum(species, momentum);
  return (
    crossSectionPerAtomMb(species, energy) * betaFromMomentum(species, momentum) * collisionRatePerMyrPerMb
  );
}
