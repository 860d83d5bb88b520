/** All parameters, by group. */
import { parameterGroups } from '../../model/parameters/definition';
import type { ExplorerParameterId } from '../../model/parameters/values';
import { changedParameters, paperExplorer } from '../../model/presets';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Boundary } from '../Boundary';
import { ParameterGroup } from './ParameterGroup';
import './ParameterRail.css';
import './Controls.css';

export interface ParameterRailProps {
  /** Parameters that are not shown; a group without any other goes with them. */
  readonly hidden: readonly ExplorerParameterId[];
}

export function ParameterRail({ hidden }: ParameterRailProps) {
  const changed = useExplorer((state) => changedParameters(state.parameters).length);
  const { apply } = useActions();
  return (
    <aside className="rail" aria-label="Parameters">
      <div className="rail-head">
        <h2>Parameters</h2>
        <p className={changed === 0 ? undefined : 'modified-text'}>
          {changed === 0 ? 'as in the paper' : `${changed} modified`}
        </p>
        <button
          type="button"
          className="button button-small rail-reset"
          title="Back to the paper's parameters; can be undone"
          aria-disabled={changed === 0}
          onClick={() => {
            if (changed > 0) apply(paperExplorer);
          }}
        >
          Reset all
        </button>
      </div>
      {parameterGroups.map((group) => (
        <Boundary key={group.id} name={group.label}>
          <ParameterGroup
            id={group.id}
            label={group.label}
            startsOpen={group.id === 'diffusion'}
            hidden={hidden}
          />
        </Boundary>
      ))}
      <p className="rail-foot">
        After Jin, Guo &amp; Hu,{' '}
        <cite>
          Chin. Phys. C <b>40</b>, 015101 (2016)
        </cite>
        , arXiv:1504.06903. Drag, type, or use the arrow keys; Shift for fine steps.
      </p>
    </aside>
  );
}
