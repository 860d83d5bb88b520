/** Inelastic cross sections of nuclei from helium on, by which collisions with the gas end them. */
import { crosecEnergies, crosecRows } from './crosec';
import { atLogEnergy } from './logTable';
import { protonHeliumCrossSectionMb } from './protonHelium';
import type { NuclideId, Species } from './species';
import { heliumToHydrogenRatio } from './units';

type Nucleus = { readonly id: NuclideId } & Pick<Species, 'massNumber' | 'chargeNumber'>;

/** Cross section on hydrogen at high energies by mass number after Letaw, Silberberg & Tsao 1983, mb. */
function letawHighEnergyMb(massNumber: number): number {
  return 45 * massNumber ** 0.7 * (1 + 0.016 * Math.sin(5.3 - 2.63 * Math.log(massNumber)));
}

/** How they have it vary with energy; beryllium has a factor of its own. */
function letawShape({ chargeNumber }: Nucleus, kineticEnergyPerNucleonGeV: number): number {
  const energyMeV = kineticEnergyPerNucleonGeV * 1e3;
  const ofBeryllium = chargeNumber === 4 ? 1 + 0.75 * Math.exp(-energyMeV / 75) : 1;
  return (1 - 0.62 * Math.exp(-energyMeV / 200) * Math.sin(10.9 * energyMeV ** -0.28)) * ofBeryllium;
}

const logCrosecEnergies = crosecEnergies.map(Math.log);
const lowestCrosecEnergy = crosecEnergies[0]!;

/** Where CROSEC has no row: it has that of the next charge of the same mass for it. */
const crosecOf: Record<Exclude<NuclideId, 'He3' | 'He4'>, readonly number[]> = {
  ...crosecRows,
  Be7: crosecRows.Li7,
  Be10: crosecRows.B10,
};

/**
 * Inelastic cross section of a nucleus on hydrogen, mb. CROSEC above 0.1 GeV per nucleon, below with the shape of Letaw et al.
 * Helium-4 is the proton on helium; helium-3 follows it, smaller as Letaw et al. have it (0.81).
 */
export function nucleusCrossSectionMb(nucleus: Nucleus, kineticEnergyPerNucleonGeV: number): number {
  if (nucleus.id === 'He4') return protonHeliumCrossSectionMb(kineticEnergyPerNucleonGeV);
  if (nucleus.id === 'He3') {
    const smaller = letawHighEnergyMb(3) / letawHighEnergyMb(4);
    return smaller * protonHeliumCrossSectionMb(kineticEnergyPerNucleonGeV);
  }
  const row = crosecOf[nucleus.id];
  const tabulated = atLogEnergy(logCrosecEnergies, row, Math.log(kineticEnergyPerNucleonGeV));
  if (kineticEnergyPerNucleonGeV >= lowestCrosecEnergy) return tabulated;
  const shape = letawShape(nucleus, kineticEnergyPerNucleonGeV) / letawShape(nucleus, lowestCrosecEnergy);
  return tabulated * shape;
}

/** The same of one hydrogen atom with its helium, whose part is that of Ferrando et al. 1988: 2.10 / A^0.055 of hydrogen. */
export function nucleusCrossSectionPerAtomMb(nucleus: Nucleus, kineticEnergyPerNucleonGeV: number): number {
  const onHelium = (heliumToHydrogenRatio * 2.1) / nucleus.massNumber ** 0.055;
  return (1 + onHelium) * nucleusCrossSectionMb(nucleus, kineticEnergyPerNucleonGeV);
}
