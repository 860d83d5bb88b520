/** The compiled module (kernel.c), loaded when it is first asked for. */
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

function decode(hexadecimal: string): Uint8Array<ArrayBuffer> {
  const codes = new TextEncoder().encode(hexadecimal);
  const bytes = new Uint8Array(codes.length / 2);
  // The last four bits of a digit are its value, of a letter what it is beyond nine.
  const value = (code: number) => (code & 15) + 9 * (code >> 6);
  for (let i = 0; i < bytes.length; i++) bytes[i] = 16 * value(codes[2 * i]!) + value(codes[2 * i + 1]!);
  return bytes;
}

/** The module, or null where WebAssembly with vectors is not to be had: then the readable one solves. */
export function kernelExports(): KernelExports | null {
  if (loaded === undefined) {
    try {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(decode(kernelBytes)));
      // The cast states what kernel.c exports.
      loaded = exports as unknown as KernelExports;
    } catch {
      loaded = null;
    }
  }
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
