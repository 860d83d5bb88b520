/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) undo and redo, on any layout, except inside a text box, which has its own. */
import { useEffect } from 'react';
import type { ExplorerActions } from '../state/explorerState';

/** Kinds of input that hold no text. */
const withoutText: readonly string[] = [
  'range',
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'color',
  'file',
];

function isTextBox(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}

/** The letter as a Latin layout has it: what the key writes where that is Latin, else what stands in its place. */
function latinLetter({ key, code }: KeyboardEvent): string {
  return /^[ -~]$/.test(key) ? key.toLowerCase() : code.replace(/^Key/, '').toLowerCase();
}

export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (isTextBox(event.target) || event.isComposing) return null;
  // AltGr is Ctrl and Alt on some systems: with it keys write letters.
  if (event.altKey || event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey)) return null;
  const letter = latinLetter(event);
  if (letter === 'y' || (letter === 'z' && event.shiftKey)) return 'redo';
  return letter === 'z' ? 'undo' : null;
}

export function useHistoryKeys(actions: ExplorerActions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const way = historyKey(event);
      if (way === null) return;
      event.preventDefault();
      actions[way]();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
