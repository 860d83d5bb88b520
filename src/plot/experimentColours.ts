/**
 * Colours of the data: what the models have left (modelStyles.ts) of a colour-blind-safe set, darkened for paper and lightened for
 * the dark theme so that each keeps 3:1 contrast.
 */
import type { ThemeName } from './palette';

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
