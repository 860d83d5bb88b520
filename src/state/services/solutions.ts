/**
 * What is solved: from a key to its solution, or to why there is none, once for all who ask. Curves, frozen curves and variations are
 * its owners: each says what it wants, and reads what is there. What is lacking goes to the workers (worker/jobs), the most urgent
 * first; what its own estimate calls too coarse lacks the next finer grid, where that is wanted.
 */
import { lastUsed } from '../../memo/lastUsed';
import type { Solve } from '../../model/key';
import type { Propagated } from '../../model/propagated';
import { needsRefinement } from '../../model/refinement';
import type { Urgency } from '../../worker/jobs';
import type { Refusal, SolveOutcome } from '../../worker/protocol';
import { createSolverJobs, type SolverJobs } from '../../worker/solverJobs';
import type { ExplorerStore } from '../store';

/** A solve (model/key), how well, and for whom. */
export interface Wish extends Solve {
  /** Whose it is. */
  readonly name: string;
  /** `settled` unless told; what the live tier answers is for the one who asked, and not kept. */
  readonly tier?: 'live' | 'settled';
  /** Widens the cells of the grid (model/tiers.ts); 1 unless told. */
  readonly coarsening?: number;
  /** On exactly this grid, unless `isRefined`. */
  readonly refinement?: number;
  /** On finer grids until the estimate is accepted. */
  readonly isRefined?: boolean;
  readonly urgency: Urgency;
  /** The curve whose warm start it begins from. */
  readonly line?: string;
  /** It stands, but not yet. */
  readonly isWaiting?: boolean;
  /** Hears each answer, in time or not. */
  answered?(propagated: Propagated): void;
  /** Hears why there is no answer, or none that is finer. */
  failed?(refusal: Refusal): void;
}

export interface Failure extends Refusal {
  /** Of the grid that was tried. */
  readonly refinement: number;
}

/** No other try would find another end. */
const isOfValues = ({ kind }: Refusal) => kind !== 'crashed' && kind !== 'unavailable';

export interface Solutions {
  /** Sets what an owner wants, most wanted first; an empty list gives it up. */
  want(owner: object, wishes: readonly Wish[]): void;
  /** The finest solution there is, or that on the grid that is wanted. */
  get(wish: Wish): Propagated | undefined;
  /** Why it lacks what it lacks. */
  failure(wish: Wish): Failure | undefined;
  /** Something is still to come. */
  isLacking(wish: Wish): boolean;
  /** Ends what runs and nobody wants any more. */
  endUnwanted: SolverJobs['endUnwanted'];
  /** Tells of every answer and every failure. */
  subscribe(listener: () => void): () => void;
}

/** Keys whose solutions are kept: more than all owners want at once, or they would be solved for ever. */
const mostKeys = 400;

