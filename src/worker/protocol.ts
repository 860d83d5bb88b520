/** The types that cross between the page and its workers. Types only. */
import type { Parameters } from '../model/parameters/values';
import type { Propagated, SolveKey, Tier } from '../model/propagated';
import type { PartResult } from '../model/volume';

export interface SolveRequest {
  readonly parameters: Parameters;
  /** What is solved: one particle, or several together. */
  readonly species: SolveKey;
  readonly tier: Tier;
  /** Widens the cells of the grid by this factor (model/tiers.ts); 1 unless told. */
  readonly coarsening?: number;
  /** Exactly this grid: 0, unless told, is the tier's own; finer ones up to `finestRefinement` (model/tiers.ts). */
  readonly refinement?: number;
}

/**
 * `refused`: the model is known to have no answer; `unavailable`: there is no worker to solve it, and the message says why and
 * what helps.
 */
export interface Refusal {
  readonly ok: false;
  readonly kind: 'notConverged' | 'invalid' | 'refused' | 'crashed' | 'unavailable';
  readonly message: string;
}

export type SolveReply = { readonly ok: true; readonly propagated: Propagated } | Refusal;

/** One part of a model in three dimensions. */
export type PartReply = { readonly ok: true; readonly result: PartResult } | Refusal;

/** Nobody wanted it any more, and it was ended. */
export interface Cancelled {
  readonly ok: false;
  readonly kind: 'cancelled';
  readonly message: string;
}

/** How a wish that was begun has ended. */
export type SolveOutcome = SolveReply | Cancelled;
