import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { openExplorer } from './page';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const found: readonly Violation[] = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe');
    return (await axe.run(document)).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any tab (${colorScheme})`, async ({ browser }) => {
    // The page's own policy forbids injected scripts; axe is let in around it.
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await openExplorer(page);
    for (const heading of await page.locator('.group summary h3').all()) {
      if ((await heading.textContent()) !== 'Diffusion') await heading.click();
    }
    for (const tab of ['Protons', 'Electrons', 'Both']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
      expect(await violations(page), tab).toEqual([]);
    }
    await page.getByRole('button', { name: 'Data sets' }).click();
    expect(await violations(page), 'data sets').toEqual([]);
    await context.close();
  });
}

for (const [width, height] of [
  [390, 844],
  [320, 640],
] as const) {
  test(`nothing scrolls sideways at ${width} px and the figure stays in view`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await openExplorer(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.locator('[data-parameter="L"]').scrollIntoViewIfNeeded();
    await expect(page.getByRole('figure', { name: 'Proton spectrum' })).toBeInViewport({ ratio: 0.9 });
    for (const tab of ['Electrons', 'Both']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await overflow()).toBeLessThanOrEqual(0);
    }
    await context.close();
  });
}
