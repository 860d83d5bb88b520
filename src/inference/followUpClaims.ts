/**
 * What papers that followed Jin, Guo & Hu (2016) claim of nuclei, antiprotons and positrons, held to the present model. They are known
 * to us by their abstracts alone: none of their tables of parameters was found, so that what is held to them are the sliders' values,
 * which are not theirs. A claim that does not hold here says nothing against its paper.
 */
import { tableById } from '../measurements/tables';
import type { MeasuredTable } from '../measurements/tableTypes';
import type { ObservableSpectrum } from '../model/propagated';
import {
  type Claim,
  fixed,
  interstellarAt,
  meanRatio,
  noData,
  notSolved,
  type PaperModel,
  percent,
  rangeText,
  slopeAt,
  thmOverCm,
  type Verdict,
} from './paperClaims';

export const followUpObservables = ['B/C', 'pbar/p', 'e+'] as const;
export type FollowUpObservable = (typeof followUpObservables)[number];

export interface FollowUpContext {
  /** Null: not solved yet. */
  readonly observables: Readonly<
    Record<FollowUpObservable, Readonly<Record<PaperModel, ObservableSpectrum | null>>>
  >;
  readonly tables: readonly MeasuredTable[];
}

export interface FollowUpClaim extends Claim<FollowUpContext, 'follow-ups'> {
  /** Where it is claimed. */
  readonly arxiv: string;
}

export const followUpTables = { antiprotons: 'ams02-2021-pbar-p', positrons: 'ams02-2019-positron' } as const;

/** Every number that decides. Energies in GeV, of nuclei per nucleon. */
export const followUpCriteria = {
  /** Half of what the paper's two halos give; one halo's index rises instead. */
  flatter: { from: 100, to: 1000, indexFall: 0.02 },
  /** AMS-02 (2021) has an index of 0.10 +- 0.02 from 30 to 300 GV: a fall of 20 +- 4 %. */
  flat: { range: [30, 300], fall: 0.25 },
  /** Half of what the paper's two halos give. */
  flattens: { referenceGeV: 10, energyGeV: 300, excess: 1.15 },
  /** Room for the cross sections of production: our two choices differ by 5 %, those of helium on helium by a third. */
  antiprotons: { range: [10, 300], within: 0.2 },
  /** Above 2 GeV, where modulation no longer matters most, and below 10 GeV, where the excess begins. */
  positrons: { range: [2, 10], factor: 1.42, within: 0.2 },
} as const;

const { flatter, flat, flattens, antiprotons, positrons } = followUpCriteria;

type Both = Readonly<Record<PaperModel, ObservableSpectrum>>;

function withBoth(
  id: FollowUpObservable,
  evaluate: (both: Both, context: FollowUpContext) => Verdict,
): FollowUpClaim['evaluate'] {
  return (context) => {
    const { thm, cm } = context.observables[id];
    return thm === null || cm === null ? notSolved : evaluate({ thm, cm }, context);
  };
}

function withTable(
  id: FollowUpObservable,
  tableId: string,
  evaluate: (both: Both, table: MeasuredTable) => Verdict | null,
): FollowUpClaim['evaluate'] {
  return withBoth(id, (both, { tables }) => {
    const table = tableById({ tables }, tableId);
    return (table && evaluate(both, table)) ?? noData(tableId);
  });
}

