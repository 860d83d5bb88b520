/** How the figure of each particle is drawn and put into words, one entry for each. */
import type { SpeciesKey } from '../model/particles';
import type { EnergyRange } from './vocabulary';

interface ParticleFigure {
  /** The power of energy that the paper's figure multiplies the flux by. */
  readonly power: number;
  /** Abscissae in view (log10): the paper's range, for protons up to the air-shower data. */
  readonly abscissae: readonly [number, number];
  /** Energies (GeV) between which the local slope is told, below and above the hardening, and where the models are compared. */
  readonly slopes: readonly [EnergyRange, EnergyRange];
  readonly comparedAtGeV: number;
  /** The last decade (log10 of GeV) of the table of curves. */
  readonly lastDecade: number;
}

export const particleFigures: Readonly<Record<SpeciesKey, ParticleFigure>> = {
  p: {
    power: 2.7,
    abscissae: [-0.1, 7.15],
    slopes: [
      [50, 200],
      [2000, 20000],
    ],
    comparedAtGeV: 10000,
    lastDecade: 6,
  },
  'e-': {
    power: 3,
    abscissae: [-0.1, 3.5],
    slopes: [
      [10, 30],
      [100, 500],
    ],
    comparedAtGeV: 300,
    lastDecade: 4,
  },
};
