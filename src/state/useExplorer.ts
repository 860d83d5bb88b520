/** React's way into the store. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { ExplorerActions, ExplorerState, ExplorerStore } from './store';

const StoreContext = createContext<ExplorerStore | null>(null);
export const ExplorerProvider = StoreContext.Provider;

export function useExplorerStore(): ExplorerStore {
  const store = useContext(StoreContext);
  if (store === null) throw new Error('useExplorerStore needs an ExplorerProvider above it.');
  return store;
}

export function useExplorer<Selected>(selector: (state: ExplorerState) => Selected): Selected {
  return useStore(useExplorerStore(), selector);
}

export function useActions(): ExplorerActions {
  return useExplorer((state) => state.actions);
}
