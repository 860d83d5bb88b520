/** Two models that are equal have one solution between them: everything that shows both must still come to rest. */
import { expect, type Page } from '@playwright/test';
import { openExplorer, parameterRow, test } from './page';

/** How often the proton figure was drawn by Plotly. */
const drawings = (page: Page) => page.evaluate(() => performance.getEntriesByName('interactive:p').length);

test('one halo with the slope of the other model: figure, table, slope and claims', async ({
  desktop: page,
}) => {
  const watch = await openExplorer(page, '#v1&profile=uniform');
  const slope = parameterRow(page, 'delta0').getByRole('textbox');
  await slope.fill(await parameterRow(page, 'cm.delta').getByRole('textbox').inputValue());
  await slope.press('Enter');
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  // What is drawn again and again, for one thing that is never the same, never passes.
  await expect(async () => {
    const before = await drawings(page);
    await page.waitForTimeout(500);
    expect(await drawings(page)).toBe(before);
  }).toPass({ timeout: 15_000 });

  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.locator('.curve-table tbody tr').first()).toContainText('1.00');
  await page.keyboard.press('Escape');
  // Frozen, they are one more solution of the same.
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.getByRole('textbox', { name: 'Freeze the present curves as' }).press('Enter');
  await page.getByRole('button', { name: 'Why?' }).click();
  for (const topic of ['Slope', 'The paper, checked']) {
    await page.locator('.understand').getByRole('button', { name: topic, exact: true }).click();
    await expect(page.locator('.understand .js-plotly-plot .main-svg').first()).toBeVisible({
      timeout: 30_000,
    });
  }
  expect(watch).toEqual({ complaints: [], strangers: [] });
});
