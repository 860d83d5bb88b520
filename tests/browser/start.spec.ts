import { expect, test } from '@playwright/test';
import { committedPath, curvesOverData } from './page';

test('curves lie over data before Plotly is there, which then takes their place', async ({ page }) => {
  let release = () => undefined as undefined;
  const held = new Promise<void>((resolve) => {
    release = () => void resolve();
  });
  await page.route(/plotly/, async (route) => {
    await held;
    await route.continue();
  });
  // Until the commit of the navigation: "load" would wait for the chunk that is held.
  await page.goto('./', { waitUntil: 'commit' });
  const first = page.locator('.spectrum-first');
  await expect(page.locator('.spectrum-live path[data-curve="thm"]')).toHaveAttribute('d', /^M/);
  await expect(page.locator('.spectrum-live path[data-curve="cm"]')).toHaveAttribute('d', /^M/);
  expect(await first.locator('g > path[transform]').count()).toBeGreaterThan(100);
  await expect(page.locator('.js-plotly-plot')).toHaveCount(0);
  // A slider moves the curve already.
  const before = await page.locator('.spectrum-live path[data-curve="thm"]').getAttribute('d');
  await page.getByRole('slider', { name: /Slope in the disc/ }).press('End');
  await expect(page.locator('.spectrum-live path[data-curve="thm"]')).not.toHaveAttribute('d', before ?? '');
  const box = await first.boundingBox();
  release();
  await curvesOverData(page);
  await expect(first).toHaveCount(0);
  expect(await committedPath(page, 'thm')).toMatch(/^M/);
  expect(await page.locator('.spectrum-plot').boundingBox()).toEqual(box);
});
