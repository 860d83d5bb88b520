/** What the figure shows and how: settings that change no curve, only its drawing. */
import type { SpeciesKey } from '../model/propagated';
import type { TabId } from './lanes';

export const abscissaIds = ['energy', 'rigidity'] as const;
export type Abscissa = (typeof abscissaIds)[number];

/** Powers of energy (or rigidity) that the flux is multiplied by. `auto`: 2.7 for protons, 3 for electrons. */
export const scalingIds = ['auto', '0', '2', '2.7', '3'] as const;
export type ScalingChoice = (typeof scalingIds)[number];

export const themeIds = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeIds)[number];

export interface ViewSettings {
  readonly tab: TabId;
  readonly scaling: ScalingChoice;
  readonly abscissa: Abscissa;
  /** Also draw the curves as they are outside the heliosphere. */
  readonly interstellar: boolean;
  /** Also draw the one-dimensional two-zone solution of Eq. 4. */
  readonly analytic: boolean;
}

export const standardView: ViewSettings = {
  tab: 'protons',
  scaling: 'auto',
  abscissa: 'energy',
  interstellar: false,
  analytic: false,
};

/** The paper's figures: E^2.7 for protons, E^3 for electrons. */
export const paperScaling: Record<SpeciesKey, number> = { p: 2.7, 'e-': 3 };

export function scalingPower(choice: ScalingChoice, species: SpeciesKey): number {
  return choice === 'auto' ? paperScaling[species] : Number(choice);
}
