/** A hand on a slider, and what the curves do meanwhile. */
import type { Locator, Page } from '@playwright/test';

/** Where the thumb of a slider is, in page pixels. */
export async function thumbAt(slider: Locator): Promise<{ x: number; y: number; width: number }> {
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is not on the page.');
  const travel = Number(await slider.inputValue());
  return { x: box.x + 9 + travel * (box.width - 18), y: box.y + box.height / 2, width: box.width };
}

export interface Recorded {
  thm: string[];
  cm: string[];
  latencies: number[];
  longTasks: number[];
}

/** Records every change of the live curves, how long after the input event it came, and tasks over 50 ms. */
export async function record(page: Page): Promise<void> {
  await page.evaluate(() => {
    const recorded: Recorded = { thm: [], cm: [], latencies: [], longTasks: [] };
    Object.assign(window, { recorded });
    let inputAt: number | null = null;
    addEventListener(
      'input',
      () => {
        inputAt ??= performance.now();
      },
      true,
    );
    const layer = document.querySelector('.spectrum-live');
    if (layer === null) return;
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (!(target instanceof SVGPathElement)) continue;
        const path = target.getAttribute('d') ?? '';
        const seen = recorded[target.getAttribute('data-curve') === 'thm' ? 'thm' : 'cm'];
        if (path === '' || seen.at(-1) === path) continue;
        seen.push(path);
        if (inputAt !== null) recorded.latencies.push(performance.now() - inputAt);
        inputAt = null;
      }
    }).observe(layer, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] });
    new PerformanceObserver((list) =>
      recorded.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({ type: 'longtask' });
  });
}

export const recorded = (page: Page): Promise<Recorded> =>
  page.evaluate(() => Reflect.get(window, 'recorded'));
