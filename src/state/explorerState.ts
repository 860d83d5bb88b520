/** The shape of the explorer's state: what the person set, what was solved for it, how it is drawn. store.ts holds and changes it. */
import type {
  ExplorerParameterId,
  ExplorerParameters,
  Parameters,
  ParameterValue,
} from '../model/parameters/values';
import type { Propagated, SolveReport, Tier } from '../model/propagated';
import type { VolumeSlices } from '../model/volumeSlices';
import type { CatalogueState } from './catalogueState';
import type { Drag, Hand } from './drag';
import type { History } from './history';
import type { LaneId, SpeciesLaneId } from './lanes';
import type { ThemeChoice, ViewSettings } from './view';

/** A solved curve and the request it answers. */
export interface Curve {
  readonly propagated: Propagated;
  /** Key of the request it was solved for (state/laneKeys): equal to the lane's present key if it is up to date. */
  readonly key: string;
  /** Counts answers: the curve with the largest number came last. */
  readonly order: number;
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

export interface VolumeCurve {
  /** What it was solved for: it may be that the sliders have moved on. */
  readonly parameters: Parameters;
  readonly propagated: Propagated;
  /** The axisymmetric spectrum for the same power of all sources. */
  readonly axisymmetricFlux: Float64Array;
  readonly slices: VolumeSlices;
  readonly report: SolveReport;
  /** Key of the request it was solved for. */
  readonly key: string;
}

/** A solve that goes on. */
export interface VolumeRun {
  readonly key: string;
  /** Of the work, 0 to 1. */
  readonly share: number;
  /** The spectrum as far as it is solved, NaN below; null at first. */
  readonly flux: Float64Array | null;
}

export interface VolumeState {
  /** The last good solution; kept through errors and later runs. */
  readonly curve: VolumeCurve | null;
  readonly run: VolumeRun | null;
  readonly error: LaneError | null;
}

export interface NamedParameters {
  readonly name: string;
  readonly parameters: ExplorerParameters;
}

export interface Ghost extends NamedParameters {
  /** Its own for as long as the page lives: an answer that comes late must find no other under it. */
  readonly id: number;
  /** Which of the line patterns is its own, 0 to `mostGhosts` - 1; kept when others are deleted. */
  readonly slot: number;
  /** What is solved so far; missing lanes are on their way (ghostSolver.ts). */
  readonly curves: Readonly<Partial<Record<LaneId, Propagated>>>;
}

export interface OpenedState {
  readonly parameters: ExplorerParameters;
  readonly view: ViewSettings;
  readonly ghosts: readonly NamedParameters[];
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
  readonly volumes: Readonly<Record<SpeciesLaneId, VolumeState>>;
  /** Nearby sources can be computed: their part of the program is there. */
  readonly nearbyReady: boolean;
  /** Other observables than single particles can be put together: their part of the program is there. */
  readonly composed: boolean;
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
  solveVolumes(lanes: readonly SpeciesLaneId[]): void;
  updateVolume(lane: SpeciesLaneId, change: Partial<VolumeState>): void;
  /** Stops every three-dimensional solve; what was solved before stays. */
  cancelVolumes(): void;
  setNearbyReady(): void;
  setComposed(): void;
  /** Forgets errors, so that whatever failed is tried again: curves, frozen curves, variations. */
  retry(): void;
  /** Takes over a state from outside (the address bar) without a history entry. */
  restore(parameters: ExplorerParameters, view: ViewSettings): void;
  /** Takes over a state file; the parameters it replaces are one undo away. */
  open(state: OpenedState): void;
  notify(tone: Notice['tone'], title: string, details?: readonly string[], canRetry?: boolean): void;
  dismiss(id: number): void;
}
