/** State files and exports. What they need comes when it is asked for: most visits export nothing. */
import { useRef, useState } from 'react';
import { loadPart, reasonOf } from '../../parts/loadPart';
import { useActions, useExplorerStore } from '../../state/useExplorer';
import { Icon } from '../icons';
import { Popover } from '../Popover';
import './FileMenu.css';

type FileActions = typeof import('./fileActions');

interface Item {
  readonly label: string;
  readonly detail: string;
  run(actions: FileActions): Promise<void> | void;
}

export function FileMenu() {
  const store = useExplorerStore();
  const { notify } = useActions();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const run = async (item: Item) => {
    setBusy(item.label);
    try {
      await item.run(await loadPart(() => import('./fileActions')));
    } catch (error) {
      notify('problem', `"${item.label}" did not work.`, [reasonOf(error)]);
    } finally {
      setBusy(null);
    }
  };
  const figures: readonly Item[] = [
    { label: 'SVG, 85 mm', detail: 'one column', run: (actions) => actions.saveSvg(store, 85) },
    { label: 'SVG, 174 mm', detail: 'two columns', run: (actions) => actions.saveSvg(store, 174) },
    { label: 'PNG, 85 mm', detail: '600 dpi', run: (actions) => actions.savePng(store, 85) },
    { label: 'PNG, 174 mm', detail: '600 dpi', run: (actions) => actions.savePng(store, 174) },
  ];
  const numbers: readonly Item[] = [
    { label: 'CSV', detail: 'curves and shown data', run: (actions) => actions.saveCsv(store) },
    { label: 'BibTeX', detail: 'paper and shown data', run: (actions) => actions.saveBibtex(store) },
  ];
  const save: Item = {
    label: 'Save state',
    detail: 'parameters, view, frozen curves',
    run: (actions) => actions.saveState(store),
  };
  const button = (item: Item) => (
    <button
      key={item.label}
      type="button"
      className="file-item"
      aria-disabled={busy !== null}
      onClick={() => {
        if (busy === null) void run(item);
      }}
    >
      <strong>{item.label}</strong>
      <span>{busy === item.label ? 'one moment' : item.detail}</span>
    </button>
  );
  return (
    <>
      <Popover
        buttonClass="button button-icon"
        buttonName="Save and export"
        buttonLabel={<Icon name="download" />}
        panelName="Save and export"
      >
        {(close) => (
          <div className="file-menu">
            <h2>Figure as shown</h2>
            <div className="file-grid">{figures.map(button)}</div>
            <h2>Numbers and citations</h2>
            <div className="file-grid">{numbers.map(button)}</div>
            <h2>State</h2>
            <div className="file-grid">
              {button(save)}
              <button
                type="button"
                className="file-item"
                onClick={() => {
                  close();
                  picker.current?.click();
                }}
              >
                <strong>Open state</strong>
                <span>from a file saved here</span>
              </button>
            </div>
            <p>Made on this machine; nothing is uploaded.</p>
          </div>
        )}
      </Popover>
      {/* Outside the menu, which is gone by the time that a file is chosen. */}
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label="State file"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file === undefined) return;
          void run({
            label: 'Open state',
            detail: '',
            run: (actions) => actions.openState(store, file),
          });
        }}
      />
    </>
  );
}
