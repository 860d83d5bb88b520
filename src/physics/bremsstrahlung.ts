/** Energy that electrons lose to braking radiation on gas (Ginzburg 1979; Strong & Moskalenko 1998, GALPROP). */
import { betaFromMomentum, lorentzFactorFromMomentum, type MomentumGeV } from './kinematics';
import type { Species } from './species';
import {
  collisionalLossScaleEVCm3PerS,
  electronMassEV,
  fineStructureConstant,
  gevPerMyrPerEVPerS,
  heliumToHydrogenRatio,
  speedOfLightCmPerS,
} from './units';

/** alpha r_e^2 c m_e c^2, eV cm^3 / s. */
const scale = (fineStructureConstant * collisionalLossScaleEVCm3PerS) / Math.PI;
/** Radiation lengths (g/cm^2) and masses of one atom (g). */
const hydrogen = { massG: 1.67e-24, radiationLength: 62.8 };
const helium = { massG: 6.64e-24, radiationLength: 93.1 };
/** Share of the energy lost per cm of path in one hydrogen atom per cm^3 with its helium, fully screened. */
const screenedPerCm =
  hydrogen.massG / hydrogen.radiationLength + (heliumToHydrogenRatio * helium.massG) / helium.radiationLength;
/** Lorentz factors between which the unscreened loss goes over, linearly, into the screened one. */
const unscreenedBelow = 100;
const screenedAbove = 800;

function unscreened(gamma: number): number {
  return 4 * scale * gamma * (2 + 6 * heliumToHydrogenRatio) * (Math.log(2 * gamma) - 1 / 3);
}

function screened(gamma: number): number {
  return gamma * electronMassEV * speedOfLightCmPerS * screenedPerCm;
}

/**
 * -dE/dt in eV/s per neutral hydrogen atom per cm^3 (with 0.11 helium); zero for nuclei.
 *
 * The straight line between Lorentz factors 100 and 800 is good to about 10 %.
 */
export function neutralBremsstrahlungEVPerS(species: Species, momentum: MomentumGeV): number {
  if (species.kind === 'nucleus') return 0;
  const gamma = lorentzFactorFromMomentum(species, momentum);
  if (gamma < unscreenedBelow) return Math.max(unscreened(gamma), 0);
  if (gamma > screenedAbove) return screened(gamma);
  const t = (gamma - unscreenedBelow) / (screenedAbove - unscreenedBelow);
  return (1 - t) * unscreened(unscreenedBelow) + t * screened(screenedAbove);
}

/** -dE/dt in eV/s per ionised hydrogen atom per cm^3; zero for nuclei. */
export function plasmaBremsstrahlungEVPerS(species: Species, momentum: MomentumGeV): number {
  if (species.kind === 'nucleus') return 0;
  const gamma = lorentzFactorFromMomentum(species, momentum);
  return 8 * scale * gamma * (Math.log(2 * gamma) - 1 / 3);
}

/** -dp/dt in GeV/Myr per neutral hydrogen atom per cm^3. */
export function neutralBremsstrahlungMomentumLoss(species: Species, momentum: MomentumGeV): number {
  const loss = neutralBremsstrahlungEVPerS(species, momentum) * gevPerMyrPerEVPerS;
  return loss / betaFromMomentum(species, momentum);
}

/** -dp/dt in GeV/Myr per ionised hydrogen atom per cm^3. */
export function plasmaBremsstrahlungMomentumLoss(species: Species, momentum: MomentumGeV): number {
  const loss = plasmaBremsstrahlungEVPerS(species, momentum) * gevPerMyrPerEVPerS;
  return loss / betaFromMomentum(species, momentum);
}
