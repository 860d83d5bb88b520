/** Protons, electrons, both, and a choice of all else. Arrow keys move between tabs, as the tab pattern asks. */
import { type KeyboardEvent, useRef } from 'react';
import { observables } from '../../model/observables';
import { type TabId, tabIds, tabObservables } from '../../state/lanes';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { lazyPart } from '../lazyPart';
import { Popover } from '../Popover';

const ObservablePicker = lazyPart(
  () => import('./ObservablePicker'),
  ({ ObservablePicker }) => ObservablePicker,
);

type OwnTab = (typeof tabIds)[number];
const labels: Record<OwnTab, string> = { protons: 'Protons', electrons: 'Electrons', both: 'Both' };
export const figurePanelId = 'figure-panel';

function tabButtonId(tab: OwnTab): string {
  return `tab-${tab}`;
}

function ownTab(tab: TabId): OwnTab | undefined {
  return tabIds.find((id) => id === tab);
}

/** What names the panel of a tab: its button, or what it shows. */
export function panelNaming(tab: TabId): { 'aria-labelledby'?: string; 'aria-label'?: string } {
  const own = ownTab(tab);
  if (own !== undefined) return { 'aria-labelledby': tabButtonId(own) };
  return {
    'aria-label': tabObservables(tab)
      .map((id) => observables[id].name)
      .join(', '),
  };
}

function MoreButton({ tab }: { readonly tab: TabId }) {
  const [first, ...others] = tabObservables(tab);
  const isOwn = ownTab(tab) !== undefined;
  const count = others.length === 0 ? '' : ` +${others.length}`;
  const label = isOwn || first === undefined ? 'More' : `${observables[first].symbol}${count}`;
  return (
    <Popover
      buttonLabel={label}
      buttonName={label === 'More' ? 'More observables' : `${label}: choose observables`}
      buttonClass={`tabs-more${isOwn ? '' : ' is-chosen'}`}
      panelName="Observables"
    >
      {() => (
        <Panel name="The choice of observables">
          <ObservablePicker />
        </Panel>
      )}
    </Popover>
  );
}

export function FigureTabs() {
  const tab = useExplorer((state) => state.view.tab);
  const { setView } = useActions();
  const list = useRef<HTMLDivElement>(null);
  const own = ownTab(tab);
  const at = own === undefined ? 0 : tabIds.indexOf(own);
  const onKeyDown = (event: KeyboardEvent) => {
    // With these, arrows are the browser's: Back, among others.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = tabIds[(at + move + tabIds.length) % tabIds.length] ?? 'protons';
    setView({ tab: next });
    list.current?.querySelector<HTMLElement>(`#${tabButtonId(next)}`)?.focus();
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label="Species" ref={list} onKeyDown={onKeyDown}>
        {tabIds.map((id, index) => (
          <button
            key={id}
            id={tabButtonId(id)}
            type="button"
            role="tab"
            aria-selected={id === tab}
            aria-controls={figurePanelId}
            tabIndex={index === at ? 0 : -1}
            onClick={() => setView({ tab: id })}
          >
            {labels[id]}
          </button>
        ))}
      </div>
      <MoreButton tab={tab} />
    </div>
  );
}
