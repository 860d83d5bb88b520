/** What the figure shows and how: settings that change no curve, only its drawing. */
import { type ModelKey, modelRecord } from '../model/models';
import type { ObservableId } from '../model/observables';
import { speciesRecord } from '../model/particles';
import { observableFigures } from '../plot/observableFigures';
import type {
  Abscissa,
  AxisRanges,
  EnergyRange,
  ResidualChoice,
  ScalingChoice,
  ShownModels,
} from '../plot/vocabulary';
import type { TabId } from './lanes';

/** What the stage shows. */
export const panelIds = ['spectra', 'maps', 'understand'] as const;
export type PanelId = (typeof panelIds)[number];

/** The explanations, one of which the panel `understand` shows. */
export const topicIds = ['slope', 'halos', 'processes', 'sensitivity', 'paper', 'grid'] as const;
export type TopicId = (typeof topicIds)[number];

export const themeIds = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeIds)[number];

/** Of each model whether its curves are shown, and what else is. */
export interface ViewSettings extends ShownModels {
  readonly tab: TabId;
  readonly panel: PanelId;
  readonly topic: TopicId;
  /** Of which model the three-dimensional solve is. */
  readonly volume: ModelKey;
  /** Solve in three dimensions again whenever a parameter rests. */
  readonly pin3d: boolean;
  /** Kinetic energy (GeV) of the maps. */
  readonly mapEnergy: number;
  readonly scaling: ScalingChoice;
  readonly abscissa: Abscissa;
  /** The curve of the three-dimensional solve, where there is one. */
  readonly curve3d: boolean;
  /** Also draw the curves as they are outside the heliosphere. */
  readonly interstellar: boolean;
  /** Also draw the one-dimensional two-zone solution of Eq. 4. */
  readonly analytic: boolean;
  readonly residuals: ResidualChoice;
  /** Energies between which chi2 is taken, where they are not the observable's own (`rangeOf`). */
  readonly agreementRange: Readonly<Partial<Record<ObservableId, EnergyRange>>>;
  /** What the axes show when a person zoomed; null or missing: the range that holds the data. */
  readonly zoom: Readonly<Partial<Record<ObservableId, AxisRanges | null>>>;
  /** Data sets switched by hand, by id; the others follow the catalogue's `drawByDefault`. */
  readonly tables: Readonly<Record<string, boolean>>;
}

export const unzoomed: ViewSettings['zoom'] = speciesRecord(() => null);

export const standardAgreementRange: ViewSettings['agreementRange'] = speciesRecord(
  (species) => observableFigures[species].compared,
);

/** The claims of the paper are shown, some of which are of nuclei and antiprotons. */
export function showsClaims({ panel, topic }: Pick<ViewSettings, 'panel' | 'topic'>): boolean {
  return panel === 'understand' && topic === 'paper';
}

/** Energies between which chi2 of an observable is taken. */
export function rangeOf(
  { agreementRange }: Pick<ViewSettings, 'agreementRange'>,
  id: ObservableId,
): EnergyRange {
  return agreementRange[id] ?? observableFigures[id].compared;
}

export const standardView: ViewSettings = {
  tab: 'protons',
  panel: 'spectra',
  topic: 'slope',
  volume: 'thm',
  pin3d: false,
  mapEnergy: 100,
  scaling: 'auto',
  abscissa: 'energy',
  ...modelRecord(() => true),
  curve3d: true,
  interstellar: false,
  analytic: false,
  residuals: 'auto',
  agreementRange: standardAgreementRange,
  zoom: unzoomed,
  tables: {},
};

/** The view with a change. A zoom is of axes: it goes when they come to mean something else. */
export function changedView(view: ViewSettings, change: Partial<ViewSettings>): ViewSettings {
  const next = { ...view, ...change };
  const sameAxes = next.scaling === view.scaling && next.abscissa === view.abscissa;
  return sameAxes || change.zoom !== undefined ? next : { ...next, zoom: unzoomed };
}
