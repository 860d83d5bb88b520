/**
 * A raster as a picture that Plotly lays under its axes: a bitmap of 255 colours and one for nothing, written byte by byte, so
 * that it needs no canvas. Plotly's own heat map of the same 240 x 240 pixels takes 50 to 60 ms to redraw, this 10: the
 * difference between a map that follows the hand and one that does not.
 *
 * Format: Windows bitmap, 8 bits a pixel (BITMAPINFOHEADER), rows from below. Every browser reads it.
 */
import { type ColourRange, colourCount, colourIndex, colourTable } from './colourScale';
import type { Raster } from './raster';

const headerLength = 54;
const paletteLength = 4 * 256;
/** The colour of pixels in which there is nothing. */
const blank = colourCount;

/** "#rrggbb" as three bytes. */
function channels(colour: string): [number, number, number] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
}

export function rasterBitmap(
  { columns, rows, log }: Raster,
  range: ColourRange,
  background: string,
): Uint8Array {
  const stride = 4 * Math.ceil(columns / 4);
  const start = headerLength + paletteLength;
  const bytes = new Uint8Array(start + stride * rows);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, columns, true);
  view.setInt32(22, rows, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  view.setUint32(34, stride * rows, true);
  const [red, green, blue] = channels(background);
  for (let c = 0; c < 256; c++) {
    const colour = c < colourCount ? colourTable.subarray(3 * c, 3 * c + 3) : [red, green, blue];
    bytes.set([colour[2]!, colour[1]!, colour[0]!, 0], headerLength + 4 * c);
  }
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const value = log[j * columns + i]!;
      bytes[start + j * stride + i] = Number.isNaN(value) ? blank : colourIndex(value, range);
    }
  }
  return bytes;
}

/** Bytes given to one call of fromCharCode: more overflow the stack. */
const chunk = 0x4000;

export function dataUrl(bitmap: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bitmap.length; at += chunk)
    text += String.fromCharCode(...bitmap.subarray(at, at + chunk));
  return `data:image/bmp;base64,${btoa(text)}`;
}
