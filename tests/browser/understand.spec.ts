/** The explanations: each opens, follows the sliders, is found clean by axe in both themes and fits a phone. */
import { expect, type Page } from '@playwright/test';
import { violations, wear } from './axe';
import { desktopSize, openExplorer, parameterRow, test } from './page';

const topics = [
  'Slope',
  'Two halos',
  'Processes',
  'Sensitivity',
  'The paper, checked',
  'What a grid hides',
] as const;

const panel = (page: Page) => page.locator('.understand');

async function choose(page: Page, topic: (typeof topics)[number]): Promise<void> {
  const button = panel(page).getByRole('button', { name: topic, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'page');
  await expect(panel(page).getByRole('heading', { level: 2 }).first()).toBeVisible();
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// One test: what explanations solve for themselves takes seconds, and is there for the others.
test('every explanation opens, is clean in light and in dark, fits a phone, and follows the sliders', async ({
  desktop: page,
}) => {
  test.setTimeout(180_000);
  const watch = await openExplorer(page);
  await page.getByRole('button', { name: 'Why?' }).click();
  for (const look of ['light', 'dark'] as const) {
    await wear(page, look);
    for (const topic of topics) {
      await choose(page, topic);
      await expect(panel(page).locator('.js-plotly-plot .main-svg').first()).toBeVisible();
      const found = await violations(page, '.understand', look === 'light' ? 'all' : 'of looks');
      expect(found, `${topic}, ${look}`).toEqual([]);
    }
  }
  await expect(page).toHaveURL(/panel=understand&topic=grid/);
  await wear(page, 'light');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const topic of topics) {
    await choose(page, topic);
    await expect.poll(() => sideways(page), topic).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(desktopSize);
  await choose(page, 'Two halos');
  await expect(panel(page)).toContainText('ξL = 0.8 kpc');
  await parameterRow(page, 'xi').getByRole('slider').press('End');
  await expect(panel(page)).not.toContainText('ξL = 0.8 kpc');
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.getByRole('figure', { name: 'Proton spectrum' })).toBeVisible();
  expect(watch).toEqual({ complaints: [], strangers: [] });
});
