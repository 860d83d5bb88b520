/**
 * Solves of the model with other values than the sliders show: what a process does, which parameter moves what. They go on only
 * while no slider is held, in workers of the background, so that no curve under the hand waits for them.
 */
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { solveOf } from '../../model/key';
import type { Parameters } from '../../model/parameters/values';
import type { Propagated, SolveKey, SpeciesKey } from '../../model/propagated';
import type { ExplorerStore } from '../store';
import { useExplorerStore } from '../useExplorer';
import { solutionsOf, type Wish } from './solutions';

export interface Variation<Key extends SolveKey = SpeciesKey> {
  /** The caller's own name for it. */
  readonly key: string;
  readonly parameters: Parameters;
  readonly species: Key;
  /** Widens the cells of the grid (model/tiers.ts); 1 unless told. */
  readonly coarsening?: number;
  /** Solved on exactly this grid; on finer ones until the estimate is accepted, unless told. */
  readonly refinement?: number;
}

/** A coarsened grid is never refined: it is there to show what it does. */
export function variationWish(store: ExplorerStore, variation: Variation<SolveKey>): Wish {
  const { key, parameters, species, coarsening = 1, refinement } = variation;
  const solve = solveOf(parameters, species);
  return {
    ...solve,
    name: `variation ${coarsening} ${refinement ?? 'accepted'} ${solve.key}`,
    coarsening,
    ...(refinement !== undefined && { refinement }),
    isRefined: refinement === undefined && coarsening === 1,
    urgency: 'background',
    failed: ({ kind, message }) => {
      const { actions, notices } = store.getState();
      // Where no worker lives every variation is lost: that is told once.
      if (notices.some(({ details }) => details[0] === message)) return;
      const title = `A variation of the model could not be solved: ${key}.`;
      actions.notify('problem', title, [message], kind !== 'refused');
    },
  };
}

/** Those of the wanted variations that are solved so far, by their keys. What is no longer wanted is not begun. */
export function useVariations(wanted: readonly Variation<SolveKey>[]): ReadonlyMap<string, Propagated> {
  const store = useExplorerStore();
  const solutions = solutionsOf(store);
  const owner = useRef({}).current;
  const asked = useMemo(
    () => wanted.map((one) => ({ key: one.key, wish: variationWish(store, one) })),
    [store, wanted],
  );
  useEffect(() => {
    solutions.want(
      owner,
      asked.map(({ wish }) => wish),
    );
  }, [solutions, owner, asked]);
  useEffect(() => () => solutions.want(owner, []), [solutions, owner]);
  const grids = useSyncExternalStore(solutions.subscribe, () =>
    asked.map(({ wish }) => solutions.get(wish)?.report.refinement ?? '').join(),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the grids stand for what is solved.
  return useMemo(() => {
    const solved = new Map<string, Propagated>();
    for (const { key, wish } of asked) {
      const propagated = solutions.get(wish);
      if (propagated !== undefined) solved.set(key, propagated);
    }
    return solved;
  }, [solutions, asked, grids]);
}
