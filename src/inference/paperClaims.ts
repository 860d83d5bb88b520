/**
 * What Jin, Guo & Hu (2016, arXiv:1504.06903) claim, each claim with a criterion that any spectra can be held to. The page of
 * claims and tests/reference measure with the same functions and the same numbers.
 *
 * The paper states its claims in words. The criteria are those of PHYSICS 10.1, 10.5-10.9, loosened where the whole equation
 * moves a number that was derived there from diffusion alone; each such place says so.
 */

import { bandRatio } from '../measurements/compare';
import { tableById } from '../measurements/tables';
import type { MeasuredTable } from '../measurements/tableTypes';
import { diffusionLaw, injectionLaw } from '../model/laws';
import { modelParameters } from '../model/models';
import { type ExplorerParameters, isNumberParameter, parameterDefinition } from '../model/parameters/values';
import type { ObservableSpectrum, SpeciesKey, Spectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';
import { electronCoolingTimeMyr } from '../physics/diffusionLength';
import {
  betaAtRigidity,
  electronDiffusionLengthKpc,
  quotedEnergyGeV,
  quotedLengthsKpc,
} from '../physics/haloScales';
import { speciesTable } from '../physics/species';
import { twoZoneFlux } from '../physics/twoZone';
import { type ComparedCurve, fluxOnTable } from './spectrumOnTable';

export type PaperModel = 'thm' | 'cm';

/** The published tables that the claims are held to. */
export const claimTables = {
  amsProtons: 'ams02-2015-p',
  creamProtons: 'cream13-2017-p',
  amsElectrons: 'ams02-2014-electron-minus-positron',
} as const;

export type Range = readonly [from: number, to: number];

/** Mean of model over data in a range of the table's own abscissa; null if no point lies there. */
export function meanRatio(curve: ComparedCurve, table: MeasuredTable, [low, high]: Range): number | null {
  return bandRatio(fluxOnTable(curve, table), table, { low, high })?.ratio ?? null;
}

/** Model over data at each point of a table in a range of its own abscissa. */
export function pointRatios(spectrum: Spectrum, table: MeasuredTable, [low, high]: Range): readonly number[] {
  const flux = fluxOnTable(spectrum, table);
  return table.points
    .filter((point) => point.x >= low && point.x <= high)
    .map((point) => flux(point.x) / point.y);
}

type Interstellar = Pick<ObservableSpectrum, 'kineticEnergyGeV' | 'interstellar'>;

/** Interstellar flux, or ratio, at a kinetic energy (GeV, of nuclei per nucleon). */
export function interstellarAt({ kineticEnergyGeV, interstellar }: Interstellar, energyGeV: number): number {
  return interpolateLogLog(kineticEnergyGeV, interstellar, energyGeV);
}

export type ModelSpectra = Readonly<Record<PaperModel, Spectrum>>;

/** THM over CM, one at the energy of reference. */
export function thmOverCm(
  { thm, cm }: Readonly<Record<PaperModel, Interstellar>>,
  energyGeV: number,
  referenceGeV: number,
): number {
  const ratio = (energy: number) => interstellarAt(thm, energy) / interstellarAt(cm, energy);
  return ratio(energyGeV) / ratio(referenceGeV);
}

/** -d ln f / d ln x over a fifth of a decade. */
function fallAt(f: (x: number) => number, x: number): number {
  const half = 10 ** 0.1;
  return -Math.log(f(x * half) / f(x / half)) / Math.log(half * half);
}

/** Spectral index of the interstellar flux at a kinetic energy (GeV), over a fifth of a decade. */
export function slopeAt(spectrum: Interstellar, energyGeV: number): number {
  return fallAt((energy) => interstellarAt(spectrum, energy), energyGeV);
}

/** Energies (GeV) from low to high, ten to the decade. */
export function energiesGeV([low, high]: Range): readonly number[] {
  const count = Math.round(10 * Math.log10(high / low));
  return Array.from({ length: count + 1 }, (_, i) => low * (high / low) ** (i / count));
}

/** Largest less smallest slope in a range of energies (GeV). */
export function slopeSpread(spectrum: Spectrum, range: Range): number {
  const slopes = energiesGeV(range).map((energy) => slopeAt(spectrum, energy));
  return Math.max(...slopes) - Math.min(...slopes);
}

/** |d slope / d log10 E|, the largest in a range of energies (GeV), and where it is. */
export function fastestSlopeChange(
  spectrum: Spectrum,
  range: Range,
): { readonly perDecade: number; readonly energyGeV: number } {
  const grid = energiesGeV(range);
  const slopes = grid.map((energy) => slopeAt(spectrum, energy));
  let fastest = { perDecade: 0, energyGeV: grid[0]! };
  for (let i = 1; i < grid.length; i++) {
    const perDecade = Math.abs(slopes[i]! - slopes[i - 1]!) / Math.log10(grid[i]! / grid[i - 1]!);
    if (perDecade > fastest.perDecade) fastest = { perDecade, energyGeV: Math.sqrt(grid[i]! * grid[i - 1]!) };
  }
  return fastest;
}

/** By how much the spectrum is flatter, at most, than it is at the low end of a range (GeV); below zero if it never is. */
export function largestUpturn(spectrum: Spectrum, range: Range): number {
  const reference = slopeAt(spectrum, range[0]);
  return Math.max(
    ...energiesGeV(range)
      .slice(1)
      .map((energy) => reference - slopeAt(spectrum, energy)),
  );
}

/** The farthest that ratios lie from one; null without any. */
function farthestFromOne(ratios: readonly number[]): number | null {
  if (ratios.length === 0) return null;
  return ratios.reduce((far, ratio) => (Math.abs(ratio - 1) > Math.abs(far - 1) ? ratio : far), 1);
}

function rangeOf(id: string): Range {
  const entry = parameterDefinition(id);
  if (entry === undefined || !isNumberParameter(entry)) throw new Error(`${id} is not a number.`);
  return [entry.minimum, entry.maximum];
}

/**
 * How much harder one uniform halo can make protons between two rigidities (GV), whatever its D0, delta and L within the
 * ranges of the sliders: the largest fall of the index of the solution for a thin disc and diffusion alone (physics/twoZone).
 * D0 and L scale that solution and delta tilts it, so extremes lie at the ends of the ranges.
 */
export function oneHaloHardening(parameters: ExplorerParameters, [from, to]: Range): number {
  const conventional = modelParameters('cm', parameters);
  const injection = injectionLaw(conventional, 'p');
  const flux = (D0: number, delta0: number, L: number) => {
    const law = diffusionLaw({ ...conventional, D0, delta0, L });
    return (rigidity: number) =>
      twoZoneFlux(law, injection, rigidity, betaAtRigidity(speciesTable.p, rigidity));
  };
  const hardenings = rangeOf('D0').flatMap((D0) =>
    rangeOf('cm.delta').flatMap((delta) =>
      rangeOf('L').map((L) => {
        const f = flux(D0, delta, L);
        return fallAt(f, from) - fallAt(f, to);
      }),
    ),
  );
  return Math.max(...hardenings);
}

/** Every number that decides about a claim. Energies in GeV, rigidities in GV. */
export const criteria = {
  /**
   * THM over CM, equal at 100 GeV. PHYSICS 10.6 asks for 1.10 at 1 TeV and 1.40 at 10 TeV from diffusion alone; losses and
   * reacceleration take 1 % off (tests/reference), so that 1.10 less the 2 % tolerated there is asked for. A single power law
   * that is flatter than the CM's would pass, so the THM's own index must fall too: by twice what losses that fade leave in
   * one halo of slope 0.19 (0.034), where the paper's THM has 0.115.
   */
  hardening: { referenceGeV: 100, at1TeV: 1.08, at10TeV: 1.4, indexFall: 0.07 },
  /** PHYSICS 10.5. */
  smooth: { range: [30, 2e4], perDecade: 0.09, around200: [100, 400], spread: 0.06 },
  /** Within the paper's "tuned to fit well with the AMS data from 10-10^3 GeV" (tolerances: tests/reference). */
  tuned: { thm: [14, 1900], thmWithin: 0.1, cm: [14, 800], cmWithin: 0.08 },
  /** Within the scatter of CREAM's points. */
  cream: { range: [1e3, 1e5], within: 0.2 },
  /**
   * PHYSICS 10.8 with values loosened, as it says, by the few per cent that losses in 3D, Klein-Nishina and normalisation
   * move them.
   */
  conventionalElectrons: { good: [20, 40], within: 0.08, poor: [100, 150], below: 0.85 },
  twoHaloElectrons: { range: [100, 250], within: 0.08, beyond: [250, 500] },
  excess: { range: [30, 100], above: 1, below: 1.1 },
  /** PHYSICS 10.7. */
  noBreak: { range: [30, 2e4], upturn: 0.03 },
  integral: { ratio: [10, 300], slope: [20, 200], spread: 0.06 },
  /** A power law in rigidity has no curvature; the injection cutoff and beta leave less than this. */
  oneHalo: { range: [100, 1e4], hardening: 0.02 },
  /** The paper prints two digits. */
  lengths: { withinKpc: 0.05 },
  /** "Several hundred parsecs" and "~10^5 yr" at 1 TeV: PHYSICS 10.9 gives 0.42 kpc in 0.17 Myr. */
  teV: { energyGeV: 1e3, kpc: [0.2, 0.9] },
} as const;

/** What the claims are held to: the parameters of both models, their spectra (null: not solved yet), and the data. */
export interface ClaimContext {
  readonly parameters: ExplorerParameters;
  readonly spectra: Readonly<Record<SpeciesKey, Readonly<Record<PaperModel, Spectrum | null>>>>;
  readonly tables: readonly MeasuredTable[];
}

export interface Verdict {
  /** What the present model gives. */
  readonly value: string;
  /** Null: not known yet, for the reason that `value` gives. */
  readonly holds: boolean | null;
}

export interface Claim<Context = ClaimContext, About = 'protons' | 'electrons' | 'diffusion'> {
  readonly id: string;
  readonly about: About;
  /** What the paper says. */
  readonly statement: string;
  /** Where it says it. */
  readonly where: string;
  /** What is asked of the present model for the claim to hold. */
  readonly criterion: string;
  /** How far the check reaches, where it is not plain. */
  readonly note?: string;
  readonly evaluate: (context: Context) => Verdict;
}

export const notSolved: Verdict = { value: 'The curves are not solved yet.', holds: null };

export function noData(tableId: string): Verdict {
  return { value: `The data (${tableId}) are not there.`, holds: null };
}

function bothModels(context: ClaimContext, species: SpeciesKey): ModelSpectra | null {
  const { thm, cm } = context.spectra[species];
  return thm === null || cm === null ? null : { thm, cm };
}

function withBoth(
  species: SpeciesKey,
  evaluate: (spectra: ModelSpectra, context: ClaimContext) => Verdict,
): Claim['evaluate'] {
  return (context) => {
    const spectra = bothModels(context, species);
    return spectra === null ? notSolved : evaluate(spectra, context);
  };
}

function withTable(
  species: SpeciesKey,
  tableId: string,
  evaluate: (spectra: ModelSpectra, table: MeasuredTable) => Verdict | null,
): Claim['evaluate'] {
  return withBoth(species, (spectra, { tables }) => {
    const table = tableById({ tables }, tableId);
    const verdict = table === undefined ? null : evaluate(spectra, table);
    return verdict ?? noData(tableId);
  });
}

export function fixed(value: number, digits = 2): string {
  return value.toFixed(digits).replace('-', '−');
}

export function percent(share: number): string {
  return `${fixed(100 * share, Math.abs(share) < 0.0995 ? 1 : 0)} %`;
}

/** "+3.2 %": how far a ratio lies from one. */
function offset(ratio: number): string {
  return `${ratio >= 1 ? '+' : ''}${percent(ratio - 1)}`;
}

export function rangeText([from, to]: Range, unit: string): string {
  return `${from.toLocaleString('en')}–${to.toLocaleString('en')} ${unit}`;
}

const { hardening, smooth, tuned, cream, conventionalElectrons, twoHaloElectrons } = criteria;
const { excess, noBreak, integral, oneHalo, lengths, teV } = criteria;

function lengthClaim(
  id: string,
  name: string,
  model: PaperModel,
  quotedKpc: number,
  heightOverL: number,
): Claim {
  return {
    id,
    about: 'diffusion',
    statement: `At ${quotedEnergyGeV} GeV electrons diffuse ${quotedKpc} kpc ${name} before they cool.`,
    where: 'Section 3',
    criterion: `√(2Dτ) within ${lengths.withinKpc} kpc of ${quotedKpc} kpc`,
    evaluate: ({ parameters }) => {
      const law = diffusionLaw(model === 'thm' ? parameters : modelParameters('cm', parameters));
      const kpc = electronDiffusionLengthKpc(law, heightOverL * law.halfThicknessKpc, quotedEnergyGeV);
      return { value: `${fixed(kpc)} kpc`, holds: Math.abs(kpc - quotedKpc) < lengths.withinKpc };
    },
  };
}

export const paperClaims: readonly Claim[] = [
  {
    id: 'hardening',
    about: 'protons',
    statement: 'Protons harden: the THM has a pronounced upturn above about 1 TeV.',
    where: 'Section 2, Fig. 1',
    criterion: `THM over CM, equal at ${hardening.referenceGeV} GeV: at least ${hardening.at1TeV} at 1 TeV and ${fixed(hardening.at10TeV)} at 10 TeV; the THM’s index falls by ${hardening.indexFall} or more between ${hardening.referenceGeV} GeV and 10 TeV`,
    evaluate: withBoth('p', (spectra) => {
      const [at1, at10] = [1e3, 1e4].map((energy) => thmOverCm(spectra, energy, hardening.referenceGeV)) as [
        number,
        number,
      ];
      const indexFall = slopeAt(spectra.thm, hardening.referenceGeV) - slopeAt(spectra.thm, 1e4);
      return {
        value: `${fixed(at1)} at 1 TeV, ${fixed(at10)} at 10 TeV; index falls by ${fixed(indexFall, 3)}`,
        holds: at1 >= hardening.at1TeV && at10 >= hardening.at10TeV && indexFall >= hardening.indexFall,
      };
    }),
  },
  {
    id: 'tuned',
    about: 'protons',
    statement: 'Both models fit AMS-02 well from 10 to 1000 GeV.',
    where: 'Section 2, Fig. 1',
    criterion: `No point of AMS-02 farther than ${percent(tuned.thmWithin)} from the THM (${rangeText(tuned.thm, 'GV')}) and ${percent(tuned.cmWithin)} from the CM (${rangeText(tuned.cm, 'GV')})`,
    evaluate: withTable('p', claimTables.amsProtons, ({ thm, cm }, table) => {
      const ofThm = farthestFromOne(pointRatios(thm, table, tuned.thm));
      const ofCm = farthestFromOne(pointRatios(cm, table, tuned.cm));
      if (ofThm === null || ofCm === null) return null;
      return {
        value: `THM ${offset(ofThm)}, CM ${offset(ofCm)} at most`,
        holds: Math.abs(ofThm - 1) < tuned.thmWithin && Math.abs(ofCm - 1) < tuned.cmWithin,
      };
    }),
  },
  {
    id: 'cream',
    about: 'protons',
    statement: 'Above 1 TeV the THM agrees with the data.',
    where: 'Section 2, Fig. 1',
    criterion: `No point of CREAM from 1 to 100 TeV farther than ${percent(cream.within)} from the THM`,
    evaluate: withTable('p', claimTables.creamProtons, ({ thm, cm }, table) => {
      const farthest = farthestFromOne(pointRatios(thm, table, cream.range));
      const mean = meanRatio(thm, table, cream.range);
      const meanOfCm = meanRatio(cm, table, cream.range);
      if (farthest === null || mean === null || meanOfCm === null) return null;
      return {
        value: `THM ${offset(farthest)} at most, ${offset(mean)} on average (CM ${offset(meanOfCm)})`,
        holds: Math.abs(farthest - 1) < cream.within,
      };
    }),
  },
  {
    id: 'no-break-at-200-gv',
    about: 'protons',
    statement: 'The sharp change of slope at 200 GV, as PAMELA found it, is not reproduced.',
    where: 'Section 2',
    criterion: `The THM slope changes by less than ${smooth.perDecade} per decade from 30 GeV to 20 TeV, and by less than ${smooth.spread} over ${rangeText(smooth.around200, 'GeV')}`,
    evaluate: withBoth('p', ({ thm }) => {
      const { perDecade } = fastestSlopeChange(thm, smooth.range);
      const spread = slopeSpread(thm, smooth.around200);
      return {
        value: `${fixed(perDecade, 3)} per decade at most; ${fixed(spread, 3)} over ${rangeText(smooth.around200, 'GeV')}`,
        holds: perDecade < smooth.perDecade && spread < smooth.spread,
      };
    }),
  },
  {
    id: 'not-by-re-tuning',
    about: 'protons',
    statement: 'The additional flux cannot be reached by re-tuning the global parameters of the CM.',
    where: 'Section 4',
    criterion: `From 100 GeV to 10 TeV one halo flattens protons by less than ${oneHalo.hardening} with any D₀, δ and L; the THM by more`,
    note: 'Checked for protons with the thin-disc solution of one halo, at both ends of the sliders’ ranges: D₀ and L only scale it, δ only tilts it, so there is nothing that bends it. Electrons alone would follow a smaller δ, since their index depends on it as δ/2; the protons’ index, which depends on δ in full, would then be too hard.',
    evaluate: withBoth('p', ({ thm }, { parameters }) => {
      const one = oneHaloHardening(parameters, oneHalo.range);
      const two = slopeAt(thm, oneHalo.range[0]) - slopeAt(thm, oneHalo.range[1]);
      return {
        value: `One halo: ${fixed(one, 3)} at most; THM: ${fixed(two, 3)}`,
        holds: one < oneHalo.hardening && two > oneHalo.hardening,
      };
    }),
  },
  {
    id: 'cm-below-40-gev',
    about: 'electrons',
    statement: 'The CM reproduces electrons below about 40 GeV and becomes insufficient above.',
    where: 'Section 3, Fig. 2',
    criterion: `CM over data within ${percent(conventionalElectrons.within)} of one over ${rangeText(conventionalElectrons.good, 'GeV')}, below ${conventionalElectrons.below} over ${rangeText(conventionalElectrons.poor, 'GeV')}`,
    evaluate: withTable('e-', claimTables.amsElectrons, ({ cm }, table) => {
      const good = meanRatio(cm, table, conventionalElectrons.good);
      const poor = meanRatio(cm, table, conventionalElectrons.poor);
      if (good === null || poor === null) return null;
      return {
        value: `${fixed(good)} and ${fixed(poor)}`,
        holds: Math.abs(good - 1) < conventionalElectrons.within && poor < conventionalElectrons.below,
      };
    }),
  },
  {
    id: 'thm-above-100-gev',
    about: 'electrons',
    statement: 'The THM gives a good fit of electrons above about 100 GeV.',
    where: 'Section 4, Fig. 2',
    criterion: `THM over data within ${percent(twoHaloElectrons.within)} of one over ${rangeText(twoHaloElectrons.range, 'GeV')}`,
    note: 'The last bins, where errors grow, are told but not part of the criterion: there the model of the paper’s parameters falls below the data.',
    evaluate: withTable('e-', claimTables.amsElectrons, ({ thm }, table) => {
      const ratio = meanRatio(thm, table, twoHaloElectrons.range);
      const beyond = meanRatio(thm, table, twoHaloElectrons.beyond);
      if (ratio === null || beyond === null) return null;
      return {
        value: `${fixed(ratio)} (${rangeText(twoHaloElectrons.beyond, 'GeV')}: ${fixed(beyond)})`,
        holds: Math.abs(ratio - 1) < twoHaloElectrons.within,
      };
    }),
  },
  {
    id: 'excess-30-100-gev',
    about: 'electrons',
    statement: 'The THM slightly overestimates electrons between 30 and 100 GeV.',
    where: 'Abstract; Section 3',
    criterion: `THM over data between ${fixed(excess.above)} and ${fixed(excess.below)} over ${rangeText(excess.range, 'GeV')}`,
    evaluate: withTable('e-', claimTables.amsElectrons, ({ thm }, table) => {
      const ratio = meanRatio(thm, table, excess.range);
      if (ratio === null) return null;
      return { value: fixed(ratio), holds: ratio > excess.above && ratio < excess.below };
    }),
  },
  {
    id: 'no-electron-break',
    about: 'electrons',
    statement: 'Electrons show no break: no upturn, as protons have one.',
    where: 'Sections 3 and 4, Fig. 2',
    criterion: `Above ${noBreak.range[0]} GeV the THM spectrum is nowhere flatter than there by ${noBreak.upturn}`,
    evaluate: withBoth('e-', ({ thm }) => {
      const upturn = largestUpturn(thm, noBreak.range);
      return {
        value: upturn > 0 ? `Flatter by ${fixed(upturn, 3)} at most` : 'Nowhere flatter',
        holds: upturn < noBreak.upturn,
      };
    }),
  },
  {
    id: 'integral-hardening',
    about: 'electrons',
    statement: 'Electrons harden as a whole from about 10 GeV, with a roughly constant index above 20 GeV.',
    where: 'Sections 1 and 3',
    criterion: `THM over CM rises all the way over ${rangeText(integral.ratio, 'GeV')}; the THM slope varies by less than ${integral.spread} over ${rangeText(integral.slope, 'GeV')}`,
    evaluate: withBoth('e-', (spectra) => {
      const ratios = energiesGeV(integral.ratio).map((energy) =>
        thmOverCm(spectra, energy, integral.ratio[0]),
      );
      const rises = ratios.every((ratio, i) => i === 0 || ratio > ratios[i - 1]!);
      const spread = slopeSpread(spectra.thm, integral.slope);
      return {
        value: `The ratio ${rises ? 'rises' : 'does not always rise'}, to ${fixed(ratios.at(-1)!)} times; the slope varies by ${fixed(spread, 3)}`,
        holds: rises && spread < integral.spread,
      };
    }),
  },
  lengthClaim('length-cm', 'in the CM', 'cm', quotedLengthsKpc.conventional, 0),
  lengthClaim('length-inner', 'in the inner halo', 'thm', quotedLengthsKpc.inner, 0),
  lengthClaim('length-outer', 'in the outer halo', 'thm', quotedLengthsKpc.outer, 1),
  {
    id: 'length-tev',
    about: 'diffusion',
    statement: 'TeV electrons cool in about 10⁵ years and reach us from within several hundred parsecs.',
    where: 'Section 3',
    criterion: `√(2Dτ) in the inner halo at 1 TeV between ${teV.kpc[0]} and ${teV.kpc[1]} kpc`,
    evaluate: ({ parameters }) => {
      const kpc = electronDiffusionLengthKpc(diffusionLaw(parameters), 0, teV.energyGeV);
      const [nearest, farthest] = teV.kpc;
      return {
        value: `${fixed(kpc)} kpc in ${fixed(electronCoolingTimeMyr(teV.energyGeV))} Myr`,
        holds: kpc > nearest && kpc < farthest,
      };
    },
  },
];
