/** In other people's pages, under any path, and with parts taken away. The figure's place in them: stage.spec.ts. */
import { expect, type Page } from '@playwright/test';
import { type HideablePart, hideableParts } from '../../src/state/texts/presentation';
import { curvesOverData, openExplorer, parameterRow, test, watchPage } from './page';
import { servePage } from './served';

test('embed: the figure and the essential sliders, nothing else, and the way to the whole', async ({
  started: page,
}) => {
  await openExplorer(page, '?embed=1#v1&delta0=0.3');
  await expect(page.getByRole('figure', { name: 'Proton spectrum' })).toBeVisible();
  await expect(page.getByRole('slider', { name: /Slope in the disc/ })).toHaveAttribute(
    'aria-valuetext',
    '0.3',
  );
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.locator('[data-parameter]')).toHaveCount(6);
  for (const hidden of ['.options', '.stage-tools', '.agreements', '.figure-note'])
    for (const part of await page.locator(hidden).all()) await expect(part).toBeHidden();
  const slider = parameterRow(page, 'delta0').getByRole('slider');
  await slider.press('ArrowRight');
  await expect(page).toHaveURL(/\?embed=1#v1&delta0=0\.31$/);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /with all parameters/ }).click();
  const whole = await opened;
  await expect(whole).toHaveURL(/\/#v1&delta0=0\.31$/);
  await whole.close();
});

test('works in a frame of another origin, under a path, without special headers', async ({ page }) => {
  const served = await servePage('/lecture/halo/');
  const host = await servePage('/');
  const framed = `${served.address}?embed=1#v1&tab=electrons`;
  host.instead.set(
    'host.html',
    `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>A lecture</title><iframe title="Explorer" src="${framed}" width="900" height="620"></iframe></html>`,
  );
  // Two ports are two origins; "127.0.0.1" and "localhost" are two sites as well.
  const watch = watchPage(page);
  await page.goto(`${host.address.replace('localhost', '127.0.0.1')}host.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.status')).toHaveAttribute('data-status', 'fresh', { timeout: 30_000 });
  await expect(frame.locator('.scatterlayer .tracecurve-thm path.js-line')).toHaveAttribute('d', /^M/);
  const slider = frame.getByRole('slider', { name: /Slope in the disc/ });
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.8');
  expect(watch.complaints).toEqual([]);
  expect(served.asked.filter((path) => !path.startsWith('/lecture/halo/'))).toEqual([]);
  await served.close();
  await host.close();
});

/** What a person finds of each part that can be hidden. */
const partLocators: Record<HideablePart, (page: Page) => ReturnType<Page['locator']>> = {
  bar: (page) => page.getByRole('banner'),
  presets: (page) => page.getByRole('button', { name: /Two-halo model \(THM\)/ }),
  normalise: (page) => page.getByRole('button', { name: 'Normalise to data' }),
  history: (page) => page.getByRole('button', { name: 'Undo' }),
  parameters: (page) => page.getByRole('complementary', { name: 'Parameters' }),
  tabs: (page) => page.getByRole('tablist'),
  options: (page) => page.getByText('Flux ×'),
  tools: (page) => page.getByRole('button', { name: 'Data sets' }),
  legend: (page) => page.getByRole('list', { name: /^Key/ }),
  volume: (page) => page.locator('.volume'),
  fit: (page) => page.locator('.agreements'),
  status: (page) => page.locator('.status'),
  note: (page) => page.locator('.figure-note'),
};

test('every part of the page that can be hidden is there, and can be hidden', async ({
  desktop,
  started: page,
}) => {
  await openExplorer(desktop);
  for (const part of hideableParts) await expect(partLocators[part](desktop), part).toBeVisible();
  await page.goto(`./?hide=${hideableParts.join(',')}`);
  await curvesOverData(page);
  await expect(page.getByRole('figure')).toBeVisible();
  for (const part of hideableParts) await expect(partLocators[part](page), part).toBeHidden();
});

test('a teacher hides groups and parameters; an unknown name is told', async ({ started: page }) => {
  await page.goto('./?hide=reacceleration,processes,D0,nonsense');
  await expect(parameterRow(page, 'delta0')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Reacceleration' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Processes' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Proton injection' })).toBeVisible();
  await expect(parameterRow(page, 'D0')).toHaveCount(0);
  await expect(page.locator('.notice')).toContainText('nonsense');
});
