/** The compiled module (kernel.c), loaded when it is first asked for. */
import { instanceOf } from './instance';
import { kernelBytes } from './kernelBytes';

export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  begin(radii: number, heights: number, momenta: number, shifts: number, hasWind: number): number;
  spread(to: number): void;
  gather(from: number): void;
  spectra(): number;
  describe(
    heights: number,
    nodes: number,
    losses: number,
    sinks: number,
    medium: number,
    slopesOfHalves: number,
    slopes: number,
    halfPoints: number,
    cellPoints: number,
  ): number;
  known(radii: number, heights: number, momenta: number): number;
  shapeFromKnown(smallest: number, largest: number): number;
  shapeRoom(): number;
  shapeFrom(from: number): void;
  startFromKnown(): number;
  startFromShape(): void;
  startFromZero(): void;
  assemble(planeLoss: number, from: number, isFitted: number): number;
  assembled(): void;
  clear(): void;
  slab(firstInjecting: number, lateralDecay: number, planeLoss: number): number;
  prepare(): void;
  apply(): number;
  solve(tolerance: number, enough: number, maximum: number): number;
  reported(): number;
}

let loaded: KernelExports | null | undefined;

/** The module, or null where WebAssembly with vectors is not to be had: then the readable one solves. */
export function kernelExports(): KernelExports | null {
  if (loaded === undefined) loaded = instanceOf<KernelExports>(kernelBytes);
  return loaded;
}

/** Writes arrays into the module's memory, one behind the other; false where there is no room, at address zero. */
export function putArrays(
  { memory }: KernelExports,
  address: number,
  parts: readonly ArrayLike<number>[],
): boolean {
  if (address === 0) return false;
  let length = 0;
  for (const part of parts) length += part.length;
  const room = new Float64Array(memory.buffer, address, length);
  let end = 0;
  for (const part of parts) {
    room.set(part, end);
    end += part.length;
  }
  return true;
}
