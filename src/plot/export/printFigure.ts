/**
 * The figure for the printer: one SVG, drawn at once from the state, because a browser waits for nothing between "Print"
 * and the paper. Light in any theme, with the curves as they are at this moment. Pure.
 */
import { axisRanges } from '../axes';
import type { FigureState } from '../figureState';
import { firstSightMarkup, richText } from '../firstSight';
import { curveMarkup } from '../marks/curve';
import { ghostMarkup, withoutRepeats } from '../marks/ghost';
import { marksMarkup } from '../marks/residuals';
import { residualAxis } from '../marks/residualTraces';
import { palettes } from '../palette';
import { type PanelArea, panels } from '../panels';
import { noResidual, residualScale } from '../residualPanel';

/** Of the drawing; on paper it is as wide as the page. */
export const printSize = { width: 760, height: 480 } as const;

const palette = palettes.light;

/** A window of the drawing: what leaves it is not seen. */
function inside({ left, top, width, height }: PanelArea, content: string): string {
  return `<svg x="${left}" y="${top}" width="${width}" height="${height}" overflow="hidden">${content}</svg>`;
}

/** Two to nine of each decade, inside the frame. */
function minorTicks([from, to]: readonly [number, number], length: number): readonly number[] {
  const decades = Array.from({ length: Math.ceil(to) - Math.floor(from) }, (_, at) => Math.floor(from) + at);
  return decades
    .flatMap((decade) => [2, 3, 4, 5, 6, 7, 8, 9].map((digit) => decade + Math.log10(digit)))
    .filter((at) => at > from && at < to)
    .map((at) => ((at - from) / (to - from)) * length);
}

function residualMarkup(state: FigureState, x: readonly [number, number], area: PanelArea): string {
  const panel = state.residuals;
  if (panel === null) return '';
  const [bottom, top] = residualScale[panel.kind].ends;
  const atY = (value: number) => ((top - value) / (top - bottom)) * area.height;
  const level = atY(noResidual[panel.kind]);
  const marks = panel.series.map((series) => marksMarkup(series, panel, { area, x }, palette));
  const { tickvals = [], title } = residualAxis(panel.kind, false);
  const labels = tickvals.map((value) => {
    const text = String(value).replace('-', '−');
    return `<text x="${area.left - 6}" y="${area.top + atY(Number(value)) + 5}" text-anchor="end">${text}</text>`;
  });
  const name = `<text transform="translate(${area.left - 43} ${area.top + area.height / 2}) rotate(-90)" text-anchor="middle">${richText(title?.text ?? '')}</text>`;
  return `${inside(area, `<path d="M0,${level}h${area.width}" stroke="${palette.mutedInk}"/>${marks.join('')}`)}<g font-size="13">${labels.join('')}${name}</g>`;
}

/** Everything inside an SVG element of `printSize`. */
export function printFigureMarkup(state: FigureState): string {
  const ranges = state.zoom ?? axisRanges(state.tables, state.choice);
  const withResiduals = state.residuals !== null;
  const frame = {
    choice: state.choice,
    tables: state.tables,
    allTables: state.allTables,
    ranges,
    withResiduals,
  };
  const behind = firstSightMarkup({ ...frame, theme: 'light', size: printSize, narrow: false });
  const { spectrum, residuals } = panels(printSize, false, withResiduals);
  const ghosts = withoutRepeats(state.ghosts, state.curves).map((ghost) =>
    ghostMarkup(ghost, ranges, spectrum, palette),
  );
  const curves = state.curves.map((curve) => curveMarkup(curve, ranges, spectrum, palette));
  const ticks = [
    ...minorTicks(ranges.x, spectrum.width).map((x) => `M${x},${spectrum.height}v-4`),
    ...minorTicks(ranges.y, spectrum.height).map((y) => `M0,${spectrum.height - y}h4`),
  ];
  const above = inside(
    spectrum,
    `<path d="${ticks.join('')}" stroke="${palette.mutedInk}"/>${ghosts.join('')}${curves.join('')}`,
  );
  const below = residuals === null ? '' : residualMarkup(state, ranges.x, residuals);
  return `${behind}${above}<g fill="${palette.ink}">${below}</g>`;
}
