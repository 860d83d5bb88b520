/** What stands in the menu of files: exports, and the state to a file and back. Comes when the menu is opened. */
import type { ExplorerStore } from '../../state/store';

export type FileActions = typeof import('./fileActions');

export interface FileItem {
  readonly label: string;
  readonly detail: string;
  run(actions: FileActions, store: ExplorerStore): Promise<void> | void;
}

const figures: readonly FileItem[] = [
  { label: 'SVG, 85 mm', detail: 'one column', run: (actions, store) => actions.saveSvg(store, 85) },
  { label: 'SVG, 174 mm', detail: 'two columns', run: (actions, store) => actions.saveSvg(store, 174) },
  { label: 'PNG, 85 mm', detail: '600 dpi', run: (actions, store) => actions.savePng(store, 85) },
  { label: 'PNG, 174 mm', detail: '600 dpi', run: (actions, store) => actions.savePng(store, 174) },
];
const numbers: readonly FileItem[] = [
  { label: 'CSV', detail: 'curves and shown data', run: (actions, store) => actions.saveCsv(store) },
  { label: 'BibTeX', detail: 'paper and shown data', run: (actions, store) => actions.saveBibtex(store) },
];
const save: FileItem = {
  label: 'Save state',
  detail: 'parameters, view, frozen curves',
  run: (actions, store) => actions.saveState(store),
};

export interface FileItemsProps {
  /** Label of what is being done. */
  readonly busy: string | null;
  readonly onRun: (item: FileItem) => void;
  readonly onOpen: () => void;
}

export function FileItems({ busy, onRun, onOpen }: FileItemsProps) {
  const button = (item: FileItem) => (
    <button
      key={item.label}
      type="button"
      className="file-item"
      aria-disabled={busy !== null}
      onClick={() => {
        if (busy === null) onRun(item);
      }}
    >
      <strong>{item.label}</strong>
      <span>{busy === item.label ? 'one moment' : item.detail}</span>
    </button>
  );
  return (
    <div className="file-menu">
      <h2>Figure as shown</h2>
      <div className="file-grid">{figures.map(button)}</div>
      <h2>Numbers and citations</h2>
      <div className="file-grid">{numbers.map(button)}</div>
      <h2>State</h2>
      <div className="file-grid">
        {button(save)}
        <button type="button" className="file-item" onClick={onOpen}>
          <strong>Open state</strong>
          <span>from a file saved here</span>
        </button>
      </div>
      <p>Made on this machine; nothing is uploaded.</p>
    </div>
  );
}