export function createSolutions(store: ExplorerStore, jobs: SolverJobs): Solutions {
  /** By key, then by grid. */
  const known = lastUsed<string, readonly (Propagated | undefined)[]>(mostKeys);
  /** By what was solved: the same values do not converge at a second try either. */
  const unsolvable = lastUsed<string, Failure>(100);
  /** By whose it was: a lost worker says nothing about the values, and is held against a wish for as long as that stands. */
  const lost = new Map<string, Failure>();
  const owners = new Map<object, readonly Wish[]>();
  const listeners = new Set<() => void>();
  /** What owners want of an answer is begun together. */
  let isTelling = false;

  const cellsKey = ({ key, coarsening = 1 }: Wish) => (coarsening === 1 ? key : `${key}|${coarsening}`);
  /** What is not kept each has for itself. */
  const idOf = (wish: Wish, refinement: number) =>
    wish.tier === 'live' ? wish.name : `${refinement} ${cellsKey(wish)}`;

  const get = (wish: Wish): Propagated | undefined => {
    const grids = known.get(cellsKey(wish));
    return wish.refinement === undefined
      ? grids?.findLast((one) => one !== undefined)
      : grids?.[wish.refinement];
  };

  /** The grid that a wish lacks; undefined: none. */
  const lackingGrid = (wish: Wish): number | undefined => {
    const report = get(wish)?.report;
    if (report === undefined) return wish.refinement ?? 0;
    return wish.isRefined && needsRefinement(report) ? report.refinement + 1 : undefined;
  };

  const failure = (wish: Wish, refinement = lackingGrid(wish)): Failure | undefined =>
    refinement === undefined ? undefined : (lost.get(wish.name) ?? unsolvable.get(idOf(wish, refinement)));

  const isLacking = (wish: Wish) => lackingGrid(wish) !== undefined && failure(wish) === undefined;

  const standing = () => [...owners.values()].flat();
  const isStanding = (name: string) => standing().some((wish) => wish.name === name);

  const settle = (wish: Wish, refinement: number, outcome: SolveOutcome) => {
    if (outcome.ok) {
      const { propagated } = outcome;
      const id = idOf(wish, refinement);
      const sharers = standing().filter(
        (other) => lackingGrid(other) === refinement && idOf(other, refinement) === id,
      );
      if (propagated.report.tier === 'settled') {
        const grids = [...(known.get(cellsKey(wish)) ?? [])];
        grids[refinement] = propagated;
        known.set(cellsKey(wish), grids);
      }
      wish.answered?.(propagated);
      for (const other of sharers) if (other.name !== wish.name) other.answered?.(propagated);
    } else if (outcome.kind !== 'cancelled' && isStanding(wish.name)) {
      const noted: Failure = { ...outcome, refinement };
      if (isOfValues(outcome)) unsolvable.set(idOf(wish, refinement), noted);
      else lost.set(wish.name, noted);
      // Where only a finer grid does not converge the answer stands, with its own estimate.
      if (outcome.kind !== 'notConverged' || get(wish) === undefined) wish.failed?.(outcome);
    }
    isTelling = true;
    try {
      for (const listener of listeners) listener();
    } finally {
      isTelling = false;
      work();
    }
  };

  const jobOf = (wish: Wish, refinement: number) => {
    const { parameters, species, tier = 'settled', coarsening = 1, urgency, line } = wish;
    return {
      id: idOf(wish, refinement),
      request: {
        parameters,
        species,
        tier,
        ...(coarsening !== 1 && { coarsening }),
        ...(refinement > 0 && { refinement }),
      },
      urgency,
      ...(line !== undefined && { line }),
      settle: (outcome: SolveOutcome) => settle(wish, refinement, outcome),
    };
  };

  const work = () => {
    // While a slider is held nothing is begun beside it.
    const isHeld = store.getState().drag !== null;
    jobs.want(
      standing().flatMap((wish) => {
        // Asked of each, so that nothing that is wanted is forgotten.
        const refinement = lackingGrid(wish);
        if (refinement === undefined || wish.isWaiting || (isHeld && wish.urgency === 'background'))
          return [];
        return failure(wish, refinement) === undefined ? [jobOf(wish, refinement)] : [];
      }),
    );
  };

  store.subscribe((state, previous) => {
    if (state.retries !== previous.retries) {
      unsolvable.clear();
      lost.clear();
    }
    if (state.drag !== previous.drag || state.retries !== previous.retries) work();
  });

  return {
    want: (owner, wishes) => {
      if (wishes.length === 0) owners.delete(owner);
      else owners.set(owner, wishes);
      for (const name of lost.keys()) if (!isStanding(name)) lost.delete(name);
      if (!isTelling) work();
    },
    get,
    failure: (wish) => failure(wish),
    isLacking,
    endUnwanted: jobs.endUnwanted,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Not a cache: the solutions of a page belong to its store. */
const ofStores = new WeakMap<ExplorerStore, Solutions>();

export function solutionsOf(store: ExplorerStore): Solutions {
  const solutions = ofStores.get(store) ?? createSolutions(store, createSolverJobs());
  ofStores.set(store, solutions);
  return solutions;
}
