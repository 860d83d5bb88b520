/**
 * The explorer's state: what the person set, what was solved for it, how it is drawn. Framework-free (zustand
 * vanilla); React reads it through useExplorer.ts, the solve scheduler and the address bar subscribe to it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExplorerParameters } from '../model/parameters/values';
import { paperExplorer } from '../model/presets';
import { offText } from '../text/percent';
import { allReleased, type Held, released, replaced, set as setHeld, taken, takenBack } from './drag';
import type { Curve, ExplorerActions, ExplorerState, LaneError, LaneState, Notice } from './explorerState';
import { frozen, ghostsOf, renamed, withCurve } from './ghosts';
import { emptyHistory, type History, redo, type Step, undo } from './history';
import { volumeKey } from './laneKeys';
import { laneRecord, speciesLaneIds, speciesLaneRecord } from './lanes';
import { emptyVolume } from './selectors/volumes';
import { changedView, standardView } from './view';

/** The grid on which a curve would be solved next. */
export function nextRefinement({ propagated: { report } }: Curve): number {
  return report.tier === 'live' ? 0 : report.refinement + 1;
}

export type ExplorerStore = StoreApi<ExplorerState>;

function stoppedMessage(curve: Curve | null, key: string): string {
  if (curve === null) return 'Stopped';
  if (curve.key !== key) return 'Stopped; the dimmed curves are of earlier values';
  return `Stopped; the curves are ${offText(curve.propagated.report.errorEstimate)}`;
}

const emptyLane: LaneState = { curve: null, solving: null, stale: false, error: null };

export function createExplorerStore(): ExplorerStore {
  let noticeCount = 0;
  return createStore<ExplorerState>((set, get) => {
    const hold = (change: (state: Held) => Held) => {
      const { parameters, drag, history } = get();
      const before: Held = { parameters, drag, history };
      const after = change(before);
      if (after !== before) set(after);
    };
    const step = (way: (history: History, present: ExplorerParameters) => Step | undefined) =>
      hold((state) => {
        const rest = allReleased(state);
        return { ...rest, ...way(rest.history, rest.parameters) };
      });
    const actions: ExplorerActions = {
      beginDrag: (id, hand = 'keys') => hold((state) => taken(state, id, hand)),
      change: (id, value, hand) => hold((state) => setHeld(state, id, value, hand)),
      endDrag: (hand = 'keys') => hold((state) => released(state, hand)),
      cancelDrag: (hand = 'keys') => hold((state) => takenBack(state, hand)),
      apply: (parameters) => hold((state) => replaced(state, parameters)),
      undo: () => step(undo),
      redo: () => step(redo),
      setView: (change) => set((state) => ({ view: changedView(state.view, change) })),
      setTheme: (theme) => set({ theme }),
      setSystemTheme: (systemTheme) => set({ systemTheme }),
      setCatalogue: (catalogue) => set({ catalogue }),
      setTableVisible: (id, visible) =>
        set((state) => ({ view: { ...state.view, tables: { ...state.view.tables, [id]: visible } } })),
      setProtonsFrom: (protonsFrom) => set({ protonsFrom }),
      freeze: (name) => set((state) => ({ ghosts: frozen(state, name) })),
      renameGhost: (id, name) => set((state) => ({ ghosts: renamed(state.ghosts, id, name) })),
      removeGhost: (id) => set((state) => ({ ghosts: state.ghosts.filter((ghost) => ghost.id !== id) })),
      setGhosts: (ghosts) => set({ ghosts }),
      setGhostCurve: (id, lane, propagated) =>
        set((state) => ({ ghosts: withCurve(state.ghosts, id, lane, propagated) })),
      updateLane: (lane, change) =>
        set((state) => ({ lanes: { ...state.lanes, [lane]: { ...state.lanes[lane], ...change } } })),
      cancel: (lanes) => {
        for (const lane of lanes) {
          const { solving: key, curve } = get().lanes[lane];
          if (key === null) continue;
          const refinement = curve?.key === key ? nextRefinement(curve) : 0;
          const message = stoppedMessage(curve, key);
          const error: LaneError = { key, message, refinement, isCancelled: true };
          actions.updateLane(lane, { solving: null, error });
        }
      },
      solveVolumes: (lanes) => {
        for (const lane of lanes) {
          if (get().volumes[lane].run !== null) continue;
          const run = { key: volumeKey(lane, get().parameters), share: 0, flux: null };
          actions.updateVolume(lane, { run, error: null });
        }
      },
      updateVolume: (lane, change) =>
        set((state) => ({ volumes: { ...state.volumes, [lane]: { ...state.volumes[lane], ...change } } })),
      cancelVolumes: () => {
        for (const lane of speciesLaneIds) {
          const { run } = get().volumes[lane];
          if (run === null) continue;
          const error: LaneError = { key: run.key, message: '3D solve stopped', isCancelled: true };
          actions.updateVolume(lane, { run: null, error });
        }
      },
      setNearbyReady: () => set({ nearbyReady: true }),
      setComposed: () => set({ composed: true }),
      retry: () =>
        set((state) => ({
          lanes: laneRecord((lane) => ({ ...state.lanes[lane], error: null })),
          notices: state.notices.filter(({ canRetry }) => !canRetry),
          retries: state.retries + 1,
        })),
      restore: (parameters, view) => set((state) => ({ ...allReleased(state), parameters, view })),
      open: ({ parameters, view, ghosts }) => {
        actions.apply(parameters);
        set({ view, ghosts: ghostsOf(ghosts) });
      },
      notify: (tone, title, details = [], canRetry = false) => {
        noticeCount += 1;
        const notice: Notice = { id: noticeCount, tone, title, details, canRetry };
        set((state) => ({ notices: [...state.notices.slice(-2), notice] }));
      },
      dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
    };
    return {
      parameters: paperExplorer,
      drag: null,
      history: emptyHistory,
      lanes: laneRecord(() => emptyLane),
      volumes: speciesLaneRecord(() => emptyVolume),
      nearbyReady: false,
      composed: false,
      view: standardView,
      ghosts: [],
      theme: 'system',
      systemTheme: 'light',
      catalogue: { kind: 'loading' },
      protonsFrom: 0,
      notices: [],
      retries: 0,
      actions,
    };
  });
}

/** The theme that is shown. */
export function themeName(state: Pick<ExplorerState, 'theme' | 'systemTheme'>): 'light' | 'dark' {
  return state.theme === 'system' ? state.systemTheme : state.theme;
}
