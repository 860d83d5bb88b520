/** Inelastic collisions with the gas, which remove protons (secondary protons are left out), antiprotons and nuclei. */
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

/** Of an antiproton, mb: `annihilating` ends it; after the rest of the collisions it goes on with less energy. */
export interface AntiprotonCrossSection {
  readonly annihilating: number;
  readonly nonAnnihilating: number;
}

/** On hydrogen: Tan & Ng 1983 in the form of GALPROP. */
export function antiprotonOnHydrogenMb(kineticEnergyGeV: number): AntiprotonCrossSection {
  const invariantMassSquared = 2 * protonMassGeV * (kineticEnergyGeV + 2 * protonMassGeV);
  const fitted =
    kineticEnergyGeV < 10
      ? 661 * (1 + 0.0115 / kineticEnergyGeV ** 0.774 - 0.948 * kineticEnergyGeV ** 0.0151)
      : (2 * 35.43) / invariantMassSquared ** 0.56;
  const inelastic =
    kineticEnergyGeV <= 14
      ? 24.7 * (1 + 0.584 / kineticEnergyGeV ** 0.115 + 0.856 / kineticEnergyGeV ** 0.566)
      : tanNgCrossSectionMb(kineticEnergyGeV) + fitted;
  const annihilating = Math.min(fitted, inelastic);
  return { annihilating, nonAnnihilating: inelastic - annihilating };
}

/** On helium, in the form of GALPROP: what does not annihilate is as for a proton; above 5 GeV annihilation is as on hydrogen. */
function antiprotonOnHeliumMb(kineticEnergyGeV: number): AntiprotonCrossSection {
  const nonAnnihilating = protonHeliumCrossSectionMb(kineticEnergyGeV);
  const onHydrogen = antiprotonOnHydrogenMb(kineticEnergyGeV).annihilating;
  if (kineticEnergyGeV > 5) return { annihilating: onHydrogen, nonAnnihilating };
  const total =
    3.3 ** (2 / 3) *
    (48.2 +
      19 / kineticEnergyGeV ** 0.55 +
      2 * (0.1 - 0.18 / kineticEnergyGeV ** 1.2) +
      0.0048 / kineticEnergyGeV ** 1.5);
  return { annihilating: Math.max(total - nonAnnihilating, onHydrogen), nonAnnihilating };
}

function antiprotonPerAtomMb(kineticEnergyGeV: number): AntiprotonCrossSection {
  const hydrogen = antiprotonOnHydrogenMb(kineticEnergyGeV);
  const helium = antiprotonOnHeliumMb(kineticEnergyGeV);
  return {
    annihilating: hydrogen.annihilating + heliumToHydrogenRatio * helium.annihilating,
    nonAnnihilating: hydrogen.nonAnnihilating + heliumToHydrogenRatio * helium.nonAnnihilating,
  };
}

/** What an antiproton survives with less energy, mb for one hydrogen atom with its helium: the source of tertiary antiprotons. */
export function antiprotonNonAnnihilatingPerAtomMb(kineticEnergyGeV: number): number {
  return antiprotonPerAtomMb(kineticEnergyGeV).nonAnnihilating;
}

/** Of one hydrogen atom with its helium; antiprotons are lost whether they annihilate or not. */
function crossSectionPerAtomMb(species: Species, energy: number): number {
  if (species.kind === 'lepton') return 0;
  if (species.inelasticPerAtomMb) return species.inelasticPerAtomMb(energy);
  if (species.chargeNumber > 0) return inelasticCrossSectionPerAtomMb(energy);
  const { annihilating, nonAnnihilating } = antiprotonPerAtomMb(energy);
  return annihilating + nonAnnihilating;
}

/** Inelastic collisions per Myr for one hydrogen atom per cm^3 (with its helium); 0 for leptons. */
export function inelasticRatePerMyrPerAtom(species: Species, momentum: MomentumGeV): number {
  const energy = kineticEnergyFromMomentum(species, momentum);
  return (
    crossSectionPerAtomMb(species, energy) * betaFromMomentum(species, momentum) * collisionRatePerMyrPerMb
  );
}
