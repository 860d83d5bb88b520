/** Writes its resolution into a PNG, so that it opens at its width in millimetres (PNG specification, chunk pHYs). */

const signatureLength = 8;
const headerChunkLength = 25;

/** CRC-32 as PNG wants it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function resolutionChunk(pixelsPerMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, pixelsPerMetre);
  view.setUint32(12, pixelsPerMetre);
  // The unit: metres.
  view.setUint8(16, 1);
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
}

/** The PNG with its resolution, right after the header chunk, where it must stand. */
export function withResolution(png: Uint8Array, pixelsPerMetre: number): Uint8Array<ArrayBuffer> {
  const chunk = resolutionChunk(Math.round(pixelsPerMetre));
  const start = signatureLength + headerChunkLength;
  const result = new Uint8Array(png.length + chunk.length);
  result.set(png.subarray(0, start));
  result.set(chunk, start);
  result.set(png.subarray(start), start + chunk.length);
  return result;
}
