/**
 * Solves of the model with other values than the sliders show: what a process does, which parameter moves what. They have
 * workers of their own, so that no curve under the hand waits for them, and go on only while no slider is held.
 */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { lastUsed } from '../memo/lastUsed';
import type { Parameters } from '../model/parameters';
import type { Propagated, SpeciesKey } from '../model/propagated';
import { createSolverClient } from '../worker/client';
import type { SolverClient } from '../worker/protocol';
import { createFailures } from './failures';
import { solvedParameters, solverKey } from './solverKey';
import type { ExplorerStore } from './store';
import { useExplorerStore } from './useExplorer';

export interface Variation {
  /** The caller's own name for it. */
  readonly key: string;
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
  /** Widens the cells of the grid (model/tiers.ts); 1 unless told. */
  readonly coarsening?: number;
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

function requestKey({ parameters, species, coarsening = 1 }: Variation): string {
  return `${coarsening}|${solverKey(parameters, species)}`;
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

  const next = (): Variation | undefined => {
    for (const wanted of owners.values())
      for (const variation of wanted) {
        const key = requestKey(variation);
        if (known.get(key) === undefined && !failures.has(key, key) && !running.has(key)) return variation;
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

  const solve = async (lane: string, variation: Variation): Promise<void> => {
    const key = requestKey(variation);
    running.add(key);
    const { parameters, species, coarsening } = variation;
    const outcome = await client.solve(lane, {
      parameters: solvedParameters(parameters, species),
      species,
      tier: 'settled',
      ...(coarsening !== undefined && coarsening !== 1 && { coarsening }),
    });
    running.delete(key);
    idleLanes.push(lane);
    if (outcome.ok) {
      remember(key, outcome.propagated);
    } else if (outcome.kind !== 'cancelled' && outcome.kind !== 'superseded') {
      failures.note(key, key, outcome.kind);
      const title = `A variation of the model could not be solved: ${variation.key}.`;
      const { actions, notices } = store.getState();
      // Where no worker lives every variation is lost: that is told once.
      const isTold = notices.some((notice) => notice.canRetry && notice.details[0] === outcome.message);
      if (!isTold) actions.notify('problem', title, [outcome.message], true);
    }
    if (outcome.ok || outcome.kind !== 'superseded') work();
  };

  const work = () => {
    if (store.getState().drag !== null) return;
    for (let variation = next(); variation !== undefined && idleLanes.length > 0; variation = next())
      void solve(idleLanes.pop()!, variation);
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
