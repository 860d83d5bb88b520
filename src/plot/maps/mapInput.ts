/** What a map is drawn of. */
import type { Data, Layout } from 'plotly.js';
import type { DensityMaps } from '../../model/volumeSlices';
import type { ArmCentreLine } from '../../physics/spiralArmTables';
import type { ThemeName } from '../palette';

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
  /** The maps are about to change again: what takes long is left out. */
  readonly isMoving: boolean;
}

export interface MapFigure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

/** Figures narrower than this (pixels) have small margins and fewer ticks. */
export const narrowBelow = 400;
