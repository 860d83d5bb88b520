/** State files and exports. What they need comes when it is asked for: most visits export nothing. */
import { useRef, useState } from 'react';
import { loadPart, reasonOf } from '../../parts/loadPart';
import { useActions, useExplorerStore } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { Icon } from '../icons';
import { lazyPart } from '../lazyPart';
import { Popover } from '../Popover';
import type { FileItem } from './FileItems';
import './FileMenu.css';

const FileItems = lazyPart(
  () => import('./FileItems'),
  ({ FileItems }) => FileItems,
);

export function FileMenu() {
  const store = useExplorerStore();
  const { notify } = useActions();
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const run = async ({ label, run: act }: Pick<FileItem, 'label' | 'run'>) => {
    setBusy(label);
    try {
      await act(await loadPart(() => import('./fileActions')), store);
    } catch (error) {
      notify('problem', `"${label}" did not work.`, [reasonOf(error)]);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <Popover
        buttonClass="button button-icon"
        buttonName="Save and export"
        buttonLabel={<Icon name="download" />}
        panelName="Save and export"
      >
        {(close) => (
          <Panel name="The menu" waits={<p className="file-menu">Loading</p>}>
            <FileItems
              busy={busy}
              onRun={(item) => void run(item)}
              onOpen={() => {
                close();
                picker.current?.click();
              }}
            />
          </Panel>
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
          void run({ label: 'Open state', run: (actions) => actions.openState(store, file) });
        }}
      />
    </>
  );
}
