/**
 * Solves of the model with other values than the sliders show: what a process does, which parameter moves what. They have
 * workers of their own, so that no curve under the hand waits for them, and go on only while no slider is held.
 */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { lastUsed } from '../memo/lastUsed';
import { solvedParameters, solverKey } from '../model/key';
import type { Parameters } from '../model/parameters';
import type { Propagated, SpeciesKey } from '../model/propagated';
import { needsRefinement } from '../model/refinement';
import { createSolverClient } from '../worker/client';
import type { SolverClient } from '../worker/protocol';
import { createFailures } from './failures';
import type { ExplorerStore } from './store';
import { useExplorerStore } from './useExplorer';

export interface Variation {
  /** The caller's own name for it. */
  readonly key: string;
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
  /** Widens the cells of the grid (model/tiers.ts); 1 unless told. */
  readonly coarsening?: number;
  /** Solved on exactly this grid; on finer ones until the estimate is accepted, unless told. */
  readonly refinement?: number;
}

export interface VariationSolver {
  /** Sets what an owner wants solved, most wanted first; an empty list gives it up. */
  want(owner: object, wanted: readonly Variation[]): void;
  /** The solution of a variation, if it is known. */
  solution(variation: Variation): Propagated | undefined;
  /** Counts solutions. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

/** Solutions kept: more than the views ask for at once, or they would be solved for ever. */
const cacheSize = 240;

function requestKey({ parameters, species, coarsening = 1, refinement }: Variation): string {
  return `${coarsening}|${refinement ?? 'accepted'}|${solverKey(parameters, species)}`;
}

/** What has failed may have done so on a finer grid only. */
const gridKey = (key: string, refinement: number) => `${refinement}|${key}`;

/** The grid that a variation lacks; undefined: none. A coarsened one is there to show what it does. */
function lackingRefinement(
  { coarsening = 1, refinement }: Variation,
  known: Propagated | undefined,
): number | undefined {
  if (known === undefined) return refinement ?? 0;
  const isExact = refinement !== undefined || coarsening !== 1;
  return !isExact && needsRefinement(known.report) ? known.report.refinement + 1 : undefined;
}

export function createVariationSolver(
  store: ExplorerStore,
  client: SolverClient,
  atOnce: number,
): VariationSolver {
  const owners = new Map<object, readonly Variation[]>();
  const known = lastUsed<string, Propagated>(cacheSize);
  const failures = createFailures();
  const running = new Set<string>();
  const idleLanes = Array.from({ length: atOnce }, (_, index) => `variation:${index}`);
  const listeners = new Set<() => void>();
  let version = 0;

  const next = (): { readonly variation: Variation; readonly refinement: number } | undefined => {
    for (const wanted of owners.values())
      for (const variation of wanted) {
        const key = requestKey(variation);
        const refinement = lackingRefinement(variation, known.get(key));
        if (refinement === undefined || running.has(key)) continue;
        if (!failures.has(gridKey(key, refinement), key)) return { variation, refinement };
      }
    return undefined;
  };

  const isWanted = (key: string) =>
    [...owners.values()].some((wanted) => wanted.some((variation) => requestKey(variation) === key));

  const remember = (key: string, propagated: Propagated) => {
    known.set(key, propagated);
    version += 1;
    for (const listener of listeners) listener();
  };

  const solve = async (lane: string, variation: Variation, refinement: number): Promise<void> => {
    const key = requestKey(variation);
    running.add(key);
    const { parameters, species, coarsening } = variation;
    const outcome = await client.solve(lane, {
      parameters: solvedParameters(parameters, species),
      species,
      tier: 'settled',
      ...(coarsening !== undefined && coarsening !== 1 && { coarsening }),
      ...(refinement > 0 && { refinement }),
    });
    running.delete(key);
    idleLanes.push(lane);
    if (outcome.ok) {
      remember(key, outcome.propagated);
    } else if (outcome.kind !== 'cancelled' && outcome.kind !== 'superseded') {
      failures.note(gridKey(key, refinement), key, outcome.kind);
      const title = `A variation of the model could not be solved: ${variation.key}.`;
      const { actions, notices } = store.getState();
      // Where no worker lives every variation is lost: that is told once.
      const isTold = notices.some((notice) => notice.details[0] === outcome.message);
      // Where only a finer grid does not converge the variation is there as it is.
      const isThere = known.get(key) !== undefined && outcome.kind === 'notConverged';
      if (!isTold && !isThere)
        actions.notify('problem', title, [outcome.message], outcome.kind !== 'refused');
    }
    if (outcome.ok || outcome.kind !== 'superseded') work();
  };

  const work = () => {
    if (store.getState().drag !== null) return;
    for (let wish = next(); wish !== undefined && idleLanes.length > 0; wish = next())
      void solve(idleLanes.pop()!, wish.variation, wish.refinement);
  };

  store.subscribe((state, previous) => {
    if (state.retries !== previous.retries) failures.clear();
    if (state.drag !== previous.drag || state.retries !== previous.retries) work();
  });

  return {
    want: (owner, wanted) => {
      if (wanted.length === 0) owners.delete(owner);
      else owners.set(owner, wanted);
      failures.keep(isWanted);
      work();
    },
    solution: (variation) => known.get(requestKey(variation)),
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Workers of variations are ended after this long without work, for what they keep in memory (milliseconds). */
const idleMilliseconds = 30_000;

/** Not a cache: the one solver of a page, which belongs to its store. */
const solvers = new WeakMap<ExplorerStore, VariationSolver>();

function solverOf(store: ExplorerStore): VariationSolver {
  const workers = Math.min(2, Math.max(1, (globalThis.navigator?.hardwareConcurrency ?? 2) - 1));
  const client = () => createSolverClient({ workers, idleMilliseconds });
  const solver = solvers.get(store) ?? createVariationSolver(store, client(), workers);
  solvers.set(store, solver);
  return solver;
}

/** Those of the wanted variations that are solved so far, by their keys. What is no longer wanted is not begun. */
export function useVariations(wanted: readonly Variation[]): ReadonlyMap<string, Propagated> {
  const solver = solverOf(useExplorerStore());
  const owner = useRef({}).current;
  const version = useSyncExternalStore(solver.subscribe, solver.version);
  useEffect(() => solver.want(owner, wanted), [solver, owner, wanted]);
  useEffect(() => () => solver.want(owner, []), [solver, owner]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the solver knows.
  return useMemo(() => {
    const solved = new Map<string, Propagated>();
    for (const variation of wanted) {
      const propagated = solver.solution(variation);
      if (propagated !== undefined) solved.set(variation.key, propagated);
    }
    return solved;
  }, [solver, wanted, version]);
}
