/** From the explorer's parameters to what is solved for a curve; its key is that of a solution exactly if it is of these values. */
import { memoByIdentity } from '../memo/memoByIdentity';
import { type Solve, solveOf } from '../model/key';
import { type LaneId, laneParameters, laneSolveKey, laneSpecies, type SpeciesLaneId } from '../model/lanes';
import type { ExplorerParameters } from '../model/parameters/values';

/** Asked many times for each event; the present values, those before a drag and those of frozen curves come in turns. */
const keySlots = 48;

export const laneSolve = memoByIdentity(
  (lane: LaneId, explorer: ExplorerParameters): Solve =>
    solveOf(laneParameters(lane, explorer), laneSolveKey[lane]),
  keySlots,
);

/** In three dimensions. */
export const volumeSolve = memoByIdentity(
  (lane: SpeciesLaneId, explorer: ExplorerParameters): Solve =>
    solveOf(laneParameters(lane, explorer), laneSpecies[lane], 'box'),
  keySlots,
);

/** The key of the curve a lane should show for these parameters. */
export function laneKey(lane: LaneId, explorer: ExplorerParameters): string {
  return laneSolve(lane, explorer).key;
}

export function volumeKey(lane: SpeciesLaneId, explorer: ExplorerParameters): string {
  return volumeSolve(lane, explorer).key;
}
