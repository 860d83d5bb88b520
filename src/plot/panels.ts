/** Where the panels of a figure lie: the spectrum, and under it, on the same abscissa, the residuals. */

export interface Margins {
  readonly l: number;
  readonly r: number;
  readonly t: number;
  readonly b: number;
}

/** Fixed margins: the plot area never moves when numbers on an axis get longer, and the live layer knows it. */
export function margins(narrow: boolean): Margins {
  return narrow ? { l: 58, r: 10, t: 10, b: 48 } : { l: 76, r: 18, t: 14, b: 58 };
}

export interface PanelArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Panels {
  readonly spectrum: PanelArea;
  readonly residuals: PanelArea | null;
  /** Both together. */
  readonly all: PanelArea;
}

/** Size of an element in pixels. */
export interface FigureSize {
  readonly width: number;
  readonly height: number;
}

/** Less than this on either side is no room for a drawing (pixels). */
const leastSide = 24;

/**
 * Whether something can be drawn: an area with an inside, and axes that lead from somewhere to somewhere else. Where
 * this is false nothing is drawn, so that no division by nought reaches an attribute.
 */
export function isDrawable(
  { width, height }: FigureSize,
  ...axes: readonly (readonly [number, number])[]
): boolean {
  const isSide = (length: number) => length >= leastSide && length < Number.POSITIVE_INFINITY;
  const isAxis = ([from, to]: readonly [number, number]) => to > from && Number.isFinite(to - from);
  return isSide(width) && isSide(height) && axes.every(isAxis);
}

/** Parts of the height, from below: Plotly's `domain`. */
export interface PanelDomains {
  readonly residuals: readonly [number, number];
  readonly spectrum: readonly [number, number];
}

/** The spectrum keeps this height (pixels) as long as the residuals can give way. */
export const spectrumKeeps = 260;
/** The residuals are not made lower than this (pixels), or two fifths of the whole. */
const leastResiduals = 64;
const gapShare = 0.045;
const residualShare = 0.24;

/** How the height of both panels together (pixels) is shared. Without it: the shares of a tall figure. */
export function panelDomains(height = Number.POSITIVE_INFINITY): PanelDomains {
  const spare = (1 - gapShare) * height - spectrumKeeps;
  const least = Math.min(leastResiduals, 0.4 * height);
  const share =
    height > 0 && height < Number.POSITIVE_INFINITY
      ? Math.max(least, Math.min(residualShare * height, spare)) / height
      : residualShare;
  return { residuals: [0, share], spectrum: [share + gapShare, 1] };
}

/** A second panel needs this much height (pixels) to be chosen by itself. */
export const roomForResiduals = 490;

/** Areas without an inside are of nought width or height, never of less. */
export function panels(size: FigureSize, narrow: boolean, withResiduals: boolean): Panels {
  const { l, r, t, b } = margins(narrow);
  const inside = (length: number) => (length > 0 && length < Number.POSITIVE_INFINITY ? length : 0);
  const width = inside(size.width - l - r);
  const whole = inside(size.height - t - b);
  const all = { left: l, top: t, width, height: whole };
  if (!withResiduals) return { spectrum: all, residuals: null, all };
  const domains = panelDomains(whole);
  const area = ([from, to]: readonly [number, number]) => ({
    ...all,
    top: t + (1 - to) * whole,
    height: (to - from) * whole,
  });
  return { spectrum: area(domains.spectrum), residuals: area(domains.residuals), all };
}
