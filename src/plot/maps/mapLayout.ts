/** Axes, margins and the place of the plot area: what the maps have in common. */
import type { Layout, LayoutAxis } from 'plotly.js';
import { fontFamily } from '../fontFamily';
import { type Palette, palettes, type ThemeName } from '../palette';
import type { Margins, PanelArea } from '../panels';
import { type MapSize, narrowBelow } from './mapInput';
import type { MapWindow } from './raster';

export type MapKind = 'faceOn' | 'edgeOn' | 'profile';

export function isNarrow({ width }: MapSize): boolean {
  return width < narrowBelow;
}

/** The face-on map keeps room for the colour bar of both: at its right, or above where there is no width to give. */
export function mapMargins(kind: MapKind, size: MapSize): Margins {
  const narrow = isNarrow(size);
  const l = narrow ? 46 : 54;
  const b = narrow ? 42 : 46;
  if (kind !== 'faceOn') return { l, r: 12, t: 8, b };
  return narrow ? { l, r: 12, t: 58, b } : { l, r: 84, t: 8, b };
}

/** Where the plot area lies in its element. Of equal scale on both axes: as large as fits, in the middle. */
export function plotArea(kind: MapKind, size: MapSize, { x, y }: Pick<MapWindow, 'x' | 'y'>): PanelArea {
  const { l, r, t, b } = mapMargins(kind, size);
  const [width, height] = [Math.max(1, size.width - l - r), Math.max(1, size.height - t - b)];
  if (kind !== 'faceOn') return { left: l, top: t, width, height };
  const scale = Math.min(width / (x[1] - x[0]), height / (y[1] - y[0]));
  const [used, tall] = [scale * (x[1] - x[0]), scale * (y[1] - y[0])];
  return { left: l + (width - used) / 2, top: t + (height - tall) / 2, width: used, height: tall };
}

export function axisStyle(palette: Palette, size: MapSize): Partial<LayoutAxis> {
  return {
    showline: true,
    mirror: true,
    linecolor: palette.mutedInk,
    linewidth: 1,
    ticks: 'outside',
    ticklen: 5,
    tickcolor: palette.mutedInk,
    showgrid: false,
    zeroline: false,
    fixedrange: true,
    tickfont: { size: isNarrow(size) ? 11 : 12, color: palette.ink },
  };
}

export function axisTitle(
  text: string,
  palette: Palette,
  size: MapSize,
  standoff = 6,
): NonNullable<LayoutAxis['title']> {
  return { text, font: { size: isNarrow(size) ? 12 : 13, color: palette.ink }, standoff };
}

/** The type lacks the one that keeps the colour bar from pushing. */
const fixed = { pad: 0, autoexpand: false };

export function baseLayout(kind: MapKind, size: MapSize, theme: ThemeName): Partial<Layout> {
  const palette = palettes[theme];
  return {
    width: size.width,
    height: size.height,
    autosize: false,
    // Fixed: the labels are placed by them.
    margin: { ...mapMargins(kind, size), ...fixed },
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: fontFamily, color: palette.ink },
    showlegend: false,
    dragmode: false,
    hovermode: 'closest',
    hoverlabel: {
      bgcolor: palette.tooltip,
      bordercolor: palette.mutedInk,
      font: { family: fontFamily, size: 12, color: palette.ink },
      align: 'left',
    },
  };
}
