/** What a map is drawn of, and what it is made of: that which stands still, and the ground that follows the energy. */
import type { Data, Layout } from 'plotly.js';
import type { DensityMaps } from '../../model/volumeSlices';
import type { ArmCentreLine } from '../../physics/spiralArmTables';
import type { ThemeName } from '../palette';
import type { Ground } from './ground';
import type { MapFrame } from './mapFrame';

export interface MapSource {
  readonly name: string;
  readonly xKpc: number;
  readonly yKpc: number;
  readonly zKpc: number;
}

/** What the face-on map shows: all of the halo, or 3 kpc about the Sun. */
export const mapViews = ['galaxy', 'sun'] as const;
export type MapView = (typeof mapViews)[number];

export interface MapSize {
  readonly width: number;
  readonly height: number;
}

export interface MapInput {
  readonly maps: DensityMaps;
  /** Interstellar flux at the Sun in GeV^-1 m^-2 s^-1 sr^-1; null: not told. */
  readonly fluxAtSun: number | null;
  /** Height of the inner halo, xi L; null: there is one halo. */
  readonly innerHaloKpc: number | null;
  readonly halfThicknessKpc: number;
  /** Empty: the sources do not stand in arms. */
  readonly arms: readonly ArmCentreLine[];
  readonly sources: readonly MapSource[];
  readonly theme: ThemeName;
}

/** Axes, arms, marks and names, as Plotly draws them. */
export interface StillFigure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** A map for all densities on the same cells. */
export interface MapParts {
  readonly frame: MapFrame;
  /** Built fresh each time. */
  still(): StillFigure;
  /** What lies under it: density, lines of equal density, colour bar. */
  ground(input: Pick<MapInput, 'maps'>): Ground;
}

/** A map to be drawn: its parts are made anew only when the key is another. */
export interface MapRequest {
  readonly key: string;
  make(): MapParts;
}

/** Figures narrower than this (pixels) have small margins and fewer ticks. */
export const narrowBelow = 400;
