/** Under an embedded figure: the sliders that make its story, and the way to the whole explorer in the same state. */
import { type ExplorerParameterId, explorerTable, isNumberParameter } from '../../model/parameters/values';
import { linkTo } from '../../state/services/address';
import { useExplorer } from '../../state/useExplorer';
import { ExternalLink } from '../ExternalLink';
import { NumberRow } from '../parameters/NumberRow';
import '../parameters/Controls.css';
import './Embed.css';

/** Diffusion and the halo: what the two-halo model is about. */
export const essentialParameters: readonly ExplorerParameterId[] = [
  'delta0',
  'Delta',
  'xi',
  'cm.delta',
  'D0',
  'L',
];

export function EmbedSliders({ hidden }: { readonly hidden: readonly ExplorerParameterId[] }) {
  // The present state without the wishes of the page that frames this one. Text, which is equal when nothing has changed.
  const whole = useExplorer((state) => linkTo(state, '', window.location.href));
  const shown = essentialParameters.filter((id) => !hidden.includes(id));
  const entries = explorerTable.filter(isNumberParameter);
  return (
    <aside className="embed-sliders" aria-label="Parameters">
      <h1 className="visually-hidden">Two-Halo Explorer</h1>
      <div className="embed-rows">
        {shown.map((id) => {
          const entry = entries.find((candidate) => candidate.id === id);
          return entry && <NumberRow key={id} entry={entry} />;
        })}
      </div>
      <ExternalLink className="embed-link" href={whole}>
        Two-Halo Explorer, with all parameters
      </ExternalLink>
    </aside>
  );
}
