/** Remembers the chosen theme on this machine. Storage may be switched off (private windows, frames): then nothing is kept. */
import { type ThemeChoice, themeIds } from './view';

const storageKey = 'two-halo-theme';

export function rememberedTheme(): ThemeChoice {
  try {
    const text = localStorage.getItem(storageKey);
    return themeIds.find((theme) => theme === text) ?? 'system';
  } catch {
    return 'system';
  }
}

export function rememberTheme(theme: ThemeChoice): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Nothing to do: the choice then lasts as long as the page.
  }
}
