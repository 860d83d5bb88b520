/**
 * Electrons and positrons that protons and helium make in the gas.
 *
 * On hydrogen, protons: the fit of Kamae et al. below 5 GeV, AAfrag (QGSJET-II-04m) above 30 GeV, between them the mean with weights
 * linear in ln T. Kamae's multiplicities agree with data on pions at 3 to 9 GeV, where AAfrag has 20 % fewer positrons; above 50 GeV his
 * electrons are 40 % too few. Helium is a factor on that at the same energy per nucleon: AAfrag on a spectrum of E^-2.7, good to 5 %
 * from 1 GeV on.
 */
import { lastUsed } from '../memo/lastUsed';
import { memoByIdentity } from '../memo/memoByIdentity';
import { aafragLeastLeptonGeV, aafragLines, aafragProtonsGeV } from './aafragTable';
import type { Projectile } from './antiprotonFormula';
import { kamaeSpectrum, type SecondaryLepton } from './kamae';
import { numbersIn, numbersOfDifferences } from './logTable';
import { heliumToHydrogenRatio } from './units';

export type { SecondaryLepton } from './kamae';

/** Carbon to silicon and iron make 6 % more than protons and helium. */
export const heavierNucleiLeptonFactor = 1.06;

/** Cross sections of a pair as multiples of that of two protons. */
const pairFactors: Record<
  SecondaryLepton,
  { readonly pHe: number; readonly HeP: number; readonly HeHe: number }
> = {
  'e+': { pHe: 3.3, HeP: 3.75, HeHe: 11.5 },
  'e-': { pHe: 3.5, HeP: 4.6, HeHe: 14.6 },
};

function factorPerAtom(lepton: SecondaryLepton, projectile: Projectile): number {
  const { pHe, HeP, HeHe } = pairFactors[lepton];
  return projectile === 'p' ? 1 + heliumToHydrogenRatio * pHe : HeP + heliumToHydrogenRatio * HeHe;
}

/** Kinetic energies of protons in GeV up to which the one source holds, and from which the other. */
const kamaeUpToGeV = 5;
const aafragFromGeV = 30;

/** Each line of the table: lg(E d sigma/dE in mb) at equal steps of ln E up to the proton's. */
function readLines(lines: string): readonly (readonly number[])[] {
  return lines.split('\n').map((line) => numbersOfDifferences(line).map((thousandths) => thousandths / 1000));
}

/** Linear between the steps of a line, and on below its first. */
function along(line: readonly number[], place: number): number {
  const i = Math.min(Math.max(Math.floor(place), 0), line.length - 2);
  return line[i]! + (place - i) * (line[i + 1]! - line[i]!);
}

/**
 * E d sigma/dE in mb after AAfrag. Between two protons of the table at the same place between the least energy and the proton's: so what is
 * slow keeps its energy and what is fast its share of the proton's. Above the last proton, that one's.
 */
function readAafrag(): (lepton: SecondaryLepton, protonGeV: number, leptonGeV: number) => number {
  const logProtons = numbersIn(aafragProtonsGeV).map(Math.log);
  const lines = { 'e+': readLines(aafragLines['e+']), 'e-': readLines(aafragLines['e-']) };
  const logLeast = Math.log(aafragLeastLeptonGeV);
  return (lepton, protonGeV, leptonGeV) => {
    if (leptonGeV >= protonGeV) return 0;
    const logProton = Math.log(protonGeV);
    const next = logProtons.findIndex((one) => one > logProton);
    const high = next === -1 ? logProtons.length - 1 : Math.max(next, 1);
    const share = Math.min(
      (logProton - logProtons[high - 1]!) / (logProtons[high]! - logProtons[high - 1]!),
      1,
    );
    const [low, above] = [lines[lepton][high - 1]!, lines[lepton][high]!];
    const place = ((Math.log(leptonGeV) - logLeast) / (logProton - logLeast)) * (low.length - 1);
    return 10 ** (along(low, place) + share * (along(above, place) - along(low, place)));
  };
}

export interface SecondaryLeptonYield {
  /**
   * d sigma/dE in mb/GeV for one hydrogen atom of the gas with its helium. `projectileGeV` is the kinetic energy per nucleon of what comes,
   * `leptonGeV` the total energy of what is made.
   */
  mbPerGeV(lepton: SecondaryLepton, projectile: Projectile, projectileGeV: number, leptonGeV: number): number;
}

/** Protons whose coefficients are kept: as many as a grid of energies has below 30 GeV. */
const keptSpectra = 256;

/** E d sigma/dE in mb of two protons. */
function protonProton(): (lepton: SecondaryLepton, protonGeV: number, leptonGeV: number) => number {
  const aafrag = readAafrag();
  const spectra = {
    'e+': lastUsed<number, ReturnType<typeof kamaeSpectrum>>(keptSpectra),
    'e-': lastUsed<number, ReturnType<typeof kamaeSpectrum>>(keptSpectra),
  };
  const kamae = (lepton: SecondaryLepton, protonGeV: number, leptonGeV: number) =>
    spectra[lepton].getOr(protonGeV, () => kamaeSpectrum(lepton, protonGeV))?.(leptonGeV) ?? 0;
  return (lepton, protonGeV, leptonGeV) => {
    if (protonGeV <= kamaeUpToGeV) return kamae(lepton, protonGeV, leptonGeV);
    if (protonGeV >= aafragFromGeV) return aafrag(lepton, protonGeV, leptonGeV);
    const share = Math.log(protonGeV / kamaeUpToGeV) / Math.log(aafragFromGeV / kamaeUpToGeV);
    return (1 - share) * kamae(lepton, protonGeV, leptonGeV) + share * aafrag(lepton, protonGeV, leptonGeV);
  };
}

/** The yield, whose table is read when it is first asked for. */
export const secondaryLeptonYield = memoByIdentity((): SecondaryLeptonYield => {
  const spectrum = protonProton();
  return {
    mbPerGeV: (lepton, projectile, projectileGeV, leptonGeV) =>
      (factorPerAtom(lepton, projectile) * spectrum(lepton, projectileGeV, leptonGeV)) / leptonGeV,
  };
});
