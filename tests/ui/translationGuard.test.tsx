// @vitest-environment happy-dom
import { act, render } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { guardAgainstTranslation } from '../../src/ui/translationGuard';

const root = document.createElement('div');
beforeAll(() => {
  document.body.append(root);
  guardAgainstTranslation(root);
});

type Way = 'wraps' | 'replaces' | 'inserts';

function translate(way: Way): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter((one) => one.parentElement?.localName !== 'font')) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    if (way === 'inserts') {
      text.parentNode?.insertBefore(outer, text);
      text.remove();
    } else text.replaceWith(outer);
    inner.append(way === 'wraps' ? text : `${text.data}`);
  }
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 0));

function Status({ count, note, isBusy }: { count: number; note: string | null; isBusy: boolean }) {
  return (
    <p>
      {isBusy && <b>busy</b>}
      {count} modified{note !== null && `, ${note}`}
      {isBusy ? 'wait' : <i>done</i>}
    </p>
  );
}

describe.each(['wraps', 'replaces', 'inserts'] as const)('a translator that %s texts', (way) => {
  it('leaves texts that change, come and go', async () => {
    const container = root.appendChild(document.createElement('div'));
    const { rerender, unmount } = render(<Status count={1} note="late" isBusy={true} />, { container });
    for (const [count, note, isBusy, text] of [
      [2, 'late', true, 'busy2 modified, latewait'],
      [3, null, false, '3 modifieddone'],
      [4, 'new', true, 'busy4 modified, newwait'],
      [4, null, true, 'busy4 modifiedwait'],
    ] as const) {
      translate(way);
      await moment();
      act(() => rerender(<Status count={count} note={note} isBusy={isBusy} />));
      await moment();
      expect(root.textContent).toBe(text);
      translate(way);
      await moment();
      expect(root.textContent).toBe(text);
    }
    unmount();
    expect(root.textContent).toBe('');
  });
});
