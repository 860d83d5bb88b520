/** Inelastic collisions of protons with the gas, which remove them (secondary protons are left out). */
import { betaFromMomentum, kineticEnergyFromMomentum, type MomentumGeV } from './kinematics';
import type { Species } from './species';
import { collisionRatePerMyrPerMb, heliumToHydrogenRatio, protonMassGeV } from './units';

/** Proton-proton inelastic cross section in mb at a kinetic energy in GeV (Kafexhiu et al. 2014, Eq. 1). */
export function ppInelasticCrossSectionMb(kineticEnergyGeV: number): number {
  const x = kineticEnergyGeV / 0.2797;
  if (x <= 1) return 0;
  const logX = Math.log(x);
  return (30.7 - 0.96 * logX + 0.18 * logX * logX) * (1 - x ** -1.9) ** 3;
}

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

/**
 * Proton-helium inelastic cross section, mb, on kinetic energies in GeV: what DRAGON v1.0 (2016) gives with
 * Barashenkov & Polanski's tables (its total less the proton-proton part). Constant outside.
 */
const heliumEnergiesGeV = [
  0.1, 0.12, 0.144, 0.1728, 0.20736, 0.24883, 0.2986, 0.35832, 0.42998, 0.51598, 0.61917, 0.74301, 0.89161,
  1.0699, 1.5407, 2.2186, 3.1948, 4.6005, 6.6247, 9.5396, 13.737, 19.781, 34.182, 59.067, 102.07, 211.65,
  365.73, 526.65, 910.04, 1092,
];
const heliumCrossSectionsMb = [
  82, 80, 78, 78, 77, 77, 79.92, 84.67, 89.8, 94.96, 100.96, 106.29, 108, 108.56, 112.16, 114, 113.8, 112.4,
  110.38, 109.15, 107.88, 106.07, 105.06, 103.46, 101.02, 102.12, 103.66, 105.11, 106.64, 107,
];

/** Proton-helium inelastic cross section in mb at a kinetic energy in GeV. */
export function protonHeliumCrossSectionMb(kineticEnergyGeV: number): number {
  const last = heliumEnergiesGeV.length - 1;
  if (kineticEnergyGeV <= heliumEnergiesGeV[0]!) return heliumCrossSectionsMb[0]!;
  if (kineticEnergyGeV >= heliumEnergiesGeV[last]!) return heliumCrossSectionsMb[last]!;
  let i = 0;
  while (heliumEnergiesGeV[i + 1]! <= kineticEnergyGeV) i++;
  const t =
    Math.log(kineticEnergyGeV / heliumEnergiesGeV[i]!) /
    Math.log(heliumEnergiesGeV[i + 1]! / heliumEnergiesGeV[i]!);
  return heliumCrossSectionsMb[i]! + t * (heliumCrossSectionsMb[i + 1]! - heliumCrossSectionsMb[i]!);
}

/** Cross section in mb of one hydrogen atom with its 0.11 helium atoms, as in DRAGON v1.0. */
export function inelasticCrossSectionPerAtomMb(kineticEnergyGeV: number): number {
  return (
    tanNgCrossSectionMb(kineticEnergyGeV) +
    heliumToHydrogenRatio * protonHeliumCrossSectionMb(kineticEnergyGeV)
  );
}

/** Inelastic collisions per Myr for one hydrogen atom per cm^3 (with its helium); 0 for leptons. */
export function inelasticRatePerMyrPerAtom(species: Species, momentum: MomentumGeV): number {
  if (species.kind === 'lepton') return 0;
  const energy = kineticEnergyFromMomentum(species, momentum);
  return (
    inelasticCrossSectionPerAtomMb(energy) * betaFromMomentum(species, momentum) * collisionRatePerMyrPerMb
  );
}
