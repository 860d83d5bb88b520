/** A figure of small panels, log x, linear y, as a self-contained SVG for the documents. */

export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Panel {
  readonly title: string;
  readonly series: readonly Series[];
}

export interface PanelAxes {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
}

const panelWidth = 360;
const panelHeight = 210;
const gap = 46;
const left = 62;
const top = 58;
const perRow = 2;
const yStep = 20;

function panelSvg({ title, series }: Panel, { xRange, yRange }: PanelAxes, x0: number, y0: number): string {
  const [low, high] = xRange.map(Math.log10) as [number, number];
  const px = (x: number) => x0 + (panelWidth * (Math.log10(x) - low)) / (high - low);
  const py = (y: number) =>
    y0 + (panelHeight * (yRange[1] - Math.min(Math.max(y, yRange[0]), yRange[1]))) / (yRange[1] - yRange[0]);
  const parts: string[] = [];
  for (let y = yRange[0]; y <= yRange[1]; y += yStep) {
    const line = y === 0 ? '#52525b' : '#e4e4e7';
    parts.push(`<path d="M${x0} ${py(y)}h${panelWidth}" stroke="${line}"/>`);
    parts.push(`<text x="${x0 - 8}" y="${py(y) + 4}" text-anchor="end">${y > 0 ? '+' : ''}${y}</text>`);
  }
  for (let decade = Math.ceil(low); decade <= high; decade++) {
    const x = px(10 ** decade);
    parts.push(`<path d="M${x.toFixed(1)} ${y0}v${panelHeight}" stroke="#e4e4e7"/>`);
    const label = `10<tspan dy="-5" font-size="9">${decade}</tspan>`;
    parts.push(`<text x="${x.toFixed(1)}" y="${y0 + panelHeight + 17}" text-anchor="middle">${label}</text>`);
  }
  for (const { colour, points } of series) {
    const path = points
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(x).toFixed(1)} ${py(y).toFixed(1)}`)
      .join('');
    parts.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
  }
  parts.push(`<text x="${x0 + 8}" y="${y0 + 17}" font-weight="600">${title}</text>`);
  return parts.join('\n');
}

/** The panels, two in a row, with one legend on top. */
export function panelsSvg(panels: readonly Panel[], axes: PanelAxes): string {
  const width = left + perRow * (panelWidth + gap);
  const height = top + Math.ceil(panels.length / perRow) * (panelHeight + gap) + 12;
  const legend = (panels[0]?.series ?? [])
    .map(({ name, colour }, i) => {
      const x = left + i * 150;
      return `<path d="M${x} 32h26" stroke="${colour}" stroke-width="2"/><text x="${x + 34}" y="36">${name}</text>`;
    })
    .join('\n');
  const body = panels
    .map((panel, i) =>
      panelSvg(
        panel,
        axes,
        left + (i % perRow) * (panelWidth + gap),
        top + Math.floor(i / perRow) * (panelHeight + gap),
      ),
    )
    .join('\n');
  const middle = top + (height - top - gap) / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#18181b" role="img">
<title>${axes.yLabel} over ${axes.xLabel}</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${legend}
${body}
<text x="${left + panelWidth + gap / 2}" y="${height - 6}" text-anchor="middle">${axes.xLabel}</text>
<text transform="translate(16 ${middle}) rotate(-90)" text-anchor="middle">${axes.yLabel}</text>
</svg>
`;
}
