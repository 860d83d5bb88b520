/** How the figure of each observable is drawn and put into words. */
import {
  isPerNucleon,
  isRatio,
  nearestSpecies,
  type ObservableId,
  observableRecord,
} from '../model/observables';
import type { SpeciesKey } from '../model/particles';
import type { EnergyRange } from './vocabulary';

interface ObservableFigure {
  /** The power of energy that a flux is multiplied by; 0 for ratios. */
  readonly power: number;
  /** Abscissae in view (log10), where the data are. */
  readonly abscissae: readonly [number, number];
  /** Energies (GeV) between which the local slope is told, below and above the hardening, and where the models are compared. */
  readonly slopes: readonly [EnergyRange, EnergyRange];
  readonly comparedAtGeV: number;
  /** The last decade (log10 of GeV) of the table of curves. */
  readonly lastDecade: number;
  /** Energies (GeV) between which chi2 is taken until a person says otherwise. */
  readonly compared: EnergyRange;
}

/**
 * The powers and abscissae of the paper's figures, for protons up to the air-shower data. chi2 from 10 GeV, where the paper's
 * tuning begins and modulation hardly matters, to where direct measurements end: air showers above depend on their hadronic model
 * more than on their printed errors.
 */
const ofParticles: Readonly<Record<SpeciesKey, ObservableFigure>> = {
  p: {
    power: 2.7,
    abscissae: [-0.1, 7.15],
    slopes: [
      [50, 200],
      [2000, 20000],
    ],
    comparedAtGeV: 10000,
    lastDecade: 6,
    compared: [10, 1e6],
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
    compared: [10, 1000],
  },
};

/** Where the data of an observable reach elsewhere than those of its kind (log10). */
const reach: Readonly<Partial<Record<ObservableId, readonly [number, number]>>> = {
  He: [-0.4, 5.2],
  'Be10/Be9': [-1.2, 2],
  pbar: [-0.4, 2.9],
  'pbar/p': [-0.4, 2.9],
};

function newFigure(id: ObservableId): ObservableFigure {
  if (id === 'p' || id === 'e-') return ofParticles[id];
  const like = ofParticles[nearestSpecies(id)];
  return {
    ...like,
    power: isRatio(id) ? 0 : like.power,
    abscissae: reach[id] ?? (isPerNucleon(id) ? [-0.4, 3.6] : [-0.2, 3.2]),
    slopes: [
      [10, 100],
      [200, 1000],
    ],
    comparedAtGeV: 300,
    lastDecade: 3,
    // Of ratios modulation takes little away.
    compared: isRatio(id) ? [1, 1e6] : like.compared,
  };
}

export const observableFigures = observableRecord(newFigure);
