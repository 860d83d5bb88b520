/** Draws a journal figure with Plotly, off the page: as SVG in millimetres, or as PNG of 600 dots per inch. */
import { xmlText } from '../../text/xmlText';
import { type JournalFigure, type JournalWidth, pixelsPerMillimetre } from './journalFigure';
import { withResolution } from './pngResolution';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

const dotsPerInch = 600;
const millimetresPerInch = 25.4;

/** The figure's own coordinates stay pixels; only its size on paper is set. */
export function inMillimetres(
  svg: string,
  { width, height }: JournalFigure,
  millimetres: JournalWidth,
): string {
  const tall = (height / pixelsPerMillimetre).toFixed(2);
  return svg.replace(/<svg\b[^>]*>/, (tag) =>
    tag
      .replace(/ (width|height|viewBox|style)="[^"]*"/g, '')
      .replace(
        /^<svg/,
        `<svg width="${millimetres}mm" height="${tall}mm" viewBox="0 0 ${width.toFixed(2)} ${height.toFixed(2)}"`,
      ),
  );
}

function afterComma(dataUrl: string): string {
  return dataUrl.slice(dataUrl.indexOf(',') + 1);
}

export async function figureSvg(plotly: Plotly, figure: JournalFigure, width: JournalWidth): Promise<string> {
  const { data, layout } = figure;
  const options = { format: 'svg', width: figure.width, height: figure.height, scale: 1 } as const;
  const url = await plotly.toImage({ data, layout }, options);
  return xmlText(inMillimetres(decodeURIComponent(afterComma(url)), figure, width));
}

export async function figurePng(plotly: Plotly, figure: JournalFigure): Promise<Uint8Array<ArrayBuffer>> {
  const { data, layout } = figure;
  const scale = dotsPerInch / (pixelsPerMillimetre * millimetresPerInch);
  const options = { format: 'png', width: figure.width, height: figure.height, scale } as const;
  const url = await plotly.toImage({ data, layout }, options);
  const bytes = Uint8Array.from(atob(afterComma(url)), (character) => character.charCodeAt(0));
  return withResolution(bytes, (dotsPerInch / millimetresPerInch) * 1000);
}
