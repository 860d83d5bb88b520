/**
 * The figure before Plotly is there: frames, decades, titles and data as one plain SVG, under the live layer's curves.
 * Plotly takes 0.3 to 1 s to be read and to draw; this takes about 5 ms, so a curve lies over data as soon as it is
 * solved. Same margins, ranges, colours and markers; Plotly's first drawing takes its place.
 */
import type { MeasuredTable } from '../measurements/tableTypes';
import { abscissaTitle, decadeStep, ordinateTitle } from './axes';
import { fontFamily } from './fontFamily';
import { tableMarkup } from './marks/table';
import { type Palette, palettes, type ThemeName } from './palette';
import { type FigureSize, isDrawable, type PanelArea, panels } from './panels';
import { svgNamespace } from './svgLayer';
import { type LogTicks, logTicks, tickText } from './ticks';
import type { AxisChoice, AxisRanges } from './vocabulary';

export interface FirstSightInput {
  readonly choice: AxisChoice;
  readonly tables: readonly MeasuredTable[];
  readonly allTables: readonly MeasuredTable[];
  readonly theme: ThemeName;
  readonly ranges: AxisRanges;
  readonly size: FigureSize;
  readonly narrow: boolean;
  readonly withResiduals: boolean;
}

/** The few tags of Plotly's titles as SVG. Titles are made on this page from constants. */
export function richText(title: string): string {
  return title
    .replace(/<sup>(.*?)<\/sup>/g, '<tspan dy="-5" font-size="72%">$1</tspan><tspan dy="5">\u200b</tspan>')
    .replace(/<sub>(.*?)<\/sub>/g, '<tspan dy="3" font-size="72%">$1</tspan><tspan dy="-3">\u200b</tspan>')
    .replace(/<i>(.*?)<\/i>/g, '<tspan font-style="italic">$1</tspan>');
}

function frameOf({ left, top, width, height }: PanelArea, palette: Palette): string {
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${palette.background}" stroke="${palette.mutedInk}"/>`;
}

/** Everything inside the SVG element. Pure. */
export function firstSightMarkup(input: FirstSightInput): string {
  const { choice, ranges, narrow, size, withResiduals } = input;
  const palette = palettes[input.theme];
  const { spectrum: area, residuals, all } = panels(size, narrow, withResiduals);
  if (!isDrawable(area, ranges.x, ranges.y)) return '';
  const bottom = all.top + all.height;
  const parts = [frameOf(area, palette)];
  if (residuals !== null) parts.push(frameOf(residuals, palette));
  const [xTicks, yTicks] = [
    logTicks(ranges.x, 'x', narrow, decadeStep(ranges.x, area.width)),
    logTicks(ranges.y, 'y', narrow),
  ];
  // Plotly writes decades larger than other numbers.
  const text = ({ decadeStep: step }: LogTicks) =>
    `font-size="${step === null ? (narrow ? 11 : 13) : narrow ? 12 : 15}"`;
  for (const tick of xTicks.all) {
    const x = area.left + ((tick.at - ranges.x[0]) / (ranges.x[1] - ranges.x[0])) * area.width;
    parts.push(`<path d="M${x},${area.top}v${area.height}" stroke="${palette.grid}"/>`);
    parts.push(
      `<text x="${x}" y="${bottom + 18}" text-anchor="middle" ${text(xTicks)}>${richText(tickText(tick, 'x'))}</text>`,
    );
  }
  for (const tick of yTicks.all) {
    const y = area.top + ((ranges.y[1] - tick.at) / (ranges.y[1] - ranges.y[0])) * area.height;
    parts.push(`<path d="M${area.left},${y}h${area.width}" stroke="${palette.grid}"/>`);
    const lines = tickText(tick, 'y').split('<br>');
    const first = y + 5 - 8 * (lines.length - 1);
    for (const [index, line] of lines.entries())
      parts.push(
        `<text x="${area.left - 5}" y="${first + 16 * index}" text-anchor="end" ${text(yTicks)}>${richText(line)}</text>`,
      );
  }
  const title = `text-anchor="middle" font-size="${narrow ? 12 : 14}"`;
  const middle = area.top + area.height / 2;
  const side = area.left - (narrow ? 34 : 43);
  parts.push(
    `<text x="${all.left + all.width / 2}" y="${bottom + (narrow ? 35 : 43)}" ${title}>${richText(abscissaTitle(choice))}</text>`,
    `<text transform="translate(${side} ${middle}) rotate(-90)" ${title}>${richText(ordinateTitle(choice, area.height))}</text>`,
    `<svg x="${area.left}" y="${area.top}" width="${area.width}" height="${area.height}" overflow="hidden">`,
    ...input.tables.map((table) => tableMarkup(table, input.allTables, { ...input, area })),
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