export const followUpClaims: readonly FollowUpClaim[] = [
  {
    id: 'ratios-flatter',
    about: 'follow-ups',
    arxiv: '1509.08227',
    where: 'Guo, Tian & Jin 2016, abstract',
    statement: 'Ratios of secondary to primary nuclei inevitably become flatter.',
    criterion: `B/C of the THM: its index falls by ${flatter.indexFall} or more between ${flatter.from} GeV/n and 1 TeV/n, and is then below the CM’s`,
    evaluate: withBoth('B/C', ({ thm, cm }) => {
      const fall = slopeAt(thm, flatter.from) - slopeAt(thm, flatter.to);
      const fallOfCm = slopeAt(cm, flatter.from) - slopeAt(cm, flatter.to);
      return {
        value: `The index falls by ${fixed(fall, 3)} (CM: ${fixed(fallOfCm, 3)}), to ${fixed(slopeAt(thm, flatter.to))} (CM: ${fixed(slopeAt(cm, flatter.to))})`,
        holds: fall >= flatter.indexFall && slopeAt(thm, flatter.to) < slopeAt(cm, flatter.to),
      };
    }),
  },
  {
    id: 'antiproton-ratio-flat',
    about: 'follow-ups',
    arxiv: '1509.08227',
    where: 'Guo, Tian & Jin 2016, abstract',
    statement: 'p̄/p is flat, by diffusion alone.',
    criterion: `p̄/p of the THM falls by less than ${percent(flat.fall)} over ${rangeText(flat.range, 'GeV')}, where AMS-02’s falls by some 20 %`,
    evaluate: withBoth('pbar/p', ({ thm, cm }) => {
      const fallOf = (ratio: ObservableSpectrum) =>
        1 - interstellarAt(ratio, flat.range[1]) / interstellarAt(ratio, flat.range[0]);
      return {
        value: `Falls by ${percent(fallOf(thm))} (CM: ${percent(fallOf(cm))})`,
        holds: Math.abs(fallOf(thm)) < flat.fall,
      };
    }),
  },
  {
    id: 'antiproton-ratio-flattens',
    about: 'follow-ups',
    arxiv: '1509.05775',
    where: 'Tomassetti 2015, abstract',
    statement: 'p̄/p flattens above 10 GeV.',
    criterion: `p̄/p of the THM over the CM’s, equal at ${flattens.referenceGeV} GeV: at least ${flattens.excess} at ${flattens.energyGeV} GeV; and its index there is below the CM’s`,
    evaluate: withBoth('pbar/p', (both) => {
      const excess = thmOverCm(both, flattens.energyGeV, flattens.referenceGeV);
      const [own, other] = [slopeAt(both.thm, flattens.energyGeV), slopeAt(both.cm, flattens.energyGeV)];
      return {
        value: `${fixed(excess)}; an index of ${fixed(own)} (CM: ${fixed(other)})`,
        holds: excess >= flattens.excess && own < other,
      };
    }),
  },
  {
    id: 'antiprotons-within-errors',
    about: 'follow-ups',
    arxiv: '1610.06182',
    where: 'Feng, Tomassetti & Oliva 2016, abstract',
    statement: 'Antiprotons agree with secondary production within errors.',
    criterion: `p̄/p of the THM within ${percent(antiprotons.within)} of AMS-02 on average over ${rangeText(antiprotons.range, 'GV')}`,
    note: 'The paper fits its own inner zone, some 900 pc thick, to p, He, C, ¹⁰Be/⁹Be and B/C. Jin, Guo & Hu were not tuned to B/C: with their values there is too little grammage, and too few of all secondaries.',
    evaluate: withTable('pbar/p', followUpTables.antiprotons, ({ thm, cm }, table) => {
      const own = meanRatio(thm, table, antiprotons.range);
      const other = meanRatio(cm, table, antiprotons.range);
      if (own === null || other === null) return null;
      return {
        value: `Model over data ${fixed(own)} (CM: ${fixed(other)})`,
        holds: Math.abs(own - 1) < antiprotons.within,
      };
    }),
  },
  {
    id: 'positron-factor',
    about: 'follow-ups',
    arxiv: '1904.10663',
    where: 'Tian et al. 2020, abstract',
    statement: `Secondary positrons must be multiplied by ${positrons.factor}, by much less than in a conventional model.`,
    criterion: `AMS-02 over secondary positrons, on average over ${rangeText(positrons.range, 'GeV')}: within ${percent(positrons.within)} of ${positrons.factor} for the THM, and less than for the CM`,
    note: 'Over which energies its authors take the factor is not known to us; their sources stand in spiral arms.',
    evaluate: withTable('e+', followUpTables.positrons, ({ thm, cm }, table) => {
      const [own, other] = [thm, cm].map((flux) => meanRatio(flux, table, positrons.range));
      if (own == null || other == null) return null;
      return {
        value: `${fixed(1 / own)} (CM: ${fixed(1 / other)})`,
        holds: Math.abs(1 / own / positrons.factor - 1) < positrons.within && own > other,
      };
    }),
  },
  {
    id: 'lower-anisotropy',
    about: 'follow-ups',
    arxiv: '1801.05904',
    where: 'Guo & Yuan 2018, abstract',
    statement: 'The anisotropy is lower, as muons and air showers have it.',
    criterion: 'Not held to a number',
    evaluate: () => ({
      value: 'Not computed here: the explorer gives the anisotropy of nearby sources alone.',
      holds: null,
    }),
  },
];
