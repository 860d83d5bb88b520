/** Protons, electrons, both. Arrow keys move between tabs, as the tab pattern asks. */
import { type KeyboardEvent, useRef } from 'react';
import { type TabId, tabIds } from '../../state/lanes';
import { useActions, useExplorer } from '../../state/useExplorer';

const labels: Record<TabId, string> = { protons: 'Protons', electrons: 'Electrons', both: 'Both' };
export const figurePanelId = 'figure-panel';

export function tabButtonId(tab: TabId): string {
  return `tab-${tab}`;
}

export function FigureTabs() {
  const tab = useExplorer((state) => state.view.tab);
  const { setView } = useActions();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    // With these, arrows are the browser's: Back, among others.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const next = tabIds[(tabIds.indexOf(tab) + move + tabIds.length) % tabIds.length] ?? 'protons';
    setView({ tab: next });
    list.current?.querySelector<HTMLElement>(`#${tabButtonId(next)}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Species" ref={list} onKeyDown={onKeyDown}>
      {tabIds.map((id) => (
        <button
          key={id}
          id={tabButtonId(id)}
          type="button"
          role="tab"
          aria-selected={id === tab}
          aria-controls={figurePanelId}
          tabIndex={id === tab ? 0 : -1}
          onClick={() => setView({ tab: id })}
        >
          {labels[id]}
        </button>
      ))}
    </div>
  );
}
