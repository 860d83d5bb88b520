/** System, light, dark, in turn. */
import { useActions, useExplorer } from '../../state/useExplorer';
import { themeIds } from '../../state/view';
import { Icon } from '../icons';

const icons = { system: 'system', light: 'sun', dark: 'moon' } as const;

export function ThemeToggle() {
  const theme = useExplorer((state) => state.theme);
  const { setTheme } = useActions();
  const next = themeIds[(themeIds.indexOf(theme) + 1) % themeIds.length] ?? 'system';
  return (
    <button
      type="button"
      className="button button-icon"
      aria-label={`Theme: ${theme}`}
      title={`Theme: ${theme}. Switch to ${next}`}
      onClick={() => setTheme(next)}
    >
      <Icon name={icons[theme]} />
    </button>
  );
}
