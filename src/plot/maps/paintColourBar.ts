/** Paints the colour bar beside the plot area, at its right or above it (mapLayout.ts keeps the room). */
import { fontFamily } from '../figure';
import { colourCount, colourTable } from './colourScale';
import type { ColourBar } from './ground';
import type { MapSize } from './mapInput';

const thickness = 13;
/** Between the plot area and the bar (pixels). */
const gap = { right: 10, top: 25 };

/** From the lowest colour to the highest along a line of the canvas. */
function gradientAlong(
  pen: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
) {
  const gradient = pen.createLinearGradient(...from, ...to);
  for (let c = 0; c < colourCount; c += 15) {
    const [red, green, blue] = colourTable.subarray(3 * c, 3 * c + 3);
    gradient.addColorStop(c / (colourCount - 1), `rgb(${red},${green},${blue})`);
  }
  return gradient;
}

function paintAtRight(pen: CanvasRenderingContext2D, bar: ColourBar, { width, height }: MapSize): void {
  const left = width + gap.right;
  pen.fillStyle = gradientAlong(pen, [0, height], [0, 0]);
  pen.fillRect(left, 0, thickness, height);
  pen.fillStyle = bar.ink;
  pen.font = `12px ${fontFamily}`;
  pen.textAlign = 'left';
  bar.tickvals.forEach((log, i) => {
    const y = height * (1 - shareOf(bar, log));
    pen.fillRect(left + thickness, y - 0.5, 4, 1);
    pen.fillText(bar.ticktext[i]!, left + thickness + 7, y);
  });
  pen.font = `13px ${fontFamily}`;
  pen.textAlign = 'center';
  pen.translate(width + 76, height / 2);
  pen.rotate(-Math.PI / 2);
  pen.fillText(bar.title, 0, 0);
}

function paintAbove(pen: CanvasRenderingContext2D, bar: ColourBar, { width }: MapSize): void {
  const top = -gap.top - thickness;
  pen.fillStyle = gradientAlong(pen, [0, 0], [width, 0]);
  pen.fillRect(0, top, width, thickness);
  pen.fillStyle = bar.ink;
  pen.font = `11px ${fontFamily}`;
  pen.textAlign = 'center';
  bar.tickvals.forEach((log, i) => {
    const x = width * shareOf(bar, log);
    pen.fillRect(x - 0.5, -gap.top, 1, 4);
    pen.fillText(bar.ticktext[i]!, x, -gap.top + 12);
  });
  pen.font = `12px ${fontFamily}`;
  pen.fillText(bar.title, width / 2, top - 9);
}

function shareOf({ range: { bottom, top } }: ColourBar, log: number): number {
  return (log - bottom) / (top - bottom);
}

/** `area`: size of the plot area, at whose upper left corner the pen's origin is. */
export function paintColourBar(pen: CanvasRenderingContext2D, bar: ColourBar, area: MapSize): void {
  pen.textBaseline = 'middle';
  if (bar.side === 'right') paintAtRight(pen, bar, area);
  else paintAbove(pen, bar, area);
}
