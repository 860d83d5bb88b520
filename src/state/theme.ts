/** Remembers the chosen theme on this machine. */
import { keptText } from './keptText';
import { type ThemeChoice, themeIds } from './view';

const kept = keptText('local', 'two-halo-theme');

export function rememberedTheme(): ThemeChoice {
  const text = kept.read();
  return themeIds.find((theme) => theme === text) ?? 'system';
}

export function rememberTheme(theme: ThemeChoice): void {
  kept.write(theme);
}
