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

export const presetIds = ['thm', 'cm'] as const;
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
};
