/** Observables beside protons and electrons: the picker, addresses, figures on small screens, and the hand on a slider. */
import { type Page, expect as soonExpect } from '@playwright/test';
import { violationsInLooks } from './axe';
import { record, recorded, thumbAt } from './drag';
import { follow, openExplorer, parameterRow, test } from './page';

/** A busy machine may take its time; nuclei take several solves. */
const expect = soonExpect.configure({ timeout: 60_000 });
test.setTimeout(240_000);

const figure = (page: Page, observable: string) => page.locator(`.spectrum[data-species="${observable}"]`);
/** Both models' curves, in the live layer or committed. */
const curves = (page: Page, observable: string) =>
  figure(page, observable).locator(
    '.scatterlayer [class*="tracecurve-thm"], .scatterlayer [class*="tracecurve-cm"], .spectrum-live [data-curve]',
  );
const points = (page: Page, observable: string) =>
  figure(page, observable).locator('.scatterlayer .point, .spectrum-first path[transform]');

async function isDrawn(page: Page, observable: string): Promise<void> {
  await expect(points(page, observable).nth(20)).toBeAttached();
  await expect(curves(page, observable).nth(1)).toBeAttached();
}

const shownFigures = (page: Page) =>
  page.locator('.spectrum').evaluateAll((all) => all.map((one) => one.getAttribute('data-species')));

test('the picker adds a figure beside the tabs, by hand and by keyboard, up to three', async ({
  desktop: page,
}) => {
  const watch = await openExplorer(page);
  const more = page.getByRole('button', { name: 'More observables' });
  await more.focus();
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Observables' });
  const box = (name: string) => picker.getByRole('checkbox', { name });
  await box('Boron over carbon').focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#v1&tab=protons,b-c$/);
  expect(await shownFigures(page)).toEqual(['p', 'B/C']);
  await box('Helium, He').check();
  await expect(box('Carbon, C')).toBeDisabled();
  await box('Helium, He').uncheck();
  expect(await violationsInLooks(page, ['light', 'dark'], '.popover:popover-open')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(picker).toBeHidden();
  await expect(page.locator('.tabs-more')).toBeFocused();
  await isDrawn(page, 'B/C');
  const chi2 = page.getByRole('region', { name: 'χ² of boron over carbon' });
  await expect(chi2.locator('[data-model="thm"] strong')).toHaveText(/^\d/);
  await expect(figure(page, 'B/C').locator('figcaption')).toContainText('Boron over carbon');
  expect(await violationsInLooks(page, ['light'])).toEqual([]);
  await page.getByRole('tab', { name: 'Electrons' }).click();
  expect(await shownFigures(page)).toEqual(['e-']);
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('an address leads to its observables, and those of before to what they showed', async ({
  started: page,
}) => {
  await page.goto('./#v1&tab=b-c,pbar-p&abscissa=rigidity');
  for (const observable of ['B/C', 'pbar/p']) await isDrawn(page, observable);
  await expect(figure(page, 'B/C')).toContainText('Rigidity');
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('table', { name: /^Boron over carbon: ratio of fluxes/ })).toBeVisible();
  await page.keyboard.press('Escape');
  for (const [word, shown] of [
    ['electrons', ['e-']],
    ['both', ['p', 'e-']],
    ['protons', ['p']],
  ] as const) {
    await follow(page, `v1&tab=${word}`);
    await expect.poll(() => shownFigures(page)).toEqual(shown);
    await expect(page.locator(`#tab-${word}`)).toHaveAttribute('aria-selected', 'true');
  }
});

test('B/C follows the hand', async ({ desktop: page }) => {
  await openExplorer(page, '#v1');
  await follow(page, 'v1&tab=b-c');
  await isDrawn(page, 'B/C');
  await expect(page.locator('.status')).toHaveAttribute('data-status', /^(fresh|inaccurate)$/);
  await record(page);
  const start = await thumbAt(parameterRow(page, 'D0').getByRole('slider'));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) {
    await page.mouse.move(start.x + step, start.y);
    await page.waitForTimeout(50);
  }
  const { thm, latencies } = await recorded(page);
  await page.mouse.up();
  const sorted = latencies.toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(0);
  console.log(
    `drag with B/C: ${thm.length} curves in 60 moves, input to curve median ${share(0.5)} ms, p95 ${share(0.95)} ms`,
  );
  expect(thm.length).toBeGreaterThan(3);
  await expect(page.locator('.status')).toHaveAttribute('data-status', /^(fresh|inaccurate)$/);
});

test('on a phone figures of a list stand one under the other, as wide as the screen', async ({
  phone: page,
}) => {
  await openExplorer(page, '#v1');
  await follow(page, 'v1&tab=protons,b-c');
  await isDrawn(page, 'B/C');
  const boxes = await page.locator('.spectrum').evaluateAll((all) =>
    all.map((one) => {
      const { top, bottom, width } = one.getBoundingClientRect();
      return { top, bottom, width };
    }),
  );
  expect(boxes).toHaveLength(2);
  for (const { width } of boxes) expect(width).toBeGreaterThan(380);
  expect(boxes[1]?.top).toBeGreaterThanOrEqual((boxes[0]?.bottom ?? 0) - 1);
  const inRow = await page
    .locator('.tabs, .stage-tools')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(Math.abs((inRow[0] ?? 0) - (inRow[1] ?? 99))).toBeLessThan(20);
});
