/** Named parameter sets with their source. A preset lists only what differs from the table's standards. */
import { modelParameters } from './models';
import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  type Parameters,
  standardComparison,
  standardParameters,
} from './parameters/values';

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly note: string;
  readonly parameters: Parameters;
}

/** The state the explorer opens in: the paper's two models over the data. */
export const paperExplorer: ExplorerParameters = { ...standardParameters, ...standardComparison };

/** Parameters that differ from a reference set, in the order of the table. */
export function changedParameters(
  parameters: ExplorerParameters,
  reference: ExplorerParameters = paperExplorer,
): readonly ExplorerParameterId[] {
  // The cast: ids of the explorer table are the keys of its parameter type.
  const ids = explorerTable.map((entry) => entry.id as ExplorerParameterId);
  return ids.filter((id) => parameters[id] !== reference[id]);
}

export const presetIds = ['thm', 'cm', 'thm-bc', 'dragon2-bc', 'helmod'] as const;
export type PresetId = (typeof presetIds)[number];

const citation = 'Jin, Guo & Hu, Chin. Phys. C 40, 015101 (2016), arXiv:1504.06903, Tables 1 and 2';

/** How the presets' reference fluxes were set; tests/reference holds them to it. */
const note =
  'Scaled to meet AMS-02 2015 protons over 40-120 GV and the AMS-02 2014 electron minus positron flux over 10-20 GeV on average; the paper does not state its own normalisation.';

export const presets: Record<PresetId, Preset> = {
  thm: { id: 'thm', title: 'Two-halo model (THM)', citation, note, parameters: standardParameters },
  cm: {
    id: 'cm',
    title: 'Conventional model (CM)',
    citation,
    note,
    parameters: modelParameters('cm', paperExplorer),
  },
  'thm-bc': {
    id: 'thm-bc',
    title: 'Two halos, retuned to B/C',
    citation: "This project's own: no such model is published with its numbers",
    note: 'Diffusion, injection and abundances moved by hand and by fit until B/C, helium, carbon and oxygen of AMS-02 are met as well as two halos can.',
    parameters: {
      ...standardParameters,
      D0: 5.2e28,
      delta0: 0.19,
      Delta: 0.32,
      xi: 0.18,
      eta: -0.5,
      vA: 20,
      'p.rhoBr': 6.8,
      'p.alpha0': 1.99,
      'p.alpha1': 2.42,
      'He.slopes': 'free',
      'He.alpha0': 1.94,
      'He.alpha1': 2.355,
      'nuclei.slopes': 'free',
      'nuclei.alpha0': 2.13,
      'nuclei.alpha1': 2.39,
      'abundance.He': 91800,
      'abundance.C': 3080,
      'abundance.N': 278,
      'abundance.O': 3910,
      'abundance.Ne': 702,
      'abundance.Mg': 915,
      'abundance.Si': 800,
      'phi.p': 630,
      'p.norm': 0.04533,
    },
  },
  'dragon2-bc': {
    id: 'dragon2-bc',
    title: 'One halo with a break in diffusion (DRAGON2, B/C)',
    citation: 'de la Torre Luque et al., arXiv:2101.01547, and the configuration of its DRAGON2 runs',
    note: 'Heavier nuclei share one pair of slopes here and each has its own there, in momentum per nucleon; D0 is 1.4 % below theirs, for the gas and the cross sections of this explorer.',
    parameters: {
      ...standardParameters,
      profile: 'uniform',
      D0: 7e28,
      delta0: 0.42,
      eta: -0.6,
      L: 6.76,
      vA: 27.7,
      breakH: 'on',
      'p.rhoBr': 16,
      'p.alpha0': 2.115,
      'p.alpha1': 2.31,
      'He.slopes': 'free',
      'He.alpha0': 2.17,
      'He.alpha1': 2.27,
      'nuclei.slopes': 'free',
      'nuclei.alpha0': 2.29,
      'nuclei.alpha1': 2.39,
      // Ratios of sources at 8 GeV per nucleon there, at 100 GeV/n here.
      'abundance.He': 95000,
      'abundance.C': 3270,
      'abundance.N': 270,
      'abundance.O': 4110,
      'abundance.Ne': 740,
      'abundance.Mg': 963,
      'abundance.Si': 878,
      'phi.p': 610,
      'p.norm': 0.0442,
    },
  },
  helmod: {
    id: 'helmod',
    title: 'One halo with a wind and breaks at the source (HelMod-GALPROP)',
    citation:
      'Configuration of the HelMod-GALPROP fit to p, He, C and O: github.com/sadkoeni/galprop, commit 0028388',
    note: 'Its breaks are smooth and ours sharp; carbon and oxygen do not harden at the source there, and share the break of the protons here.',
    parameters: {
      ...standardParameters,
      profile: 'uniform',
      D0: 4.3e28,
      rho0: 4.5,
      delta0: 0.4,
      L: 4,
      vA: 28.5,
      V0: 12.4,
      V1: 9.8,
      sources: 'helmod',
      'p.rhoBr': 6.8,
      'p.alpha0': 1.668,
      'p.alpha1': 2.441,
      'p.secondBreak': 'on',
      'p.rhoBr2': 365,
      'p.alpha2': 2.283,
      'e.rhoBr': 5.8,
      'e.alpha0': 1.45,
      'e.alpha1': 2.75,
      'e.secondBreak': 'on',
      'e.rhoBr2': 95,
      'e.alpha2': 2.487,
      'He.slopes': 'free',
      'He.alpha0': 1.703,
      'He.alpha1': 2.384,
      'nuclei.slopes': 'free',
      'nuclei.alpha0': 1.96,
      'nuclei.alpha1': 2.435,
      // Ratios of sources at 100 GeV per nucleon to 8.76e5 protons there.
      'abundance.He': 88100,
      'abundance.C': 3205,
      'abundance.N': 217,
      'abundance.O': 4075,
      'abundance.Ne': 357,
      'abundance.Mg': 751,
      'abundance.Si': 828,
      'p.norm': 0.04474,
    },
  },
};
