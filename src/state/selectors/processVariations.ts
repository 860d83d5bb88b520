/**
 * What each process does to a curve: the model solved again with one process switched over, everything else as it is. One unit
 * of source stays one unit of source, so the ratio of two solutions is what the process itself does.
 */
import { windLaw } from '../../model/laws';
import { parameterTable } from '../../model/parameters/parameterTable';
import type { ExplorerParameters } from '../../model/parameters/values';
import { injectedIn, particles } from '../../model/particles';
import type { Propagated } from '../../model/propagated';
import { interpolateLogLog } from '../../model/spectrum';
import { isBlowing } from '../../physics/wind';
import { laneParameters, laneSpecies, type SpeciesLaneId } from '../lanes';
import type { Variation } from '../services/variations';
import { parameterReach } from './parameterReach';

type Entry = (typeof parameterTable)[number];
export type ProcessEntry = Extract<Entry, { group: 'processes' }>;
export type ProcessId = ProcessEntry['id'];

/** Every process of the parameter table, in its order. */
export const processEntries: readonly ProcessEntry[] = parameterTable.filter(
  (entry): entry is ProcessEntry => entry.group === 'processes',
);

/** Kinetic energies (GeV) of the table. */
export const processTableGeV = [1, 10, 100, 1000] as const;

/** The same with one process switched over. */
export function toggled(explorer: ExplorerParameters, id: ProcessId): ExplorerParameters {
  return { ...explorer, [id]: explorer[id] === 'on' ? 'off' : 'on' };
}

/** The processes that differ between two sets of parameters. */
export function changedProcesses(before: ExplorerParameters, after: ExplorerParameters): ProcessEntry[] {
  return processEntries.filter(({ id }) => before[id] !== after[id]);
}

/** Whether switching a process over can change a lane's curve: without waves that move there is no reacceleration. */
export function isActing(explorer: ExplorerParameters, lane: SpeciesLaneId, id: ProcessId): boolean {
  if (id === 'reacceleration' && explorer.vA === 0) return false;
  return parameterReach(explorer)[id].includes(lane);
}

/** The processes that a lane knows. */
export function laneProcesses(explorer: ExplorerParameters, lane: SpeciesLaneId): ProcessEntry[] {
  return processEntries.filter(({ id }) => parameterReach(explorer)[id].includes(lane));
}

export function variationOf(key: string, explorer: ExplorerParameters, lane: SpeciesLaneId): Variation {
  return { key, parameters: laneParameters(lane, explorer), species: laneSpecies[lane] };
}

export const presentKey = 'the present values';

/** The Galactic wind, which is switched off as processes are, but has no switch: its speed is a parameter. */
export const windKey = 'wind';

export function hasWind(explorer: ExplorerParameters): boolean {
  return isBlowing(windLaw(explorer));
}

/**
 * What the view needs solved for a lane: the present values first, then each process switched over, by its id, then still air in
 * place of a wind.
 */
export function processVariations(explorer: ExplorerParameters, lane: SpeciesLaneId): Variation[] {
  return [
    variationOf(presentKey, explorer, lane),
    ...laneProcesses(explorer, lane)
      .filter(({ id }) => isActing(explorer, lane, id))
      .map(({ id }) => variationOf(id, toggled(explorer, id), lane)),
    ...(hasWind(explorer) ? [variationOf(windKey, { ...explorer, V0: 0, V1: 0 }, lane)] : []),
  ];
}

/** What is kept equal when two solutions are compared: the strength of the sources, or the flux at the reference energy. */
export const comparisonIds = ['sources', 'reference'] as const;
export type Comparison = (typeof comparisonIds)[number];

/** 100 (changed / present - 1) at each energy of `present`, of the flux before modulation; NaN where there is no flux. */
export function differencePercent(
  changed: Propagated,
  present: Propagated,
  comparison: Comparison,
): Float64Array<ArrayBuffer> {
  const atReference = ({ kineticEnergyGeV, flux }: Propagated) =>
    interpolateLogLog(kineticEnergyGeV, flux, particles[injectedIn(present.species)].normalisationEnergyGeV);
  const scale = comparison === 'sources' ? 1 : atReference(present) / atReference(changed);
  return present.flux.map((flux, i) => {
    const other = changed.flux[i]! * scale;
    return flux > 0 && other > 0 ? 100 * (other / flux - 1) : Number.NaN;
  });
}

/** A tabulated value between the energies of its table, linear in the logarithm of the energy; clamped to the ends. */
export function valueAtEnergy(
  kineticEnergyGeV: ArrayLike<number>,
  values: ArrayLike<number>,
  energyGeV: number,
): number {
  const last = kineticEnergyGeV.length - 1;
  let i = 0;
  while (i < last && kineticEnergyGeV[i + 1]! <= energyGeV) i++;
  const low = kineticEnergyGeV[i]!;
  if (i === last || energyGeV <= low) return values[i]!;
  const share = Math.log(energyGeV / low) / Math.log(kineticEnergyGeV[i + 1]! / low);
  return values[i]! + share * (values[i + 1]! - values[i]!);
}
