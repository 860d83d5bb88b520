/**
 * What is solved: from a key to its solution, or to why there is none, once for all who ask. Curves, frozen curves and variations are
 * its owners: each says what it wants, and reads what is there. What is lacking goes to the workers (worker/jobs), the most urgent
 * first; what its own estimate calls too coarse lacks the next finer grid, where that is wanted.
 */
import { lastUsed } from '../memo/lastUsed';
import type { Solve } from '../model/key';
import type { Propagated, Tier } from '../model/propagated';
import { needsRefinement } from '../model/refinement';
import type { Urgency } from '../worker/jobs';
import type { Refusal, SolveOutcome } from '../worker/protocol';
import { createSolverJobs, type SolverJobs } from '../worker/solverJobs';
import { createFailures } from './failures';
import type { ExplorerStore } from './store';

/** A solve (model/key), how well, and for whom. */
export interface Wish extends Solve {
  /** Whose it is: a worker that was lost is held against it for as long as it stands. */
  readonly name: string;
  /** `settled` unless told; another tier's answers are for the one who asked, and not kept. */
  readonly tier?: Tier;
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
  readonly refinement: number;
}

export interface Solutions {
  /** Sets what an owner wants, most wanted first; an empty list gives it up. */
  want(owner: object, wishes: readonly Wish[]): void;
  /** The finest solution there is, or that on the grid that is wanted. */
  get(wish: Wish): Propagated | undefined;
  /** Why what it lacks is not to be had. */
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
  const failures = createFailures<Failure>();
  const owners = new Map<object, readonly Wish[]>();
  const listeners = new Set<() => void>();

  const cellsKey = ({ key, coarsening = 1 }: Wish) => (coarsening === 1 ? key : `${key}|${coarsening}`);
  const idOf = (wish: Wish, refinement: number) =>
    `${wish.tier ?? 'settled'} ${refinement} ${cellsKey(wish)}`;

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

  const failure = (wish: Wish): Failure | undefined => {
    const refinement = lackingGrid(wish);
    return refinement === undefined ? undefined : failures.get(idOf(wish, refinement), wish.name);
  };

  const isLacking = (wish: Wish) => lackingGrid(wish) !== undefined && failure(wish) === undefined;

  const settle = (wish: Wish, refinement: number, outcome: SolveOutcome) => {
    if (outcome.ok) {
      const { propagated } = outcome;
      if (propagated.report.tier === 'settled') {
        const grids = [...(known.get(cellsKey(wish)) ?? [])];
        grids[refinement] = propagated;
        known.set(cellsKey(wish), grids);
      }
      wish.answered?.(propagated);
    } else if (outcome.kind !== 'cancelled') {
      failures.note(idOf(wish, refinement), wish.name, { ...outcome, refinement });
      // Where only a finer grid does not converge the answer stands, with its own estimate.
      if (outcome.kind !== 'notConverged' || get(wish) === undefined) wish.failed?.(outcome);
    }
    for (const listener of listeners) listener();
    work();
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
    const wishes = [...owners.values()].flat();
    jobs.want(
      wishes.flatMap((wish) => {
        // Asked of each, so that nothing that is wanted is forgotten.
        const refinement = lackingGrid(wish);
        if (refinement === undefined || wish.isWaiting || (isHeld && wish.urgency === 'background'))
          return [];
        return failures.get(idOf(wish, refinement), wish.name) === undefined ? [jobOf(wish, refinement)] : [];
      }),
    );
  };

  store.subscribe((state, previous) => {
    if (state.retries !== previous.retries) failures.clear();
    if (state.drag !== previous.drag || state.retries !== previous.retries) work();
  });

  return {
    want: (owner, wishes) => {
      if (wishes.length === 0) owners.delete(owner);
      else owners.set(owner, wishes);
      const names = new Set([...owners.values()].flat().map(({ name }) => name));
      failures.keep((name) => names.has(name));
      work();
    },
    get,
    failure,
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
