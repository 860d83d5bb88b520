/** Where the halos end: the circle of escape, and the heights of the inner halo and of the whole. */
import type { Data } from 'plotly.js';
import { palettes, type ThemeName } from '../palette';
import type { MapFrame } from './mapFrame';
import type { MapInput } from './mapInput';
import { type PlacedText, rimmedLine } from './mapTraces';

/** The circle on which particles escape. */
export function haloEdge(radius: number, theme: ThemeName): Data {
  const angles = Array.from({ length: 181 }, (_, i) => (i * Math.PI) / 90);
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'edge of the halo',
    hoverinfo: 'skip',
    x: angles.map((angle) => radius * Math.cos(angle)),
    y: angles.map((angle) => radius * Math.sin(angle)),
    cliponaxis: false,
    line: { color: palettes[theme].mutedInk, width: 2 },
  };
}

/** A height (kpc) as dashed lines above and below the plane. */
function pair({ window }: MapFrame, height: number, name: string): Data[] {
  const [left, right] = window.x;
  const points = { x: [left, right, null, left, right], y: [height, height, null, -height, -height] };
  return rimmedLine(points, '6px 5px', { name, width: 1.1 });
}

export function heightLines(
  frame: MapFrame,
  { innerHaloKpc, halfThicknessKpc }: Pick<MapInput, 'innerHaloKpc' | 'halfThicknessKpc'>,
): Data[] {
  return [
    ...(innerHaloKpc === null ? [] : pair(frame, innerHaloKpc, 'inner halo')),
    ...pair(frame, halfThicknessKpc, 'outer halo'),
  ];
}

export function heightText(symbol: string, heightKpc: number): string {
  return `${symbol} = ${Number(heightKpc.toPrecision(3))} kpc`;
}

/** Names beside the upper lines, at the left, where the map is faint. */
export function heightNames(
  frame: MapFrame,
  { innerHaloKpc, halfThicknessKpc }: Pick<MapInput, 'innerHaloKpc' | 'halfThicknessKpc'>,
): PlacedText[] {
  const name = (text: string, height: number, offset: number): PlacedText[] => {
    const { y } = frame.toPixel(0, height);
    const at = frame.board.place(text, [{ x: text.length * 3.4 + 8, y: y + offset }]);
    return at === null ? [] : [{ text, at }];
  };
  // Close below the edge all lines run together: no numbers there.
  const outer = name(heightText('L', halfThicknessKpc), halfThicknessKpc, 11);
  for (const height of [halfThicknessKpc, -halfThicknessKpc])
    frame.board.blockRows(frame.toPixel(0, height).y, 16);
  return [
    ...outer,
    ...(innerHaloKpc === null ? [] : name(heightText('ξL', innerHaloKpc), innerHaloKpc, -10)),
  ];
}
