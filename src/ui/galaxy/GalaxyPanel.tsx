/** The maps of the present tab's three-dimensional solves: what the state holds, handed to the maps. */
import type { Spectrum } from '../../model/propagated';
import { interpolateLogLog } from '../../model/spectrum';
import { givenRangeGeV } from '../../model/tiers';
import { mapsAt } from '../../model/volumeSlices';
import { nearbySources, positionKpc } from '../../physics/nearbySources';
import { armCentreLines } from '../../physics/spiralArmTables';
import { volumeSpectrum } from '../../plot/figureState';
import { type LaneId, laneModelKey, laneParameters, laneSpecies } from '../../state/lanes';
import { themeName } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';
import { mapEnergy } from '../../state/viewText';
import { isOldVolume, volumeLanes } from '../../state/volumes';
import { GalaxyMaps } from './GalaxyMaps';

const modelNames = { thm: 'two halos', cm: 'conventional model' } as const;

/** Radii (kpc) between which arms are drawn. */
const armRangeKpc = [2, 18] as const;
const armPoints = 160;

/** Interstellar flux at the Sun of what the maps show. */
function fluxWithoutNearby({ kineticEnergyGeV, interstellar, nearby }: Spectrum, energyGeV: number): number {
  const at = (values: Float64Array) => interpolateLogLog(kineticEnergyGeV, values, energyGeV);
  return nearby.reduce((rest, source) => rest - at(source.interstellar), at(interstellar));
}

function LaneMaps({ lane }: { readonly lane: LaneId }) {
  const species = laneSpecies[lane];
  const curve = useExplorer((state) => state.volumes[lane].curve);
  const spectrum = useExplorer((state) => volumeSpectrum(state, lane));
  const isStale = useExplorer((state) => isOldVolume(state, lane));
  const explorer = useExplorer((state) => state.parameters);
  const energyGeV = useExplorer((state) => state.view.mapEnergy);
  const theme = useExplorer(themeName);
  const { setView } = useActions();
  const model = laneParameters(lane, explorer);
  const energyRange = givenRangeGeV[species];
  const shown = Math.min(Math.max(energyGeV, energyRange[0]), energyRange[1]);
  const hasArms = model.sources === 'arms' && model.armContrast > 0;
  const arms = hasArms
    ? armCentreLines(model.armTable, (model.armPhase * Math.PI) / 180, armRangeKpc, armPoints)
    : [];
  const sources = nearbySources
    .filter(({ id }) => model[`near.${id}`] === 'on')
    .map((source) => ({ name: source.name, ...positionKpc(source) }));
  return (
    <GalaxyMaps
      maps={curve === null ? null : mapsAt(curve.slices, species, shown)}
      species={species}
      modelName={modelNames[laneModelKey[lane]]}
      energyGeV={shown}
      energyRange={energyRange}
      onEnergy={(energy) => {
        const kept = mapEnergy(energy);
        if (kept !== null) setView({ mapEnergy: kept });
      }}
      fluxAtSun={spectrum === null ? null : fluxWithoutNearby(spectrum, shown)}
      innerHaloKpc={model.profile === 'uniform' ? null : model.xi * model.L}
      halfThicknessKpc={model.L}
      arms={arms}
      sources={sources}
      isStale={isStale}
      theme={theme}
    />
  );
}

export function GalaxyPanel() {
  const view = useExplorer((state) => state.view);
  return volumeLanes(view).map((lane) => <LaneMaps key={lane} lane={lane} />);
}
