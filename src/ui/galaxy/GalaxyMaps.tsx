/** Maps of one model's particles in the Galaxy: how many there are, relative to here, at one energy. */
import type { ReactNode } from 'react';
import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import type { DensityMaps } from '../../model/volumeSlices';
import type { ArmCentreLine } from '../../physics/spiralArmTables';
import type { MapSource } from '../../plot/maps/mapInput';
import { mapCaption } from '../../plot/maps/mapText';
import type { ThemeName } from '../../plot/palette';
import { EnergyControl } from './EnergyControl';
import { MapNumbers } from './MapNumbers';
import { MapStage } from './MapStage';
import '../parameters/Controls.css';
import './GalaxyMaps.css';
import './MapText.css';

export interface GalaxyMapsProps {
  /** Null: there is no three-dimensional solution yet. */
  readonly maps: DensityMaps | null;
  readonly species: SpeciesKey;
  readonly modelName: string;
  readonly energyGeV: number;
  readonly energyRange: readonly [number, number];
  onEnergy(energyGeV: number): void;
  /** Interstellar flux at the Sun in GeV^-1 m^-2 s^-1 sr^-1; null: the maps do not tell fluxes. */
  readonly fluxAtSun: number | null;
  /** Height of the inner halo; null: there is one halo. */
  readonly innerHaloKpc: number | null;
  readonly halfThicknessKpc: number;
  /** Empty: the sources do not stand in arms. */
  readonly arms: readonly ArmCentreLine[];
  readonly sources: readonly MapSource[];
  /** The maps are of earlier values than the sliders show. */
  readonly isStale: boolean;
  readonly theme: ThemeName;
  /** Where there are no maps: what to do about it. */
  readonly children?: ReactNode;
}

const armNote =
  ' Dotted: centres of the arms in which the sources stand. The solver’s cells are finest around the Sun, so arms on the far side are blurred.';

export function GalaxyMaps(props: GalaxyMapsProps) {
  const { maps, species, modelName, energyGeV, energyRange, onEnergy, halfThicknessKpc, isStale } = props;
  const names = particles[species].name.toLowerCase();
  const title = `${particles[species].name}, ${modelName}`;
  if (maps === null)
    return (
      <section className="maps maps-empty" aria-label={`Maps: ${title}`}>
        <h2>{title}</h2>
        <p>
          There are no maps yet: they need a solve in three dimensions, a few seconds of work for this
          machine.
        </p>
        {props.children || <p>Press “Solve in 3D”.</p>}
      </section>
    );
  return (
    <figure className="maps" data-stale={isStale} aria-label={`Maps: ${title}`}>
      <div className="maps-head">
        <h2>{title}</h2>
        <EnergyControl energyGeV={energyGeV} range={energyRange} onEnergy={onEnergy} />
      </div>
      <p className="maps-stale" role="status">
        {isStale &&
          'These maps are of earlier values than the sliders show. Solve again to bring them up to date.'}
      </p>
      <MapStage {...props} maps={maps} />
      <figcaption className="maps-caption">
        {mapCaption(names, modelName, energyGeV, maps, halfThicknessKpc)}
        {' Face-on is from the northern Galactic pole: the Galaxy turns clockwise.'}
        {props.arms.length > 0 && armNote}
      </figcaption>
      <MapNumbers maps={maps} halfThicknessKpc={halfThicknessKpc} />
    </figure>
  );
}
