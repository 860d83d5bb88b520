import { expect, type Page, test } from '@playwright/test';
import { precacheScript } from '../../scripts/precacheList';
import type { Precache } from '../../src/offline/precache';
import { fingerprint } from '../../src/offline/rightFile';
import { curvesOverData, parameterRow, watchPage } from './page';
import { builtFile, type Served, servePage } from './served';

test.use({ serviceWorkers: 'allow' });

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

// The cast: the build wrote it (scripts/precacheList.ts).
const builtList = () => JSON.parse(builtFile('precache.js').replace('self.precache=', '')) as Precache;

/** The built file whose name begins with this. */
function chunk(name: string): string {
  const found = Object.keys(builtList().files).find(
    (address) => address.startsWith(`assets/${name}-`) && address.endsWith('.js'),
  );
  if (found === undefined) throw new Error(`The build has no ${name}.`);
  return found;
}

const version = 'next version';

/** From now on the host has a version with another title, and no longer the chunk `gone`. */
async function deployNextVersion(gone: string): Promise<void> {
  const { files, version: builtVersion } = builtList();
  const html = builtFile('index.html').replace('<title>Two-Halo Explorer', '<title>The next version');
  const { [gone]: _, ...others } = files;
  const next = { ...others, './': await fingerprint(new TextEncoder().encode(html)) };
  served.instead.set('index.html', html);
  served.instead.set(gone, { status: 404 });
  served.instead.set('precache.js', precacheScript({ version, files: next }));
  served.instead.set('serviceWorker.js', builtFile('serviceWorker.js').replace(builtVersion, version));
}

/** Spoils what is kept: garbage in the place of the page and of one file, another file lost. */
function spoil(page: Page, garbage: string, lost: string): Promise<void> {
  return page.evaluate(
    async ([spoilt, missing]) => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      for (const address of ['./', spoilt]) await cache.put(address, new Response('garbage'));
      if (!(await cache.delete(missing))) throw new Error(`${missing} was not kept.`);
    },
    [garbage, lost] as const,
  );
}

test('after one visit the page opens without a network, with its curves, data and symbols, and heals what was spoilt meanwhile', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await firstVisit(page);
  const { asked } = served;
  expect(asked.filter((path) => !path.startsWith('/some/path/'))).toEqual([]);
  await spoil(page, chunk('plotly-cartesian.min'), chunk('solver.worker'));
  const watch = watchPage(page);
  await page.reload();
  await curvesOverData(page);
  await expect(page.locator('.symbol math').first()).toBeVisible({ timeout: 30_000 });
  await served.close();
  await context.setOffline(true);
  await page.reload();
  await curvesOverData(page);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await expect(parameterRow(page, 'delta0').getByRole('textbox')).toHaveValue('0.3');
  expect(await page.locator('.scatterlayer .points path').count()).toBeGreaterThan(50);
  await expect(page.locator('.symbol math').first()).toBeVisible({ timeout: 30_000 });
  // Another address of the same page.
  await page.goto(`${served.address}index.html?from=bookmark#v1&tab=electrons`);
  await expect(page.getByRole('figure', { name: 'Electron spectrum' })).toBeVisible({ timeout: 30_000 });
  expect(watch.complaints).toEqual([]);
});

test('a new version waits for the person, keeps the state, and lets another window go on in the old one', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await firstVisit(page);
  const other = await context.newPage();
  await other.goto(`${served.address}${hash}`);
  await expect(parameterRow(other, 'delta0')).toBeVisible({ timeout: 30_000 });
  await deployNextVersion(chunk('DataList'));
  await page.reload();
  await expect(page).toHaveTitle('Two-Halo Explorer');
  const notice = page.getByText('A new version is ready.');
  await expect(notice).toBeVisible({ timeout: 60_000 });
  const box = parameterRow(page, 'delta0').getByRole('textbox');
  await box.fill('0.35');
  await box.press('Enter');
  await expect(page).toHaveURL(/delta0=0\.35/);
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(page).toHaveTitle('The next version');
  await curvesOverData(page);
  await expect(box).toHaveValue('0.35');
  await expect(notice).toHaveCount(0);

  // The other window is told, stays as it is, and finds what the host no longer has.
  await expect(other.getByText('Another window has moved to a new version.')).toBeVisible({
    timeout: 30_000,
  });
  await expect(other).toHaveTitle('Two-Halo Explorer');
  await other.getByRole('button', { name: 'Data sets' }).click();
  await expect(other.getByRole('dialog').getByRole('switch').first()).toBeVisible();
  await other.keyboard.press('Escape');
  await other.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(other).toHaveTitle('The next version');

  // Then the files of the old version go; those that both have were not fetched again.
  await expect
    .poll(() => other.evaluate(() => window.caches.keys()), { timeout: 60_000 })
    .toEqual([`two-halo-explorer ${served.address} ${version}`]);
  const plotly = served.asked.filter((path) => path.includes('plotly'));
  expect(plotly.length).toBeLessThanOrEqual(2);
});

test('a page that could not be kept says so, and is kept at the next visit', async ({ page }) => {
  test.setTimeout(180_000);
  const poisoned = chunk('LessonPanel');
  served.instead.set(poisoned, {
    type: 'text/html',
    content: '<title>Sign in to the school network</title>',
  });
  await page.goto(`${served.address}${hash}`);
  const notice = page.locator('.notice', { hasText: 'Not available offline' });
  await expect(notice).toContainText(`${poisoned} came as text/html`, { timeout: 60_000 });
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  served.instead.clear();
  await page.reload();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect(notice).toHaveCount(0);
});
