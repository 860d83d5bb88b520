/** What the figures of the explanations have in common: fonts, colours and axes of the theme, and their size. */
import type { Data, Layout, LayoutAxis } from 'plotly.js';
import { fontFamily } from '../fontFamily';
import type { MapSize } from '../maps/mapInput';
import { axisStyle, isNarrow } from '../maps/mapLayout';
import { palettes, type ThemeName } from '../palette';

export interface PlainFigure {
  readonly data: readonly Data[];
  readonly layout: Partial<Layout>;
}

/** The figure's own settings win over the theme's, axis by axis. */
export function themedFigure(
  { data, layout }: PlainFigure,
  size: MapSize,
  theme: ThemeName,
): { data: Data[]; layout: Partial<Layout> } {
  const palette = palettes[theme];
  const narrow = isNarrow(size);
  const axes: Record<string, Partial<LayoutAxis>> = {};
  // Layout lists its axes by name, each with or without a number.
  const given: Readonly<Record<string, unknown>> = { xaxis: {}, yaxis: {}, ...layout };
  for (const [name, axis] of Object.entries(given)) {
    if (!/^[xy]axis\d*$/.test(name) || typeof axis !== 'object') continue;
    axes[name] = {
      ...axisStyle(palette, size),
      gridcolor: palette.grid,
      showgrid: true,
      ...axis,
    };
  }
  return {
    data: [...data],
    layout: {
      width: size.width,
      height: size.height,
      autosize: false,
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      font: { family: fontFamily, size: narrow ? 11 : 12, color: palette.ink },
      showlegend: false,
      dragmode: false,
      hovermode: 'closest',
      ...layout,
      legend: {
        orientation: 'h',
        x: 0,
        y: 1.02,
        yanchor: 'bottom',
        bgcolor: 'rgba(0,0,0,0)',
        ...layout.legend,
      },
      margin: { l: narrow ? 52 : 64, r: 14, t: layout.showlegend ? 40 : 14, b: 48, ...layout.margin },
      hoverlabel: {
        bgcolor: palette.tooltip,
        bordercolor: palette.mutedInk,
        font: { family: fontFamily, size: 12, color: palette.ink },
        align: 'left',
        ...layout.hoverlabel,
      },
      ...axes,
    },
  };
}
