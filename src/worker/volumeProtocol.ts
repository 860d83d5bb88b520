/** The types that cross between the page and the workers of the three-dimensional solve. Types only. */
import type { BoxRequest } from '../model/boxGalaxy';
import type { Parameters } from '../model/parameters/values';
import type { SpeciesKey } from '../model/propagated';
import type { PartProgress, PartResult } from '../model/volume';
import type { Refusal } from './protocol';

export interface VolumeRequest {
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
}

export type PartReply = { readonly ok: true; readonly result: PartResult } | Refusal;

/** What a worker offers through Comlink: one part of a model. */
export interface VolumeEndpoint {
  solve(request: BoxRequest, onProgress: (progress: PartProgress) => void): PartReply | Promise<PartReply>;
}

/** How a run ended for its caller. */
export type VolumeOutcome =
  | { readonly ok: true; readonly parts: readonly PartResult[] }
  | Refusal
  | { readonly ok: false; readonly kind: 'cancelled'; readonly message: string };

/** The page's side: one run at a time. */
export interface VolumeClient {
  /** Never rejects. A run that goes on is cancelled first. */
  solve(request: VolumeRequest, onProgress: (progress: PartProgress) => void): Promise<VolumeOutcome>;
  /** Stops the run at once: its workers are ended. */
  cancel(): void;
  dispose(): void;
}
