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

/** Parts of the height, from below: Plotly's `domain`. */
export const residualDomain = [0, 0.24] as const;
export const spectrumDomain = [0.285, 1] as const;

/** A second panel needs this much height (pixels) to be chosen by itself. */
export const roomForResiduals = 400;

export function panels(
  size: { readonly width: number; readonly height: number },
  narrow: boolean,
  withResiduals: boolean,
): Panels {
  const { l, r, t, b } = margins(narrow);
  const left = l;
  const width = size.width - l - r;
  const whole = size.height - t - b;
  const all = { left, top: t, width, height: whole };
  if (!withResiduals) return { spectrum: all, residuals: null, all };
  const area = ([from, to]: readonly [number, number]) => ({
    left,
    top: t + (1 - to) * whole,
    width,
    height: (to - from) * whole,
  });
  return { spectrum: area(spectrumDomain), residuals: area(residualDomain), all };
}
