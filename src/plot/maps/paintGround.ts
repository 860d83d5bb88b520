/** Paints a ground on the canvas under a figure. */
import { fontFamily } from '../figure';
import { type ColourRange, colourCount, colourIndex, colourTable } from './colourScale';
import type { Ground } from './ground';
import type { MapFrame } from './mapFrame';
import type { MapSize } from './mapInput';
import { paintColourBar } from './paintColourBar';
import type { Raster } from './raster';

type Pen = CanvasRenderingContext2D;

/** Finer than two device pixels to a pixel nobody sees. */
const sharpest = 2;

/** Colours as a canvas holds them, four bytes each in the machine's own order, opaque. */
const packed = new Uint32Array(
  Uint8Array.from({ length: 4 * colourCount }, (_, c) =>
    c % 4 === 3 ? 255 : colourTable[3 * Math.floor(c / 4) + (c % 4)]!,
  ).buffer,
);

/** One canvas for each size of raster: pictures are drawn from it, scaled. */
const sheets = new Map<
  string,
  { readonly canvas: HTMLCanvasElement; readonly pen: Pen; readonly image: ImageData }
>();

function sheet(columns: number, rows: number) {
  const key = `${columns} ${rows}`;
  const known = sheets.get(key);
  if (known !== undefined) return known;
  const canvas = Object.assign(document.createElement('canvas'), { width: columns, height: rows });
  const pen = canvas.getContext('2d')!;
  const made = { canvas, pen, image: pen.createImageData(columns, rows) };
  sheets.set(key, made);
  return made;
}

function paintPicture(
  pen: Pen,
  { columns, rows, log, window }: Raster,
  range: ColourRange,
  frame: MapFrame,
): void {
  const { canvas, pen: sheetPen, image } = sheet(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let j = 0; j < rows; j++) {
    for (let i = 0, c = j * columns, to = (rows - 1 - j) * columns; i < columns; i++, c++, to++)
      pixels[to] = Number.isNaN(log[c]!) ? 0 : packed[colourIndex(log[c]!, range)]!;
  }
  sheetPen.putImageData(image, 0, 0);
  const from = frame.toPixel(window.x[0], window.y[1]);
  const to = frame.toPixel(window.x[1], window.y[0]);
  pen.imageSmoothingEnabled = true;
  pen.drawImage(canvas, from.x, from.y, to.x - from.x, to.y - from.y);
}

function paintLines(pen: Pen, lines: Ground['lines']): void {
  for (const { pieces, colour, width, opacity } of lines) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.globalAlpha = opacity;
    pen.beginPath();
    for (let i = 0; i < pieces.length; i += 4) {
      pen.moveTo(pieces[i]!, pieces[i + 1]!);
      pen.lineTo(pieces[i + 2]!, pieces[i + 3]!);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

function paintNumbers(pen: Pen, numbers: Ground['numbers']): void {
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  pen.font = `11px ${fontFamily}`;
  for (const { text, at, colour, patch } of numbers) {
    const half = pen.measureText(text).width / 2 + 2;
    pen.fillStyle = patch;
    pen.fillRect(at.x - half, at.y - 7, 2 * half, 13);
    pen.fillStyle = colour;
    pen.fillText(text, at.x, at.y);
  }
}

function paintPoints(pen: Pen, { points, ink }: Ground): void {
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  for (const { at, colour } of points) {
    pen.beginPath();
    pen.arc(at.x, at.y, 3.5, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.fill();
    pen.stroke();
  }
}

export function paintGround(canvas: HTMLCanvasElement, ground: Ground, frame: MapFrame, size: MapSize): void {
  const { area } = frame;
  const scale = Math.min(sharpest, window.devicePixelRatio || 1);
  const [wide, tall] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== tall) canvas.height = tall;
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  pen.resetTransform();
  pen.clearRect(0, 0, wide, tall);
  // From here on the origin is the upper left corner of the plot area.
  pen.setTransform(scale, 0, 0, scale, area.left * scale, area.top * scale);
  pen.save();
  pen.beginPath();
  pen.rect(0, 0, area.width, area.height);
  pen.clip();
  if (ground.picture !== null) paintPicture(pen, ground.picture, ground.range, frame);
  paintLines(pen, ground.lines);
  paintNumbers(pen, ground.numbers);
  paintPoints(pen, ground);
  pen.restore();
  if (ground.bar !== null) paintColourBar(pen, ground.bar, area);
}
