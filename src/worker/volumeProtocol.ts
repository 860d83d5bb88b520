/** The types that cross between the page and the workers of the three-dimensional solve. Types only. */
import type { BoxRequest } from '../model/boxGalaxy';
import type { PartProgress, PartResult } from '../model/volume';
import type { Refusal } from './protocol';

export type PartReply = { readonly ok: true; readonly result: PartResult } | Refusal;

/** What a worker offers through Comlink: one part of a model. */
export interface VolumeEndpoint {
  solve(request: BoxRequest, onProgress?: (progress: PartProgress) => void): PartReply | Promise<PartReply>;
}
