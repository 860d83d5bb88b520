/** Inelastic collisions of antiprotons with the gas. Apart from those of protons, so that they come with what is born of collisions. */
import { tanNgCrossSectionMb } from './inelastic';
import { protonHeliumCrossSectionMb } from './protonHelium';
import { type Species, speciesTable } from './species';
import { heliumToHydrogenRatio, protonMassGeV } from './units';

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

/** Lost whether they annihilate or not: what goes on with less energy is born again. */
function lostPerAtomMb(kineticEnergyGeV: number): number {
  const { annihilating, nonAnnihilating } = antiprotonPerAtomMb(kineticEnergyGeV);
  return annihilating + nonAnnihilating;
}

/** With its cross section. */
export const collidingAntiproton: Species = { ...speciesTable.pbar, inelasticPerAtomMb: lostPerAtomMb };
