/**
 * The figure before Plotly is there: frames, decades, titles and data as one plain SVG, under the live layer's curves.
 * Plotly takes 0.3 to 1 s to be read and to draw; this takes about 5 ms, so a curve lies over data as soon as it is
 * solved. Same margins, ranges, colours and markers; Plotly's first drawing takes its place.
 */
import { totalError } from '../measurements/scaling';
import type { MeasuredTable } from '../measurements/tableTypes';
import { type AxisChoice, type AxisRanges, abscissaTitle, drawnTable, fluxTitle } from './axes';
import { fontFamily } from './figure';
import { markerOf, markerPath } from './markers';
import { experimentColour, type Palette, palettes, type ThemeName } from './palette';
import { type PanelArea, panels } from './panels';
import { svgNamespace } from './svgLayer';

export interface FirstSightInput {
  readonly choice: AxisChoice;
  readonly tables: readonly MeasuredTable[];
  readonly allTables: readonly MeasuredTable[];
  readonly theme: ThemeName;
  readonly ranges: AxisRanges;
  readonly size: { readonly width: number; readonly height: number };
  readonly narrow: boolean;
  readonly withResiduals: boolean;
}

/** The few tags of Plotly's titles as SVG. Titles are made on this page from constants. */
function richText(title: string): string {
  return title
    .replace(/<sup>(.*?)<\/sup>/g, '<tspan dy="-5" font-size="72%">$1</tspan><tspan dy="5">\u200b</tspan>')
    .replace(/<sub>(.*?)<\/sub>/g, '<tspan dy="3" font-size="72%">$1</tspan><tspan dy="-3">\u200b</tspan>')
    .replace(/<i>(.*?)<\/i>/g, '<tspan font-style="italic">$1</tspan>');
}

/** 0.1, 1, 10, then powers, as Plotly labels a logarithmic axis. */
function decadeLabel(exponent: number): string {
  return exponent >= -1 && exponent <= 1 ? String(10 ** exponent) : richText(`10<sup>${exponent}</sup>`);
}

function decades([from, to]: readonly [number, number]): readonly number[] {
  const first = Math.ceil(from);
  return Array.from({ length: Math.max(0, Math.floor(to) - first + 1) }, (_, index) => first + index);
}

function frameOf({ left, top, width, height }: PanelArea, palette: Palette): string {
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.background}" stroke="${palette.mutedInk}"/>`;
}

function dataOf(table: MeasuredTable, input: FirstSightInput, area: PanelArea): string {
  const { choice, ranges, theme, narrow } = input;
  const atX = (value: number) =>
    ((Math.log10(value) - ranges.x[0]) / (ranges.x[1] - ranges.x[0])) * area.width;
  const atY = (value: number) =>
    ((ranges.y[1] - Math.log10(Math.max(value, 1e-300))) / (ranges.y[1] - ranges.y[0])) * area.height;
  const marker = markerOf(table, input.allTables);
  const outline = markerPath(marker.shape, narrow ? 2.3 : 3);
  const bars: string[] = [];
  const points: string[] = [];
  for (const point of drawnTable(table, choice).points) {
    const x = atX(point.x).toFixed(1);
    const { low, high } = totalError(point);
    const foot = Math.min(area.height + 9, atY(point.y - (low ?? 0)));
    bars.push(`M${x},${foot.toFixed(1)}V${atY(point.y + (high ?? 0)).toFixed(1)}`);
    points.push(`<path d="${outline}" transform="translate(${x} ${atY(point.y).toFixed(1)})"/>`);
  }
  const colour = experimentColour(table.experiment, theme);
  const look = marker.open ? `fill="none" stroke-width="1.4"` : `fill="${colour}" stroke-width="0"`;
  return `<path d="${bars.join('')}" stroke="${colour}" fill="none"/><g stroke="${colour}" ${look}>${points.join('')}</g>`;
}

/** Everything inside the SVG element. Pure. */
export function firstSightMarkup(input: FirstSightInput): string {
  const { choice, ranges, narrow, size, withResiduals } = input;
  const palette = palettes[input.theme];
  const { spectrum: area, residuals, all } = panels(size, narrow, withResiduals);
  if (area.width <= 0 || area.height <= 0) return '';
  const bottom = all.top + all.height;
  const parts = [frameOf(area, palette)];
  if (residuals !== null) parts.push(frameOf(residuals, palette));
  const text = `font-size="${narrow ? 12 : 15}"`;
  for (const exponent of decades(ranges.x)) {
    const x = area.left + ((exponent - ranges.x[0]) / (ranges.x[1] - ranges.x[0])) * area.width;
    parts.push(`<path d="M${x},${area.top}v${area.height}" stroke="${palette.grid}"/>`);
    parts.push(
      `<text x="${x}" y="${bottom + 18}" text-anchor="middle" ${text}>${decadeLabel(exponent)}</text>`,
    );
  }
  for (const exponent of decades(ranges.y)) {
    const y = area.top + ((ranges.y[1] - exponent) / (ranges.y[1] - ranges.y[0])) * area.height;
    parts.push(`<path d="M${area.left},${y}h${area.width}" stroke="${palette.grid}"/>`);
    parts.push(
      `<text x="${area.left - 5}" y="${y + 5}" text-anchor="end" ${text}>${decadeLabel(exponent)}</text>`,
    );
  }
  const title = `text-anchor="middle" font-size="${narrow ? 12 : 14}"`;
  const middle = area.top + area.height / 2;
  const side = area.left - (narrow ? 34 : 43);
  parts.push(
    `<text x="${all.left + all.width / 2}" y="${bottom + (narrow ? 35 : 43)}" ${title}>${richText(abscissaTitle(choice.abscissa))}</text>`,
    `<text transform="translate(${side} ${middle}) rotate(-90)" ${title}>${richText(fluxTitle(choice))}</text>`,
    `<svg x="${area.left}" y="${area.top}" width="${area.width}" height="${area.height}" overflow="hidden">`,
    ...input.tables.map((table) => dataOf(table, input, area)),
    '</svg>',
  );
  return `<g fill="${palette.ink}" font-family="${fontFamily.replaceAll('"', "'")}">${parts.join('')}</g>`;
}

export interface FirstSight {
  draw(input: FirstSightInput): void;
  remove(): void;
}

export function createFirstSight(host: HTMLElement): FirstSight {
  const layer = document.createElementNS(svgNamespace, 'svg');
  layer.setAttribute('class', 'spectrum-first');
  layer.setAttribute('aria-hidden', 'true');
  layer.setAttribute('width', '100%');
  layer.setAttribute('height', '100%');
  let drawn: readonly unknown[] = [];
  return {
    draw: (input) => {
      // Called for every new curve; only what is behind the curves is drawn here.
      const { tables, theme, size, choice, ranges } = input;
      const now = [tables.length, theme, size.width, size.height, JSON.stringify([choice, ranges])];
      if (layer.parentNode !== null && now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      layer.innerHTML = firstSightMarkup(input);
      if (layer.parentNode === null) host.append(layer);
    },
    remove: () => layer.remove(),
  };
}
