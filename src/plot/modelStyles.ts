/** How each model is drawn, one entry for each: its colour, the line of its curve, and the mark of its residuals. */
import type { ModelKey } from '../model/models';

interface ModelStyle {
  readonly colour: Readonly<Record<'light' | 'dark', string>>;
  /** Pixels. */
  readonly width: number;
  /** Lengths of lines and gaps in pixels; empty for an unbroken line. */
  readonly dash: readonly number[];
  readonly mark: 'circle' | 'square';
  readonly isOpen: boolean;
}

/** The paper's two colours, red and black. */
export const modelStyles: Readonly<Record<ModelKey, ModelStyle>> = {
  thm: {
    colour: { light: '#cf1624', dark: '#ff6a63' },
    width: 2.6,
    dash: [],
    mark: 'circle',
    isOpen: false,
  },
  cm: {
    colour: { light: '#14171c', dark: '#f3f5f8' },
    width: 2.2,
    dash: [9, 5],
    mark: 'square',
    isOpen: true,
  },
};
