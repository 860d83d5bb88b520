/** The figure as an instrument: chi2 over a range, residuals, frozen curves, zoom, state in the address and in files. */
import { readFile } from 'node:fs/promises';
import { type Locator, type Page, expect as soonExpect } from '@playwright/test';
import { committedPath, curvesOverData, follow, openExplorer, parameterRow, test } from './page';

/** A busy machine may take its time. */
const expect = soonExpect.configure({ timeout: 30_000 });
test.setTimeout(180_000);

const strip = (page: Page) => page.getByRole('region', { name: 'χ² of protons' });
const totalOf = (page: Page, model: 'thm' | 'cm') => strip(page).locator(`[data-model="${model}"] small`);
const chips = (page: Page) => page.getByRole('list', { name: /^Key/ });

/** Points that count, from "552/111". */
async function points(total: Locator): Promise<number> {
  return Number((await total.textContent())?.split('/')[1]);
}

/** Height of a path at an abscissa (pixels). Plotly leaves points out where a line is straight, so points differ. */
function heightAt(path: string | null, x: number): number {
  const points = (path ?? '')
    .split(/[ML]/)
    .slice(1)
    .map((point) => point.split(',').map(Number));
  const after = points.findIndex(([at = 0]) => at >= x);
  const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [points[after - 1] ?? [], points[after] ?? []];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/** Largest vertical distance of two curves over the plot area (pixels). */
function farthest(first: string | null, second: string | null): number {
  const places = Array.from({ length: 90 }, (_, index) => 5 + 10 * index);
  return Math.max(...places.map((x) => Math.abs(heightAt(first, x) - heightAt(second, x))));
}

test('chi2 follows the range that is typed, and says what does not count', async ({ desktop: page }) => {
  const watch = await openExplorer(page);
  const before = await points(totalOf(page, 'thm'));
  const from = strip(page).getByRole('textbox', { name: /from/ });
  await from.fill('100');
  await from.press('Enter');
  await expect.poll(() => points(totalOf(page, 'thm'))).toBeLessThan(before);
  await expect.poll(() => points(totalOf(page, 'cm'))).toBe(await points(totalOf(page, 'thm')));
  await expect(page).toHaveURL(/fit\.p=100,1e6|fit\.p=100,1000000/);
  await from.fill('1e9');
  await from.press('Enter');
  await expect(from).toHaveAttribute('aria-invalid', 'true');
  await from.press('Escape');
  await expect(from).toHaveValue('100');
  await strip(page).getByRole('button', { name: 'By data set' }).click();
  const table = page.getByRole('dialog', { name: /χ² by data set/ });
  await expect(table.locator('[data-table="ams02-2015-p"]')).toContainText('outside the range');
  await expect(table.locator('[data-table="kascade-2005-p-sibyll21"]')).toContainText('not in the total');
  const rows = await table.locator('tbody [data-counts="true"] td:nth-child(2)').allTextContents();
  const sum = rows.reduce((total, text) => total + Number(text), 0);
  expect(await table.locator('tfoot td').first().textContent()).toBe(String(sum));
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('the range is dragged on the figure', async ({ desktop: page }) => {
  await openExplorer(page);
  const before = await points(totalOf(page, 'thm'));
  const grip = page.locator('.range-grip-from').first();
  const box = await grip.boundingBox();
  if (box === null) throw new Error('The grip is not on the page.');
  await page.mouse.move(box.x + box.width / 2 + 3, box.y + 6);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 160, box.y + 6, { steps: 6 });
  await page.mouse.up();
  await expect.poll(() => points(totalOf(page, 'thm'))).toBeLessThan(before);
  await expect(page).toHaveURL(/fit\.p=/);
  // The data drawn under the grip are Plotly's again: a drag in the middle still zooms.
  await expect(page.locator('.spectrum .nsewdrag').first()).toBeAttached();
});

test('residuals of both models stand under the spectrum and move with it', async ({ desktop: page }) => {
  await openExplorer(page);
  const marks = (model: string) =>
    page
      .locator(`.scatterlayer .traceresidual-${model} .points path`)
      .evaluateAll((all) => all.map((path) => path.getAttribute('transform')).join());
  await expect.poll(() => marks('thm')).not.toBe('');
  const [thm, cm] = [await marks('thm'), await marks('cm')];
  await parameterRow(page, 'delta0').getByRole('slider').focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('PageUp');
  await expect.poll(() => marks('thm')).not.toBe(thm);
  expect(await marks('cm')).toBe(cm);
  const below = page.getByRole('combobox', { name: 'below' });
  await below.selectOption('ratio');
  await expect(page.locator('.spectrum .y2title')).toContainText('model/data');
  await below.selectOption('off');
  await expect(page.locator('.spectrum .y2title')).toHaveCount(0);
  await expect(page).toHaveURL(/residuals=off/);
});

test('curves are frozen under a name, compared, renamed, left for and deleted, and outlive a reload', async ({
  desktop: page,
}) => {
  const watch = await openExplorer(page);
  const frozen = await committedPath(page, 'thm');
  await chips(page).getByRole('button', { name: 'Freeze' }).click();
  await page.getByLabel('Freeze the present curves as').fill('the paper');
  await page.keyboard.press('Enter');
  const line = page.locator('.scatterlayer .traceghost-thm-0 path.js-line');
  await expect(line).toHaveAttribute('d', frozen ?? '');
  await expect(page.locator('.scatterlayer .traceghost-thm-0 text')).toContainText('the paper');
  const box = parameterRow(page, 'delta0').getByRole('textbox');
  await box.fill('0.4');
  await box.press('Enter');
  await expect.poll(() => committedPath(page, 'thm')).not.toBe(frozen);
  await expect(line).toHaveAttribute('d', frozen ?? '');
  await page.reload();
  await curvesOverData(page);
  await expect(line).toHaveAttribute('d', /^M/);
  await chips(page)
    .getByRole('button', { name: /the paper/ })
    .click();
  await page.getByLabel('Name', { exact: true }).fill('paper, THM');
  await page.getByRole('button', { name: 'Rename' }).click();
  await chips(page)
    .getByRole('button', { name: /paper, THM/ })
    .click();
  await page.getByRole('button', { name: 'Return to these parameters' }).click();
  await expect(box).toHaveValue('0.19');
  await chips(page)
    .getByRole('button', { name: /paper, THM/ })
    .click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(line).toHaveCount(0);
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('a zoom is part of the address, of the table and of the sentence, and is undone by a double click', async ({
  desktop: page,
}) => {
  await openExplorer(page);
  const area = page.locator('.spectrum .nsewdrag').first();
  await expect(area).toBeVisible();
  const box = await area.boundingBox();
  if (box === null) throw new Error('The plot area is not on the page.');
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.3 * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 0.7 * box.height, { steps: 6 });
  await page.mouse.up();
  await expect(page).toHaveURL(/zoom\.p=/);
  await expect(page.locator('figcaption')).toContainText('zoomed to');
  const [left] = /zoom\.p=([\d.-]+),/.exec(page.url())?.slice(1).map(Number) ?? [];
  await page.getByRole('button', { name: 'Table' }).click();
  const first = await page.locator('.curve-table tbody th').first().textContent();
  expect(Number(first)).toBeGreaterThanOrEqual(10 ** (left ?? 99));
  await page.keyboard.press('Escape');
  // Whoever follows this address sees the same.
  const ticks = () => page.locator('.xaxislayer-above .xtick text').allTextContents();
  const zoomed = await ticks();
  const { hash } = new URL(page.url());
  await follow(page, '');
  await expect.poll(ticks).not.toEqual(zoomed);
  await follow(page, hash.slice(1));
  await expect.poll(ticks).toEqual(zoomed);
  // On a busy machine the two clicks may be too far apart to be one.
  await expect(async () => {
    await area.dblclick();
    await expect(page).not.toHaveURL(/zoom/, { timeout: 2000 });
  }).toPass();
  await expect.poll(ticks).not.toEqual(zoomed);
});

test('models are switched off and on in the key', async ({ desktop: page }) => {
  await openExplorer(page);
  await chips(page).getByRole('button', { name: 'Conventional (CM)' }).click();
  await expect(page.locator('.scatterlayer .tracecurve-cm')).toHaveCount(0);
  await expect(page.locator('.scatterlayer .traceresidual-cm')).toHaveCount(0);
  await expect(totalOf(page, 'cm')).toHaveCount(0);
  await expect(page).toHaveURL(/cm=off/);
  await chips(page).getByRole('button', { name: 'Conventional (CM)' }).click();
  await expect(page.locator('.scatterlayer .tracecurve-cm')).toHaveCount(1);
});

test('a state file brings back parameters, view, frozen curves and the same curve', async ({
  desktop: page,
}) => {
  await openExplorer(page, '#v1&scaling=2&delta0=0.3&fit.p=45,1e5');
  const path = await committedPath(page, 'thm');
  await chips(page).getByRole('button', { name: 'Freeze' }).click();
  await page.getByLabel('Freeze the present curves as').fill('kept');
  await page.keyboard.press('Enter');
  await expect(page.locator('.scatterlayer .traceghost-thm-0')).toHaveCount(1);
  await page.getByRole('button', { name: 'Save and export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save state' }).click();
  const file = await (await downloading).path();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'two-halo-explorer-state',
    parameters: { delta0: 0.3 },
  });

  await openExplorer(page);
  await expect(page.locator('.scatterlayer .traceghost-thm-0')).toHaveCount(0);
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(page).toHaveURL(/scaling=2.*delta0=0\.3/);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  // Solved anew, to the residual of the solver: the same to a fraction of a pixel.
  await expect.poll(async () => farthest(await committedPath(page, 'thm'), path)).toBeLessThan(0.5);
  const ghost = page.locator('.scatterlayer .traceghost-thm-0 path.js-line');
  await expect.poll(async () => farthest(await ghost.getAttribute('d'), path)).toBeLessThan(0.5);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from((await readFile(file, 'utf8')).replace('"delta0": 0.3', '"delta0": 30')),
  });
  await expect(page.locator('.notice')).toContainText('parameters.delta0: can be');
  await expect(page).toHaveURL(/delta0=0\.3/);
});

test('a point tells value, errors, experiment, year and DOI', async ({ desktop: page }) => {
  await openExplorer(page);
  // A point of low energy, where no other is near.
  const point = page.locator('.scatterlayer .tracedata-ams02-2015-p .points path').nth(12);
  const label = page.locator('.hoverlayer .hovertext').first();
  await expect(async () => {
    const at = await point.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.move(at.x - 2, at.y);
    await page.mouse.move(at.x, at.y);
    await expect(label).toContainText('AMS-02 2015', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await expect(label).toContainText('doi:10.1103/PhysRevLett.114.171103');
  await expect(label).toContainText(/± \S+ stat.*± \S+ sys/);
});
