/** What a row needs to know about its parameter; each row re-renders only when its own answer changes. */
import type { ModelKey } from '../../model/models';
import { type ExplorerParameterId, parameterDefinition } from '../../model/parameters/values';
import { paperExplorer } from '../../model/presets';
import { laneModelKey } from '../../state/lanes';
import { parameterReach } from '../../state/selectors/parameterReach';
import { useExplorer } from '../../state/useExplorer';

/** The one model whose curves it moves. `none`: with the other settings as they are, no curve depends on it. */
export type CurvesMoved = ModelKey | 'several' | 'none';

export interface ParameterView {
  readonly id: ExplorerParameterId;
  readonly value: number | string;
  readonly isModified: boolean;
  readonly moves: CurvesMoved;
}

export function useParameter(name: string): ParameterView {
  if (parameterDefinition(name) === undefined) throw new Error(`"${name}" is not in the parameter table.`);
  // The cast: the line above checked it.
  const id = name as ExplorerParameterId;
  const value = useExplorer((state) => state.parameters[id]);
  const moves = useExplorer((state): CurvesMoved => {
    const models = new Set(parameterReach(state.parameters)[id].map((lane) => laneModelKey[lane]));
    return models.size > 1 ? 'several' : ([...models][0] ?? 'none');
  });
  return { id, value, isModified: value !== paperExplorer[id], moves };
}
