/**
 * Writes all of a text or says why not. Node's own streams forget the rest of a write that a nearly full disk took in
 * part, and turn a closed pipe into an exception with a stack trace.
 */
import { writeSync } from 'node:fs';

/** Its message is the line that the person reads. */
export class OutputError extends Error {}

const causes: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file would become larger than is allowed',
  EPIPE: 'who reads it has closed the pipe',
  EBADF: 'it is not open for writing',
  EIO: 'the device failed',
};

/** Writes a part of the bytes and returns how many, as `fs.writeSync` does. */
export type WriteSome = (descriptor: number, bytes: Uint8Array, offset: number) => number;

const retryMilliseconds = 5;
function rest(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryMilliseconds);
}

/** @throws OutputError if the text cannot be written to its end. */
export function writeFully(descriptor: number, text: string, write: WriteSome = writeSync): void {
  const bytes = new TextEncoder().encode(text);
  let done = 0;
  while (done < bytes.length) {
    try {
      done += write(descriptor, bytes, done);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      // A pipe that does not block and is full: its reader will come.
      if (code === 'EAGAIN') rest();
      else
        throw new OutputError(`The output could not be written: ${causes[code] ?? 'it failed'} (${code}).`);
    }
  }
}
