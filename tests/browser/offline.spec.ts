import { expect, type Page, test } from '@playwright/test';
import { curvesOverData, parameterRow, watchPage } from './page';
import { builtFile, type Served, servePage } from './served';

const hash = '#v1&delta0=0.3';
let served: Served;

test.beforeEach(async () => {
  // Under a path, as on GitHub Pages.
  served = await servePage('/some/path/');
});
test.afterEach(() => served.close());

async function firstVisit(page: Page): Promise<void> {
  await page.goto(`${served.address}${hash}`);
  await curvesOverData(page);
  // Resolves once the service worker has all files and is in charge of the next load.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

test('after one visit the page opens without a network, with its curves, data and symbols', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await firstVisit(page);
  const { asked } = served;
  expect(asked.filter((path) => !path.startsWith('/some/path/'))).toEqual([]);
  await served.close();
  await context.setOffline(true);
  const watch = watchPage(page);
  await page.reload();
  await curvesOverData(page);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await expect(parameterRow(page, 'delta0').getByRole('textbox')).toHaveValue('0.3');
  expect(await page.locator('.scatterlayer .points path').count()).toBeGreaterThan(50);
  await expect(page.locator('.symbol math').first()).toBeVisible({ timeout: 30_000 });
  // Another address of the same page.
  await page.goto(`${served.address}index.html?from=bookmark#v1&tab=electrons`);
  await curvesOverData(page, 'e-');
  expect(watch.complaints).toEqual([]);
});

test('a new version waits for the person, and keeps the state', async ({ page }) => {
  test.setTimeout(120_000);
  await firstVisit(page);
  const version = /"version\\?":\\?"([0-9a-f]+)/.exec(builtFile('serviceWorker.js'))?.[1] ?? 'no version';
  served.instead.set('serviceWorker.js', builtFile('serviceWorker.js').replace(version, 'fedcba987654'));
  served.instead.set(
    'index.html',
    builtFile('index.html').replace('<title>Two-Halo Explorer', '<title>The next version'),
  );
  await page.reload();
  await curvesOverData(page);
  await expect(page).toHaveTitle('Two-Halo Explorer');
  const notice = page.getByText('A new version is ready.');
  await expect(notice).toBeVisible({ timeout: 30_000 });
  const box = parameterRow(page, 'delta0').getByRole('textbox');
  await box.fill('0.35');
  await box.press('Enter');
  await expect(page).toHaveURL(/delta0=0\.35/);
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page).toHaveTitle('The next version');
  await curvesOverData(page);
  await expect(box).toHaveValue('0.35');
  await expect(notice).toHaveCount(0);
  // The files of the old version are gone; those that both have were not fetched again.
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches).toEqual([`two-halo-explorer ${served.address} fedcba987654`]);
  const plotly = served.asked.filter((path) => path.includes('plotly'));
  expect(plotly.length).toBeLessThanOrEqual(2);
});
