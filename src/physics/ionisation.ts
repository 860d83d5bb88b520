/**
 * Energy lost to ionising neutral gas. Rates are for one hydrogen atom per cm^3, in atoms or molecules, and
 * 0.11 helium atoms with it; multiply by the density.
 */
import { betaFromMomentum, lorentzFactorFromMomentum, type MomentumGeV } from './kinematics';
import type { Species } from './species';
import {
  collisionalLossScaleEVCm3PerS,
  electronMassEV,
  electronMassGeV,
  gevPerMyrPerEVPerS,
  heliumToHydrogenRatio,
} from './units';

/** Mean excitation energies for nuclei, eV (Mannheim & Schlickeiser 1994). */
const nucleusExcitationEV = { hydrogen: 19, helium: 44 };
/** Ionisation energies for electrons, eV. */
const electronExcitationEV = { hydrogen: 13.6, helium: 24.59 };

/**
 * Least logarithm of the stopping number: where it would fall below (under 14 keV in hydrogen, 33 keV in helium), the formula has ended. Were losses to end
 * with it, what they have brought down there would be reaccelerated, and come back.
 */
const leastStoppingNumber = 1;

/** B of Mannheim & Schlickeiser for one gas. */
function stoppingNumber(
  betaGamma2: number,
  beta2: number,
  largestTransferEV: number,
  excitationEV: number,
): number {
  const logarithm = Math.log((2 * electronMassEV * betaGamma2 * largestTransferEV) / excitationEV ** 2);
  return Math.max(logarithm - 2 * beta2, leastStoppingNumber);
}

function nucleusLossEVPerS(species: Species, momentum: MomentumGeV): number {
  const gamma = lorentzFactorFromMomentum(species, momentum);
  const beta = betaFromMomentum(species, momentum);
  const betaGamma2 = (momentum / species.massGeV) ** 2;
  const massRatio = electronMassGeV / (species.massNumber * species.massGeV);
  const largestTransferEV = (2 * electronMassEV * betaGamma2) / (1 + 2 * gamma * massRatio);
  const hydrogen = stoppingNumber(betaGamma2, beta * beta, largestTransferEV, nucleusExcitationEV.hydrogen);
  const helium = stoppingNumber(betaGamma2, beta * beta, largestTransferEV, nucleusExcitationEV.helium);
  const scale = (2 * collisionalLossScaleEVCm3PerS * species.chargeNumber ** 2) / beta;
  return scale * (hydrogen + heliumToHydrogenRatio * helium);
}

function leptonLossEVPerS(species: Species, momentum: MomentumGeV): number {
  const gamma = lorentzFactorFromMomentum(species, momentum);
  const beta = betaFromMomentum(species, momentum);
  const t = (momentum / species.massGeV) ** 2 / (gamma + 1);
  const electronsPerHydrogen = 1 + 2 * heliumToHydrogenRatio;
  const bracket =
    Math.log((t * t * (t + 2)) / 2) +
    (t * t * 0.125 - (2 * t + 1) * Math.LN2) / (t + 1) ** 2 +
    1 / (gamma * gamma);
  const excitation =
    2 * Math.log(electronExcitationEV.hydrogen / electronMassEV) +
    4 * heliumToHydrogenRatio * Math.log(electronExcitationEV.helium / electronMassEV);
  return (
    ((2 * collisionalLossScaleEVCm3PerS) / beta) * Math.max(electronsPerHydrogen * bracket - excitation, 0)
  );
}

/**
 * -dE/dt of the whole particle in eV/s per hydrogen atom per cm^3.
 *
 * Nuclei: Mannheim & Schlickeiser 1994, Strong & Moskalenko 1998. Leptons: Ginzburg 1979 in the form of GALPROP.
 */
export function ionisationEnergyLossEVPerS(species: Species, momentum: MomentumGeV): number {
  return species.kind === 'nucleus'
    ? nucleusLossEVPerS(species, momentum)
    : leptonLossEVPerS(species, momentum);
}

/** -dp/dt in GeV/Myr (per nucleon for nuclei) per hydrogen atom per cm^3. */
export function ionisationMomentumLoss(species: Species, momentum: MomentumGeV): number {
  const perNucleon = ionisationEnergyLossEVPerS(species, momentum) / species.massNumber;
  return (perNucleon * gevPerMyrPerEVPerS) / betaFromMomentum(species, momentum);
}
