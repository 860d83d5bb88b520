/** The explanations: each opens, follows the sliders, is found clean by axe in both themes and fits a phone. */
import { expect, type Page } from '@playwright/test';
import { violations, wear } from './axe';
import { openExplorer, parameterRow, test } from './page';

const topics = [
  'Slope',
  'Two halos',
  'Processes',
  'Sensitivity',
  'The paper, checked',
  'What a grid hides',
] as const;

const panel = (page: Page) => page.locator('.understand');

test('every explanation opens and is clean, in light and in dark', async ({ desktop: page }) => {
  test.setTimeout(180_000);
  const watch = await openExplorer(page);
  await page.getByRole('button', { name: 'Why?' }).click();
  for (const look of ['light', 'dark'] as const) {
    await wear(page, look);
    for (const topic of topics) {
      await panel(page).getByRole('button', { name: topic, exact: true }).click();
      await expect(panel(page).getByRole('button', { name: topic, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(panel(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expect(panel(page).locator('.js-plotly-plot .main-svg').first()).toBeVisible();
      const found = await violations(page, '.understand', look === 'light' ? 'all' : 'of looks');
      expect(found, `${topic}, ${look}`).toEqual([]);
    }
  }
  await expect(page).toHaveURL(/panel=understand&topic=grid/);
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('figure', { name: 'Proton spectrum' })).toBeVisible();
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('explanations follow the sliders, and fit a phone', async ({ desktop: page }) => {
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
