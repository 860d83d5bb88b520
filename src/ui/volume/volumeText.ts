/** The three-dimensional solve in words: what is known of it, and how far it is. Pure. */
import { injectedIn, particles } from '../../model/particles';
import { gridText } from '../../model/propagated';
import { acceptedError } from '../../model/refinement';
import { interpolateLogLog } from '../../model/spectrum';
import type { ExplorerState, VolumeCurve } from '../../state/explorerState';
import { laneSpecies, type SpeciesLaneId, shownSpecies, type TabId, tabSpecies } from '../../state/lanes';
import { type VolumeStatus, volumeLanes, volumeStatus } from '../../state/selectors/volumes';
import { boundText, offText } from '../../text/percent';

const urgency: readonly VolumeStatus[] = ['running', 'error', 'cancelled', 'stale', 'none', 'fresh'];

type Source = Pick<ExplorerState, 'volumes' | 'parameters' | 'view'>;

/** The most urgent state among the three-dimensional solves of the present tab. */
export function shownVolumeStatus(state: Source): VolumeStatus {
  const statuses = volumeLanes(state.view).map((lane) => volumeStatus(state, lane));
  return urgency.find((candidate) => statuses.includes(candidate)) ?? 'none';
}

/** Of the work of all lanes that are asked for, 0 to 1. */
export function shownShare(state: Source): number {
  const lanes = volumeLanes(state.view);
  const shares = lanes.map((lane) => {
    const { run } = state.volumes[lane];
    return run === null ? 1 : run.share;
  });
  return shares.reduce((sum, share) => sum + share, 0) / lanes.length;
}

/** What arms do to the density at the Sun, for the same power of all sources. */
function levelText({ propagated, axisymmetricFlux }: VolumeCurve): string {
  const { species, kineticEnergyGeV, flux } = propagated;
  const energy = particles[injectedIn(species)].normalisationEnergyGeV;
  const at = (values: Float64Array) => interpolateLogLog(kineticEnergyGeV, values, energy);
  const percent = 100 * (at(flux) / at(axisymmetricFlux) - 1);
  const sign = percent < 0 ? '−' : '+';
  return `${sign}${Math.abs(percent).toFixed(Math.abs(percent) < 1 ? 2 : 0)} % at ${energy} GeV at the Sun against axial symmetry`;
}

function solvedText(curve: VolumeCurve): string {
  const { grid, residual, milliseconds, errorEstimate } = curve.report;
  return [
    `3D, grid ${gridText(grid)}`,
    errorEstimate <= acceptedError ? `within ${boundText(errorEstimate)}` : offText(errorEstimate),
    `residual ${residual.toExponential(1).replace('e-', 'e−')}`,
    `${(milliseconds / 1000).toFixed(1)} s`,
    levelText(curve),
  ].join(' · ');
}

const words: Record<Exclude<VolumeStatus, 'fresh' | 'error' | 'running'>, string> = {
  none: 'Not solved in three dimensions yet',
  stale: 'The 3D solution is of earlier values',
  cancelled: '3D solve stopped',
};

/** Three dimensions are of protons and electrons, whatever else is shown. */
export function volumeText(state: Source): string {
  const names = visibleNames(state.view.tab);
  const text = textOf(state);
  return names === '' ? text : `${names}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function visibleNames(tab: TabId): string {
  if (shownSpecies(tab).length > 0) return '';
  return tabSpecies(tab)
    .map((species) => particles[species].name)
    .join(', ');
}

function textOf(state: Source): string {
  const status = shownVolumeStatus(state);
  const lanes: readonly SpeciesLaneId[] = volumeLanes(state.view);
  if (status === 'running') {
    const names = lanes.map((lane) => particles[laneSpecies[lane]].name.toLowerCase());
    return `Solving ${names.join(' and ')} in 3D, ${Math.round(100 * shownShare(state))} %`;
  }
  if (status === 'error') {
    const failed = lanes.find((lane) => volumeStatus(state, lane) === 'error');
    return (failed && state.volumes[failed].error?.message) || 'The 3D solve failed.';
  }
  if (status !== 'fresh') return words[status];
  return lanes
    .flatMap((lane) => state.volumes[lane].curve ?? [])
    .map(solvedText)
    .join('; ');
}
