/** The maps of the present tab's three-dimensional solves: what the state holds, handed to the maps. */

import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { models } from '../../model/models';
import { type Parameters, standardParameters } from '../../model/parameters/values';
import { particles } from '../../model/particles';
import type { Spectrum } from '../../model/propagated';
import { interpolateLogLog } from '../../model/spectrum';
import { mapsAt } from '../../model/volumeSlices';
import { nearbySources, positionKpc } from '../../physics/nearbySources';
import { type ArmCentreLine, armCentreLines } from '../../physics/spiralArmTables';
import { laneModelKey, laneSpecies, type SpeciesLaneId } from '../../state/lanes';
import { volumeSpectrum } from '../../state/selectors/shownSpectra';
import { isOldVolume, volumeLanes } from '../../state/selectors/volumes';
import { themeName } from '../../state/store';
import { mapEnergy, mapEnergyLimits } from '../../state/texts/viewText';
import { useActions, useExplorer } from '../../state/useExplorer';
import { NearestNote } from '../NearestNote';
import { usePanelInView } from '../usePanelInView';
import { GalaxyMaps } from './GalaxyMaps';

/** Radii (kpc) between which arms are drawn. */
const armRangeKpc = [2, 18] as const;
const armPoints = 160;

/** Interstellar flux at the Sun of what the maps show. */
function fluxWithoutNearby({ kineticEnergyGeV, interstellar, nearby }: Spectrum, energyGeV: number): number {
  const at = (values: Float64Array) => interpolateLogLog(kineticEnergyGeV, values, energyGeV);
  return nearby.reduce((rest, source) => rest - at(source.interstellar), at(interstellar));
}

/** Of the arms in which a model's sources stand. */
function armsOf({ sources, armContrast, armTable, armPhase }: Parameters): ArmCentreLine[] {
  if (sources !== 'arms' || armContrast === 0) return [];
  return armCentreLines(armTable, (armPhase * Math.PI) / 180, armRangeKpc, armPoints);
}

function LaneMaps({ lane }: { readonly lane: SpeciesLaneId }) {
  const species = laneSpecies[lane];
  const curve = useExplorer((state) => state.volumes[lane].curve);
  const spectrum = useExplorer((state) => volumeSpectrum(state, lane));
  const isStale = useExplorer((state) => isOldVolume(state, lane));
  const isRunning = useExplorer((state) => state.volumes[lane].run !== null);
  const chosen = useExplorer(
    useShallow(({ parameters }) => nearbySources.filter(({ id }) => parameters[`near.${id}`] === 'on')),
  );
  const mapEnergyGeV = useExplorer((state) => state.view.mapEnergy);
  const theme = useExplorer(themeName);
  const { setView } = useActions();
  const [lowest, highest] = particles[species].givenGeV;
  const energyRange = [Math.max(lowest, mapEnergyLimits[0]), highest] as const;
  const energyGeV = Math.min(Math.max(mapEnergyGeV, energyRange[0]), energyRange[1]);
  const maps = useMemo(
    () => (curve === null ? null : mapsAt(curve.slices, species, energyGeV)),
    [curve, species, energyGeV],
  );
  const model = curve?.parameters ?? null;
  const arms = useMemo(() => (model === null ? [] : armsOf(model)), [model]);
  const sources = useMemo(
    () => chosen.map((source) => ({ name: source.name, ...positionKpc(source) })),
    [chosen],
  );
  return (
    <GalaxyMaps
      maps={maps}
      species={species}
      modelName={models[laneModelKey[lane]].phrase}
      energyGeV={energyGeV}
      energyRange={energyRange}
      onEnergy={(energy) => {
        const kept = mapEnergy(energy);
        if (kept !== null) setView({ mapEnergy: kept });
      }}
      fluxAtSun={spectrum === null ? null : fluxWithoutNearby(spectrum, energyGeV)}
      innerHaloKpc={model === null || model.profile === 'uniform' ? null : model.xi * model.L}
      halfThicknessKpc={model?.L ?? standardParameters.L}
      arms={arms}
      sources={sources}
      isStale={isStale}
      theme={theme}
    >
      {isRunning && <p>It is being solved now. The maps come when it is done.</p>}
    </GalaxyMaps>
  );
}

export function GalaxyPanel() {
  const view = useExplorer((state) => state.view);
  usePanelInView();
  return (
    <>
      <NearestNote what="Maps are" />
      {volumeLanes(view).map((lane) => (
        <LaneMaps key={lane} lane={lane} />
      ))}
    </>
  );
}
