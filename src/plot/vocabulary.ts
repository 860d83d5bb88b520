/** What a figure can show and how, in the words that the state, the address and the figures share. */
import type { ModelKey } from '../model/models';
import type { ObservableId } from '../model/observables';

export const abscissaIds = ['energy', 'rigidity'] as const;
export type Abscissa = (typeof abscissaIds)[number];

/** Powers of energy (or rigidity) that the flux is multiplied by. `auto`: 2.7 for protons, 3 for electrons; a ratio is as it is. */
export const scalingIds = ['auto', '0', '2', '2.7', '3'] as const;
export type ScalingChoice = (typeof scalingIds)[number];

/** What stands under the spectrum. `auto`: pulls where the figure is tall enough for a second panel. */
export const residualIds = ['auto', 'pulls', 'ratio', 'off'] as const;
export type ResidualChoice = (typeof residualIds)[number];
export type ResidualKind = Exclude<ResidualChoice, 'auto' | 'off'>;

/** @param hasRoom the figure is tall enough for a panel that nobody asked for. */
export function residualKind(choice: ResidualChoice, hasRoom: boolean): ResidualKind | null {
  if (choice === 'auto') return hasRoom ? 'pulls' : null;
  return choice === 'off' ? null : choice;
}

/** Of which observable, on which abscissa, multiplied by which power of it. */
export interface AxisChoice {
  readonly observable: ObservableId;
  readonly abscissa: Abscissa;
  readonly power: number;
}

/** log10 of the drawn quantities at both ends of the axes. */
export interface AxisRanges {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Kinetic energies (GeV), both ends included. */
export type EnergyRange = readonly [from: number, to: number];

/** Of each model whether its curves are shown. */
export type ShownModels = Readonly<Record<ModelKey, boolean>>;
