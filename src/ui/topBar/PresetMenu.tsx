/** Published parameter sets, each with the paper it is from. */

import { comparisonTable } from '../../model/parameters/table/comparison';
import type { ExplorerParameters } from '../../model/parameters/values';
import { changedParameters, type PresetId, paperExplorer, presetIds, presets } from '../../model/presets';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Icon } from '../icons';
import { Popover } from '../Popover';

/** The explorer with a preset as its first curve; the second stays the paper's conventional model. */
function explorerOf(id: PresetId): ExplorerParameters {
  const comparison = Object.fromEntries(comparisonTable.map((entry) => [entry.id, paperExplorer[entry.id]]));
  return { ...paperExplorer, ...presets[id].parameters, ...comparison };
}

/** The preset the parameters are nearest to, and how many of them differ from it. */
function nearestPreset(parameters: ExplorerParameters): { readonly id: PresetId; readonly changes: number } {
  const distances = presetIds.map((id) => ({
    id,
    changes: changedParameters(parameters, explorerOf(id)).length,
  }));
  return distances.reduce((best, candidate) => (candidate.changes < best.changes ? candidate : best));
}

export function PresetMenu() {
  const actions = useActions();
  const nearest = useExplorer((state) => nearestPreset(state.parameters).id);
  const changes = useExplorer((state) => nearestPreset(state.parameters).changes);
  return (
    <Popover
      panelName="Presets"
      buttonClass="button preset-button"
      buttonLabel={
        <>
          <span className="preset-name">{presets[nearest].title}</span>
          {changes > 0 && <span className="modified-text">modified</span>}
          <Icon name="chevron" />
        </>
      }
    >
      {(close) => (
        <ul className="preset-list">
          {presetIds.map((id) => (
            <li key={id}>
              <button
                type="button"
                className="preset-option"
                aria-pressed={id === nearest && changes === 0}
                onClick={() => {
                  actions.apply(explorerOf(id));
                  close();
                }}
              >
                <strong>{presets[id].title}</strong>
                <span>{presets[id].citation}</span>
                {presets[id].note !== '' && <span>{presets[id].note}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
