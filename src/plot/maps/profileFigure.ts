/** Density above the Sun, at the solver's own heights, in the colours of the maps. */
import type { Data } from 'plotly.js';
import { fontFamily } from '../figure';
import { scientific } from '../hover';
import { palettes } from '../palette';
import { colourRange, colourScale, ladder, plainDensity } from './colourScale';
import type { MapFigure, MapInput, MapSize } from './mapInput';
import { axisStyle, axisTitle, baseLayout, isNarrow } from './mapLayout';
import { densityText, fluxText } from './readout';

/** Decades shown at most. */
const deepest = 4;

export function profileFigure(input: MapInput, size: MapSize): MapFigure {
  const { maps, theme, fluxAtSun, innerHaloKpc, halfThicknessKpc } = input;
  const palette = palettes[theme];
  const range = colourRange(maps);
  const points = Array.from(maps.zKpc, (z, j) => ({ z, density: maps.profile[j]! })).filter(
    ({ density }) => density > 0,
  );
  const logs = points.map(({ density }) => Math.log10(density));
  const highest = Math.max(0, ...logs) + 0.12;
  const lowest = Math.max(Math.min(-1, ...logs) - 0.1, highest - deepest);
  const curve = {
    type: 'scatter',
    mode: 'lines+markers',
    x: points.map(({ z }) => z),
    y: points.map(({ density }) => density),
    customdata: points.map(({ z, density }) =>
      [densityText(density), `z = ${scientific(z)} kpc above the Sun`, fluxText(density, fluxAtSun)]
        .filter((line) => line !== '')
        .join('<br>'),
    ),
    hovertemplate: '%{customdata}<extra></extra>',
    line: { color: palette.mutedInk, width: 1.5 },
    marker: {
      size: 7,
      color: logs,
      colorscale: colourScale,
      ...{ cmin: range.bottom, cmax: range.top, showscale: false },
      line: { color: palette.ink, width: 1 },
    },
  } as Data;
  const inner: Data[] =
    innerHaloKpc === null
      ? []
      : [
          {
            type: 'scatter',
            mode: 'text+lines',
            x: [innerHaloKpc, innerHaloKpc],
            y: [10 ** (lowest - 1), 10 ** (highest - 0.06)],
            text: ['', ` ξL = ${Number(innerHaloKpc.toPrecision(3))} kpc`],
            textposition: 'bottom right',
            textfont: { family: fontFamily, size: isNarrow(size) ? 11 : 12, color: palette.ink },
            line: { color: palette.mutedInk, width: 1.2, dash: 'dash' },
            hoverinfo: 'skip',
          },
        ];
  const axis = axisStyle(palette, size);
  const tickvals = ladder({ bottom: lowest, top: highest });
  return {
    data: [...inner, curve],
    layout: {
      ...baseLayout('profile', size, theme),
      hovermode: 'closest',
      hoverlabel: {
        bgcolor: palette.tooltip,
        bordercolor: palette.mutedInk,
        font: { family: fontFamily, size: 12.5, color: palette.ink },
        align: 'left',
      },
      xaxis: {
        ...axis,
        range: [0, halfThicknessKpc],
        title: axisTitle('<i>z</i> (kpc), above the Sun', palette, size),
      },
      yaxis: {
        ...axis,
        type: 'log',
        showgrid: true,
        gridcolor: palette.grid,
        range: [lowest, highest],
        tickvals: tickvals.map((log) => 10 ** log),
        ticktext: tickvals.map(plainDensity),
        title: axisTitle('Density', palette, size, 2),
      },
    },
    // Small enough to be drawn anew each time.
    stillKey: '',
  };
}
