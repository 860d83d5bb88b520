/** From the explorer's parameters to the key of a curve: equal to that of a solution exactly if it is of these values. */
import { memoByIdentity } from '../memo/memoByIdentity';
import { solverKey } from '../model/key';
import { type LaneId, laneParameters, laneSpecies } from '../model/lanes';
import type { ExplorerParameters } from '../model/parameters';

/** Asked many times for each event; the present values, those before a drag and those of frozen curves come in turns. */
const keySlots = 48;

/** The key of the curve a lane should show for these parameters. */
export const laneKey = memoByIdentity(
  (lane: LaneId, explorer: ExplorerParameters): string =>
    solverKey(laneParameters(lane, explorer), laneSpecies[lane]),
  keySlots,
);

/** The same of its solve in three dimensions. */
export const volumeKey = memoByIdentity(
  (lane: LaneId, explorer: ExplorerParameters): string =>
    solverKey(laneParameters(lane, explorer), laneSpecies[lane], 'box'),
  keySlots,
);
