type Numbers = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer>;

interface Kind<Array extends Numbers> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): Array;
  new (buffer: ArrayBuffer, offset: number, length: number): Array;
}

/**
 * An array of `length` numbers, in the room of an earlier one where that is large enough: from one solve to the next a grid
 * changes by a few cells, and its megabytes need not be made anew. What stands in it is anything; the earlier array must
 * no longer be used.
 */
export function roomFor<Array extends Numbers>(
  kind: Kind<Array>,
  kept: Float64Array | Float32Array | undefined,
  length: number,
): Array {
  if (!(kept instanceof kind) || kept.buffer.byteLength < length * kind.BYTES_PER_ELEMENT)
    return new kind(length);
  return kept.length === length ? kept : new kind(kept.buffer, 0, length);
}
