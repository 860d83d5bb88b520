/**
 * Energy lost to the free electrons of ionised gas.
 *
 * The Coulomb logarithm holds the density itself, so the loss is n A(p) - n ln(n) B(p) with n in cm^-3: two
 * terms, each a density times a function of momentum, which is what `losses.ts` needs.
 */
import { betaFromMomentum, lorentzFactorFromMomentum, type MomentumGeV } from './kinematics';
import type { Species } from './species';
import {
  boltzmannEVPerK,
  classicalElectronRadiusCm,
  collisionalLossScaleEVCm3PerS,
  electronMassEV,
  electronMassGeV,
  gevPerMyrPerEVPerS,
  hbarCEVCm,
} from './units';

/** Temperature of the ionised gas. */
const electronTemperatureK = 1e4;
/** Square of the plasma energy for one electron per cm^3, eV^2. */
const plasmaEnergySquaredEV2 = 4 * Math.PI * classicalElectronRadiusCm * hbarCEVCm ** 2;
/** Cube of the speed (in c) below which the plasma electrons are faster than the nucleus. */
const thermalSpeedCubed =
  0.75 * Math.sqrt(Math.PI) * ((2 * boltzmannEVPerK * electronTemperatureK) / electronMassEV) ** 1.5;

/** Loss in eV/s = n * atUnitDensity - n ln(n) * perLogDensity, n in electrons per cm^3. */
interface CoulombLoss {
  readonly atUnitDensity: number;
  readonly perLogDensity: number;
}

function nucleusLoss(species: Species, momentum: MomentumGeV): CoulombLoss {
  const gamma = lorentzFactorFromMomentum(species, momentum);
  const beta = betaFromMomentum(species, momentum);
  const momentumRatio2 = (momentum / species.massGeV) ** 2;
  const massRatio = electronMassGeV / (species.massNumber * species.massGeV);
  // gamma^2 beta^4 = (beta gamma)^2 beta^2
  const largest = (4 * momentumRatio2 * beta * beta * electronMassEV ** 2) / (1 + 2 * gamma * massRatio);
  const thermal = beta ** 3 / (thermalSpeedCubed + beta ** 3);
  const scale = ((4 * collisionalLossScaleEVCm3PerS * species.chargeNumber ** 2) / beta) * thermal;
  return {
    atUnitDensity: scale * 0.5 * Math.log(largest / plasmaEnergySquaredEV2),
    perLogDensity: scale * 0.5,
  };
}

function leptonLoss(species: Species, momentum: MomentumGeV): CoulombLoss {
  const beta = betaFromMomentum(species, momentum);
  const energyEV = lorentzFactorFromMomentum(species, momentum) * electronMassEV;
  const scale = (2 * collisionalLossScaleEVCm3PerS) / beta;
  return {
    atUnitDensity: scale * (Math.log((energyEV * electronMassEV) / plasmaEnergySquaredEV2) - 0.75),
    perLogDensity: scale,
  };
}

/** Nuclei: Mannheim & Schlickeiser 1994. Leptons: Ginzburg 1979, Strong & Moskalenko 1998. */
function coulombLoss(species: Species, momentum: MomentumGeV): CoulombLoss {
  return species.kind === 'nucleus' ? nucleusLoss(species, momentum) : leptonLoss(species, momentum);
}

function toMomentumLoss(species: Species, momentum: MomentumGeV, energyLossEVPerS: number): number {
  return (energyLossEVPerS * gevPerMyrPerEVPerS) / species.massNumber / betaFromMomentum(species, momentum);
}

/** The part of -dp/dt that goes with n_e (cm^-3), GeV/Myr per nucleon. */
export function coulombMomentumLoss(species: Species, momentum: MomentumGeV): number {
  return toMomentumLoss(species, momentum, coulombLoss(species, momentum).atUnitDensity);
}

/** The part of -dp/dt that goes with n_e ln n_e (negative: denser plasma screens better), GeV/Myr per nucleon. */
export function coulombLogMomentumLoss(species: Species, momentum: MomentumGeV): number {
  return -toMomentumLoss(species, momentum, coulombLoss(species, momentum).perLogDensity);
}
