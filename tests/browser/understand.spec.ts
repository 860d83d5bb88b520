/** The explanations: each opens, follows the sliders, is found clean by axe in both themes and fits a phone. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe';
import { openExplorer, parameterRow } from './page';

const topics = [
  'Slope',
  'Two halos',
  'Processes',
  'Sensitivity',
  'The paper, checked',
  'What a grid hides',
] as const;

const panel = (page: Page) => page.locator('.understand');

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every explanation opens and is clean (${colorScheme})`, async ({ browser }) => {
    test.setTimeout(180_000);
    // The page's own policy forbids injected scripts; axe is let in around it.
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const watch = await openExplorer(page);
    await page.getByRole('button', { name: 'Why?' }).click();
    for (const topic of topics) {
      await panel(page).getByRole('button', { name: topic, exact: true }).click();
      await expect(panel(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expect(panel(page).locator('.js-plotly-plot .main-svg').first()).toBeVisible({ timeout: 30_000 });
      expect(await violations(page, colorScheme === 'light' ? 'all' : 'of looks'), topic).toEqual([]);
    }
    await expect(page).toHaveURL(/panel=understand&topic=grid/);
    await page.getByRole('button', { name: 'Why?' }).click();
    await expect(page.getByRole('figure', { name: 'Proton spectrum' })).toBeVisible();
    expect(watch).toEqual({ complaints: [], strangers: [] });
    await context.close();
  });
}

test('explanations follow the sliders, and fit a phone', async ({ page }) => {
  test.setTimeout(120_000);
  await openExplorer(page);
  await page.getByRole('button', { name: 'Why?' }).click();
  await panel(page).getByRole('button', { name: 'Two halos', exact: true }).click();
  await expect(panel(page)).toContainText('ξL = 0.8 kpc');
  await parameterRow(page, 'xi').getByRole('slider').press('End');
  await expect(panel(page)).not.toContainText('ξL = 0.8 kpc');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const topic of topics) {
    await panel(page).getByRole('button', { name: topic, exact: true }).click();
    await expect(panel(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(sideways, topic).toBeLessThanOrEqual(0);
  }
});
