/**
 * What the figures of the explanations show of each particle, one entry for each. Axes (log10 of their ends, unless told) are fixed,
 * so that a curve that moves is seen to move.
 */
import type { SpeciesKey } from '../../model/particles';
import type { AxisRanges, EnergyRange } from '../vocabulary';

interface ParticleRanges {
  readonly slope: {
    readonly x: readonly [number, number];
    /** The index itself, the softest below. */
    readonly index: readonly [number, number];
    /** Where the index is told in numbers: the decades of the claims, and what lies on both sides of 200 GV. */
    readonly toldAt: readonly number[];
    /** Between which a break is looked for: above what modulation and reacceleration bend, below the cutoff of the sources. */
    readonly searched: readonly [number, number];
  };
  /** Kinetic energies (GeV): where processes act at all. */
  readonly processes: EnergyRange;
  readonly grid: {
    readonly spectrum: AxisRanges;
    /** Beyond (GeV), the converged electrons are not known well enough (tests/reference). */
    readonly lastGeV: number;
  };
  readonly paper: {
    readonly axes: AxisRanges;
    /** The paper's data; of CREAM also the later analysis, to which the claims are held. */
    readonly tables: readonly string[];
  };
}

export const particleRanges: Readonly<Record<SpeciesKey, ParticleRanges>> = {
  p: {
    slope: { x: [0.5, 6], index: [3.15, 2.35], toldAt: [100, 400, 1000, 10_000], searched: [100, 2e4] },
    processes: [0.1, 1e5],
    grid: { spectrum: { x: [0, 5.2], y: [3.2, 4.5] }, lastGeV: 9e4 },
    paper: {
      axes: { x: [0, 7], y: [2.4, 4.9] },
      tables: [
        'ams02-2015-p',
        'pamela-2011-p',
        'atic2-2009-p',
        'cream1-2011-p',
        'cream13-2017-p',
        'kascade-2005-p-qgsjet01',
        'kascade-2005-p-sibyll21',
      ],
    },
  },
  'e-': {
    slope: {
      x: [0.5, 3.5],
      index: [3.95, 2.75],
      toldAt: [10, 30, 100, 400, 1000],
      searched: [30, 1000],
    },
    processes: [0.1, 1e4],
    grid: { spectrum: { x: [0, 4.3], y: [0.2, 2.7] }, lastGeV: 1e4 },
    paper: {
      axes: { x: [0, 3.3], y: [0.9, 2.7] },
      tables: ['ams02-2014-electron-minus-positron'],
    },
  },
};
