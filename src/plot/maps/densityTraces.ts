/** A density as Plotly draws it: the colours, the lines of equal density with their numbers, the colour bar of both maps. */
import type { ColorBar, Data } from 'plotly.js';
import { palettes, type ThemeName } from '../palette';
import { type ColourRange, colourScale, inkOn, scaleTicks } from './colourScale';
import { contourLevels } from './contourLevels';
import type { Raster } from './raster';

/** What is said under the pointer, made when it is asked for: a map has more pixels than will ever be pointed at. */
export interface Told {
  readonly text: string;
}

/** Where the colour bar stands beside the plot area; none of its own for the other map. */
export type ColourBarSide = 'right' | 'top' | null;

export interface DensityStyle {
  readonly range: ColourRange;
  readonly bar: ColourBarSide;
  readonly theme: ThemeName;
  /** On lines of equal density. Finding their places takes longer than the rest of the map. */
  readonly hasNumbers: boolean;
  /** At the middle of a pixel (kpc). */
  tell(x: number, y: number): string;
}

class Pixel implements Told {
  constructor(
    private readonly tell: DensityStyle['tell'],
    private readonly x: number,
    private readonly y: number,
  ) {}

  get text(): string {
    return this.tell(this.x, this.y);
  }
}

function colourBar(side: 'right' | 'top', range: ColourRange, theme: ThemeName): Partial<ColorBar> {
  const { ink } = palettes[theme];
  const { tickvals, ticktext } = scaleTicks(range);
  const isTop = side === 'top';
  return {
    orientation: isTop ? 'h' : 'v',
    ...(isTop
      ? { x: 0.5, xanchor: 'center', y: 1, yanchor: 'bottom', ypad: 4 }
      : { x: 1, xanchor: 'left', y: 0.5, yanchor: 'middle', xpad: 8 }),
    thickness: 13,
    len: 1,
    outlinewidth: 0,
    tickmode: 'array',
    tickvals: [...tickvals],
    ticktext: [...ticktext],
    ticks: 'outside',
    ticklen: 4,
    tickcolor: ink,
    tickfont: { size: isTop ? 11 : 12, color: ink },
    title: {
      text: 'Density relative to the Sun’s',
      side: isTop ? 'top' : 'right',
      font: { size: isTop ? 12 : 13, color: ink },
    },
  };
}

/** `values` in rows as Plotly takes them, lowest y first. */
function rowsOf(values: Float64Array, columns: number): Float64Array[] {
  return Array.from({ length: values.length / columns }, (_, j) =>
    values.subarray(j * columns, (j + 1) * columns),
  );
}

export function densityTraces({ window, columns, rows, log }: Raster, style: DensityStyle): Data[] {
  const { range, bar, theme, hasNumbers } = style;
  const [dx, dy] = [(window.x[1] - window.x[0]) / columns, (window.y[1] - window.y[0]) / rows];
  const [x0, y0] = [window.x[0] + dx / 2, window.y[0] + dy / 2];
  const place = { x0, dx, y0, dy };
  const told = Array.from({ length: rows }, (_, j) =>
    Array.from({ length: columns }, (_, i) => new Pixel(style.tell, x0 + i * dx, y0 + j * dy)),
  );
  const colours = {
    type: 'heatmap',
    name: 'density',
    ...place,
    z: rowsOf(log, columns),
    zsmooth: 'fast',
    zmin: range.bottom,
    zmax: range.top,
    colorscale: colourScale,
    showscale: bar !== null,
    ...(bar === null ? {} : { colorbar: colourBar(bar, range, theme) }),
    hoverongaps: false,
    customdata: told,
    hovertemplate: '%{customdata.text}<extra></extra>',
  };
  // Plotly prints a line's number as what it is drawn through, so that is the density and not its logarithm. Where there is
  // nothing it is zero: across gaps Plotly would look for what might have been there, which takes longer than all else.
  const densities = rowsOf(
    log.map((value) => (Number.isNaN(value) ? 0 : 10 ** value)),
    columns,
  );
  const lines = contourLevels(log, range).map((level) => {
    // The density at the Sun stands out.
    const isSuns = level === 0;
    const color = inkOn(level, range);
    return {
      type: 'contour',
      name: 'equal density',
      ...place,
      z: densities,
      autocontour: false,
      contours: {
        ...{ start: 10 ** level, end: 10 ** level, size: 1, coloring: 'none' },
        ...{ showlabels: hasNumbers, labelformat: '.2~g', labelfont: { size: 11, color } },
      },
      line: { color, width: isSuns ? 1.8 : 0.9 },
      opacity: isSuns ? 1 : 0.75,
      showscale: false,
      hoverinfo: 'skip',
    };
  });
  // The type lacks x0 to dy, objects as custom data, and lines of one colour.
  return [colours, ...lines] as object[] as Data[];
}
