/** Under an embedded figure: the sliders that make its story, and the way to the whole explorer in the same state. */
import { type ExplorerParameterId, explorerTable, isNumberParameter } from '../../model/parameters';
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

/** The present address without the wishes of the page that frames it. */
function wholeAddress(): string {
  const { origin, pathname, hash } = window.location;
  return `${origin}${pathname}${hash}`;
}

export function EmbedSliders({ hidden }: { readonly hidden: readonly ExplorerParameterId[] }) {
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
      <a
        className="embed-link"
        href="./"
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          event.currentTarget.href = wholeAddress();
        }}
      >
        Two-Halo Explorer, with all parameters
      </a>
    </aside>
  );
}
