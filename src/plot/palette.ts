/**
 * Colours of the figures. Models have theirs in modelStyles.ts; data use what is left of a
 * colour-blind-safe set, darkened for paper and lightened for the dark theme so that each keeps 3:1 contrast.
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

type ColourPair = Record<ThemeName, string>;

const experimentColours: Readonly<Record<string, ColourPair>> = {
  'AMS-02': { light: '#0b63b0', dark: '#62aef0' },
  PAMELA: { light: '#00806a', dark: '#3fc4a3' },
  ATIC: { light: '#9a5b00', dark: '#e5a53d' },
  CREAM: { light: '#7b3fa0', dark: '#c193e6' },
  KASCADE: { light: '#6a6f00', dark: '#c6c84a' },
  DAMPE: { light: '#b23a78', dark: '#f08abb' },
  CALET: { light: '#00788f', dark: '#4cc4dc' },
  'ISS-CREAM': { light: '#4d5ea8', dark: '#9aaaf2' },
  'Fermi-LAT': { light: '#8a4a2f', dark: '#dd9d7d' },
  Voyager: { light: '#52606d', dark: '#b4c0cc' },
};

const otherColours: readonly ColourPair[] = [
  { light: '#52606d', dark: '#b4c0cc' },
  { light: '#8a4a2f', dark: '#dd9d7d' },
];

/** The experiment without flight or run numbers: CREAM-I and CREAM-I+III are CREAM. */
export function experimentFamily(experiment: string): string {
  if (experiment.startsWith('CREAM')) return 'CREAM';
  if (experiment.startsWith('ATIC')) return 'ATIC';
  return experiment.startsWith('Voyager') ? 'Voyager' : experiment;
}

export function experimentColour(experiment: string, theme: ThemeName): string {
  const family = experimentFamily(experiment);
  const fallback = otherColours[family.length % otherColours.length]!;
  return (experimentColours[family] ?? fallback)[theme];
}
