/** Remembers the chosen theme on this machine. */

import { type ThemeChoice, themeIds } from '../view';
import { keptText } from './keptText';

const kept = keptText('local', 'two-halo-theme');

export function rememberedTheme(): ThemeChoice {
  const text = kept.read();
  return themeIds.find((theme) => theme === text) ?? 'system';
}

export function rememberTheme(theme: ThemeChoice): void {
  kept.write(theme);
}
