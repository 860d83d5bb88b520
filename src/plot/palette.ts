/**
 * Colours of the figures, but for the data (experimentColours.ts). Models have theirs in modelStyles.ts.
 */
import { type ModelKey, modelRecord } from '../model/models';
import { modelStyles } from './modelStyles';

export type ThemeName = 'light' | 'dark';

export interface Palette extends Readonly<Record<ModelKey, string>> {
  readonly analytic: string;
  readonly ink: string;
  readonly mutedInk: string;
  readonly grid: string;
  readonly background: string;
  readonly tooltip: string;
}

export const palettes: Record<ThemeName, Palette> = {
  light: {
    ...modelRecord((model) => modelStyles[model].colour.light),
    analytic: '#7a3fb0',
    ink: '#1d2430',
    mutedInk: '#55606f',
    grid: '#e6e9ee',
    background: '#ffffff',
    tooltip: '#ffffff',
  },
  dark: {
    ...modelRecord((model) => modelStyles[model].colour.dark),
    analytic: '#c39bf0',
    ink: '#e8ecf2',
    mutedInk: '#a3adbb',
    grid: '#272e39',
    background: '#141920',
    tooltip: '#1e2530',
  },
};
