/** Whether what is drawn is of the paper's parameters: words about the paper's curves are only for those. */
import type { ExplorerParameterId, ExplorerParameters } from '../../model/parameters/values';
import { changedParameters } from '../../model/presets';
import type { LaneId } from '../lanes';
import { parameterReach } from './parameterReach';

/** Parameters that are not the paper's and move one of these curves. */
export function unlikePaper(
  parameters: ExplorerParameters,
  lanes: readonly LaneId[],
): readonly ExplorerParameterId[] {
  const reach = parameterReach(parameters);
  return changedParameters(parameters).filter((id) => lanes.some((lane) => reach[id].includes(lane)));
}
