/** Inelastic cross sections of nuclei from helium on, by which collisions with the gas end them. */
import { crosecEnergies, crosecRows } from './crosec';
import { atLogEnergy } from './logTable';
import { type Nuclide, type NuclideId, nuclideTable } from './nuclides';
import { protonHeliumCrossSectionMb } from './protonHelium';
import { heliumToHydrogenRatio } from './units';

/** How a cross section on hydrogen varies with mass number and energy after Letaw, Silberberg & Tsao 1983, mb. */
function letawCrossSectionMb({ element, massNumber }: Nuclide, kineticEnergyPerNucleonGeV: number): number {
  const energyMeV = kineticEnergyPerNucleonGeV * 1e3;
  const highEnergy = 45 * massNumber ** 0.7 * (1 + 0.016 * Math.sin(5.3 - 2.63 * Math.log(massNumber)));
  const resonance = 1 - 0.62 * Math.exp(-energyMeV / 200) * Math.sin(10.9 * energyMeV ** -0.28);
  const ofBeryllium = element === 'Be' ? 1 + 0.75 * Math.exp(-energyMeV / 75) : 1;
  return highEnergy * resonance * ofBeryllium;
}

const logCrosecEnergies = crosecEnergies.map(Math.log);
const lowestCrosecEnergy = crosecEnergies[0]!;

/** Nuclides without a row of their own: CROSEC has those of the next charge of the same mass. */
const crosecStandIns = { Be7: crosecRows.Li7, Be10: crosecRows.B10 } as const;
const crosecOf: Record<Exclude<NuclideId, 'He3' | 'He4'>, readonly number[]> = {
  ...crosecRows,
  ...crosecStandIns,
};

/**
 * Inelastic cross section of a nucleus on hydrogen, mb. CROSEC above 0.1 GeV per nucleon, below with the shape of Letaw et al.
 * Helium-4 is the proton on helium; helium-3 follows it, smaller as Letaw et al. have it (0.81).
 */
export function nucleusCrossSectionMb(id: NuclideId, kineticEnergyPerNucleonGeV: number): number {
  const nuclide = nuclideTable[id];
  if (id === 'He4') return protonHeliumCrossSectionMb(kineticEnergyPerNucleonGeV);
  if (id === 'He3') {
    const smaller =
      letawCrossSectionMb(nuclide, lowestCrosecEnergy) /
      letawCrossSectionMb(nuclideTable.He4, lowestCrosecEnergy);
    return smaller * protonHeliumCrossSectionMb(kineticEnergyPerNucleonGeV);
  }
  const tabulated = atLogEnergy(logCrosecEnergies, crosecOf[id], Math.log(kineticEnergyPerNucleonGeV));
  if (kineticEnergyPerNucleonGeV >= lowestCrosecEnergy) return tabulated;
  const shape =
    letawCrossSectionMb(nuclide, kineticEnergyPerNucleonGeV) /
    letawCrossSectionMb(nuclide, lowestCrosecEnergy);
  return tabulated * shape;
}

/** The same of one hydrogen atom with its helium, whose part is that of Ferrando et al. 1988: 2.10 / A^0.055 of hydrogen. */
export function nucleusCrossSectionPerAtomMb(id: NuclideId, kineticEnergyPerNucleonGeV: number): number {
  const onHelium = (heliumToHydrogenRatio * 2.1) / nuclideTable[id].massNumber ** 0.055;
  return (1 + onHelium) * nucleusCrossSectionMb(id, kineticEnergyPerNucleonGeV);
}
