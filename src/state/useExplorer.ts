/** React's way into the store. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { memoByIdentity } from '../memo/memoByIdentity';
import type { ExplorerActions, ExplorerState } from './explorerState';
import type { ExplorerStore } from './store';

const StoreContext = createContext<ExplorerStore | null>(null);
export const ExplorerProvider = StoreContext.Provider;

export function useExplorerStore(): ExplorerStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useExplorerStore needs an ExplorerProvider above it.');
  return store;
}

/**
 * What a selector gives of the state. Asked twice of the same state it is the same object, whatever the selector does: one that
 * made a new one each time would be asked for ever, and the page would go blank.
 */
export function useExplorer<Selected>(selector: (state: ExplorerState) => Selected): Selected {
  const store = useExplorerStore();
  const read = useMemo(() => memoByIdentity(selector), [selector]);
  return useSyncExternalStore(store.subscribe, () => read(store.getState()));
}

export function useActions(): ExplorerActions {
  return useExplorer((state) => state.actions);
}
