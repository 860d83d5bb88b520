/**
 * The explorer's state: what the person set, what was solved for it, how it is drawn. Framework-free (zustand
 * vanilla); React reads it through useExplorer.ts, the solve scheduler and the address bar subscribe to it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ExplorerParameterId, ExplorerParameters, ParameterValue } from '../model/parameters';
import { paperExplorer } from '../model/presets';
import type { Propagated, Tier } from '../model/propagated';
import { offText } from '../text/percent';
import type { CatalogueState } from './catalogue';
import {
  allReleased,
  type Drag,
  type Hand,
  type Held,
  released,
  replaced,
  set as setHeld,
  taken,
  takenBack,
} from './drag';
import { frozen, type Ghost, ghostsOf, renamed, withCurve } from './ghosts';
import { emptyHistory, type History, redo, type Step, undo } from './history';
import { type LaneId, laneIds, laneRecord } from './lanes';
import { volumeKey } from './solverKey';
import type { OpenedState } from './stateFile';
import { changedView, standardView, type ThemeChoice, type ViewSettings } from './view';
import { emptyVolume, type VolumeState } from './volumes';

/** A solved curve and the request it answers. */
export interface Curve {
  readonly propagated: Propagated;
  /** Key of the request it was solved for (solverKey.ts): equal to the lane's present key if it is up to date. */
  readonly key: string;
  /** Counts answers: the curve with the largest number came last. */
  readonly order: number;
}

/** The grid on which a curve would be solved next. */
export function nextRefinement({ propagated: { report } }: Curve): number {
  return report.tier === 'live' ? 0 : report.refinement + 1;
}

export interface LaneError {
  /** Key of the request that failed: for other values the curve is solved again by itself. */
  readonly key: string;
  readonly message: string;
  /** The tier that failed: another may do. */
  readonly tier?: Tier;
  /** Of the grid that failed: above 0 the curve itself is there, on a coarser one. */
  readonly refinement?: number;
  /** The model is known to have no answer: to try again is pointless. */
  readonly isRefused?: true;
  /** Only a finer grid does not converge: the curve stands as it is, with its own estimate. */
  readonly isFinerGrid?: true;
  /** Stopped by the person, not by the solver. */
  readonly isCancelled?: true;
}

export interface LaneState {
  /** The last good curve; kept through errors. */
  readonly curve: Curve | null;
  /** Key being solved, or null. */
  readonly solving: string | null;
  /** True once the shown curve has been of other values than the sliders for longer than a blink. */
  readonly stale: boolean;
  readonly error: LaneError | null;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'information' | 'problem';
  readonly title: string;
  readonly details: readonly string[];
  /** What went wrong may go well at another try. */
  readonly canRetry: boolean;
}

export interface ExplorerState {
  readonly parameters: ExplorerParameters;
  /** The parameters under the hand (pointer down or key held), and all of them as they were before; null: at rest. */
  readonly drag: Drag | null;
  readonly history: History;
  readonly lanes: Readonly<Record<LaneId, LaneState>>;
  readonly volumes: Readonly<Record<LaneId, VolumeState>>;
  /** Nearby sources can be computed: their part of the program is there. */
  readonly nearbyReady: boolean;
  readonly view: ViewSettings;
  readonly ghosts: readonly Ghost[];
  readonly theme: ThemeChoice;
  /** What the operating system asks for. */
  readonly systemTheme: 'light' | 'dark';
  readonly catalogue: CatalogueState;
  /** Kinetic energy or rigidity (GeV, GV) at the left edge of the proton figure, as zoomed. */
  readonly protonsFrom: number;
  readonly notices: readonly Notice[];
  /** Counts the times that a person asked to try again. */
  readonly retries: number;
  readonly actions: ExplorerActions;
}

export interface ExplorerActions {
  /** A hand takes a parameter: until it lets go all its changes are one step. */
  beginDrag(id: ExplorerParameterId, hand?: Hand): void;
  /** Sets one parameter: as a part of the drag of it, or as a step. For a hand that no longer holds it: nothing. */
  change(id: ExplorerParameterId, value: ParameterValue, hand?: Hand): void;
  /** The hand lets go. A drag of another hand goes on. */
  endDrag(hand?: Hand): void;
  /** Takes back what the hand has done, without a step. */
  cancelDrag(hand?: Hand): void;
  /** Replaces every parameter, as one undoable step; whatever was held is let go before. */
  apply(parameters: ExplorerParameters): void;
  undo(): void;
  redo(): void;
  setView(change: Partial<ViewSettings>): void;
  setTheme(theme: ThemeChoice): void;
  setSystemTheme(theme: 'light' | 'dark'): void;
  setCatalogue(catalogue: CatalogueState): void;
  setTableVisible(id: string, visible: boolean): void;
  setProtonsFrom(leftEdge: number): void;
  /** Freezes the present curves under a name. */
  freeze(name: string): void;
  renameGhost(id: number, name: string): void;
  removeGhost(id: number): void;
  setGhosts(ghosts: readonly Ghost[]): void;
  setGhostCurve(id: number, lane: LaneId, propagated: Propagated): void;
  updateLane(lane: LaneId, change: Partial<LaneState>): void;
  /** Stops what is being solved for these curves; they stay as they are until a retry or other values. */
  cancel(lanes: readonly LaneId[]): void;
  /** Asks for three-dimensional solves; those that go on are left alone. */
  solveVolumes(lanes: readonly LaneId[]): void;
  updateVolume(lane: LaneId, change: Partial<VolumeState>): void;
  /** Stops every three-dimensional solve; what was solved before stays. */
  cancelVolumes(): void;
  setNearbyReady(): void;
  /** Forgets errors, so that whatever failed is tried again: curves, frozen curves, variations. */
  retry(): void;
  /** Takes over a state from outside (the address bar) without a history entry. */
  restore(parameters: ExplorerParameters, view: ViewSettings): void;
  /** Takes over a state file; the parameters it replaces are one undo away. */
  open(state: OpenedState): void;
  notify(tone: Notice['tone'], title: string, details?: readonly string[], canRetry?: boolean): void;
  dismiss(id: number): void;
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
        for (const lane of laneIds) {
          const { run } = get().volumes[lane];
          if (run === null) continue;
          const error: LaneError = { key: run.key, message: '3D solve stopped', isCancelled: true };
          actions.updateVolume(lane, { run: null, error });
        }
      },
      setNearbyReady: () => set({ nearbyReady: true }),
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
      volumes: laneRecord(() => emptyVolume),
      nearbyReady: false,
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
