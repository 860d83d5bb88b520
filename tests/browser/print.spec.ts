/** Freezing by keyboard, names that do harm, and the sheet that the printer gets. */
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { rowsOf } from '../plot/export/readCsv';
import { openExplorer, test } from './page';

test.setTimeout(180_000);

test('Freeze and Enter freezes; the name spoils no file; the page prints light and whole in the dark', async ({
  desktop: page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const watch = await openExplorer(page, '#v1&delta0=0.3');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const chips = page.getByRole('list', { name: /^Key/ });
  const freeze = chips.getByRole('button', { name: 'Freeze', exact: true });

  await test.step('by keyboard alone', async () => {
    await freeze.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Freeze the present curves as')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(freeze).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('never');
    await page.keyboard.press('Escape');
    await expect(freeze).toBeFocused();
    await page.keyboard.press('Enter');
    // Set in the page: half a surrogate pair does not survive the way there.
    await page.getByLabel('Freeze the present curves as').evaluate((input) => {
      const wicked = `=1+1 ${String.fromCharCode(0, 0xd800)}<b>&${String.fromCharCode(0xfffe)}`;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, wicked);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.keyboard.press('Enter');
    await expect(chips.getByRole('button', { name: /, frozen curves$/ })).toHaveText([
      'Ghost 1',
      '=1+1 <b>&',
    ]);
    await chips.getByRole('button', { name: 'Ghost 1, frozen curves' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(freeze).toBeFocused();
    await expect(page.locator('.scatterlayer .traceghost-thm-1 path.js-line')).toHaveCSS(
      'stroke-width',
      '1.9px',
    );
    await expect(page.locator('.scatterlayer [class*="traceghost-"] text')).toHaveText(['=1+1 <b>&']);
  });

  await test.step('SVG, PNG and CSV are sound', async () => {
    const taken = async (name: string) => {
      const downloading = page.waitForEvent('download', { timeout: 60_000 });
      await page.getByRole('button', { name }).click();
      return readFile(await (await downloading).path());
    };
    await page.getByRole('button', { name: 'Save and export' }).click();
    const svg = (await taken('SVG, 85 mm')).toString('utf8');
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const texts = [...parsed.querySelectorAll('text')].map((element) => element.textContent);
      return { failed: parsed.querySelector('parsererror') !== null, texts };
    }, svg);
    expect(read.failed).toBe(false);
    expect(read.texts.filter((text) => text?.includes('=1+1'))).toEqual(['=1+1 <b>& (frozen)']);
    expect((await taken('PNG, 85 mm')).subarray(1, 4).toString('ascii')).toBe('PNG');
    const rows = rowsOf((await taken('CSV')).toString('utf8'));
    expect(rows.map((row) => row.name)).toContain("'=1+1 <b>& (THM)");
    await page.keyboard.press('Escape');
  });

  await test.step('the sheet for the printer', async () => {
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some((entry) => entry.name.includes('startPrinting')),
    );
    const sheet = page.locator('.print-sheet');
    await page.getByRole('button', { name: 'Data sets' }).click();
    // A4 between its margins.
    await page.setViewportSize({ width: 688, height: 1030 });
    await expect(sheet).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(page.locator('#root')).toBeHidden();
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    const figure = sheet.getByRole('img', { name: 'Spectrum of protons' });
    const box = await figure.boundingBox();
    expect(box?.width).toBeGreaterThan(650);
    expect(box?.height).toBeGreaterThan(350);
    const thm = figure.locator('path[stroke="#cf1624"][fill="none"]');
    await expect(thm).toHaveCount(2);
    for (const path of await thm.all()) expect((await path.getAttribute('d'))?.length).toBeGreaterThan(300);
    for (const words of [
      'Slope in the disc: 0.3 (paper: 0.19)',
      '1 changed from the paper',
      '=1+1 <b>& (frozen)',
      'Conventional (CM)',
      'AMS-02 2015',
      'doi:10.1088/1674-1137/40/1/015101',
      'Precision Measurement of the Proton Flux',
      '#v1&delta0=0.3',
    ])
      await expect(sheet).toContainText(words);
    await page.emulateMedia({ media: 'screen' });
    await expect(sheet).toHaveCount(0);
    // As browsers tell of it.
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect(sheet).toHaveCount(1);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(sheet).toHaveCount(0);
  });
  expect(watch).toEqual({ complaints: [], strangers: [] });
});
