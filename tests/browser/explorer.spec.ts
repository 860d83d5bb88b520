import { expect } from '@playwright/test';
import { committedPath, curvesOverData, openExplorer, parameterRow, test, watchPage } from './page';

test('both models appear over the data', async ({ page }) => {
  const watch = watchPage(page);
  await page.goto('./');
  const milliseconds = await curvesOverData(page);
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  console.log(`first paint ${paint?.toFixed(0)} ms, curves over data ${milliseconds.toFixed(0)} ms`);
  // First in the live layer, then in Plotly's own drawing.
  await expect(page.locator('.scatterlayer .tracecurve-thm path.js-line')).toHaveAttribute('d', /^M/);
  await expect(page.locator('.scatterlayer .tracecurve-cm path.js-line')).toHaveAttribute('d', /^M/);
  expect(await page.locator('.scatterlayer .points path').count()).toBeGreaterThan(50);
  await expect(page.locator('.status-solved')).toContainText('settled');
  // The compiled iteration solves here, under the page's own policy.
  await expect(page.locator('.status-solved')).not.toContainText('not compiled');
  // The last of what comes by itself.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some((entry) => entry.name.includes('startPrinting')),
  );
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('an address is read back at the start, with zoom and data sets; what is wrong in it is named', async ({
  started: page,
}) => {
  await openExplorer(
    page,
    '#v1&tab=electrons&data=dampe-2019-p,-atic2-2009-p,nobody-1900&zoom.p=1,3,3.5,4.5&delta0=0.3&xi=7&nonsense=1',
    'e-',
  );
  await expect(page.getByRole('tab', { name: 'Electrons' })).toHaveAttribute('aria-selected', 'true');
  await expect(parameterRow(page, 'delta0').getByRole('textbox')).toHaveValue('0.3');
  await expect(parameterRow(page, 'xi').getByRole('textbox')).toHaveValue('0.16');
  const notices = page.locator('.notices');
  for (const part of ['xi can be ', 'nonsense', 'nobody-1900']) await expect(notices).toContainText(part);
  await page.getByRole('tab', { name: 'Protons' }).click();
  const key = page.getByRole('list', { name: /^Key/ });
  await expect(key.getByRole('button', { name: /DAMPE 2019/ })).toBeVisible();
  await expect(key.getByRole('button', { name: /ATIC-2/ })).toHaveCount(0);
  await expect(page.locator('figcaption')).toContainText('zoomed to');
  await parameterRow(page, 'delta0').getByRole('button', { name: /Reset/ }).click();
  await expect(page).toHaveURL(/#v1&zoom\.p=1,3,3\.5,4\.5&data=[^&]*$/);
});

test('electrons and both have their figures', async ({ desktop: page }) => {
  const watch = await openExplorer(page);
  await page.getByRole('tab', { name: 'Electrons' }).click();
  await curvesOverData(page, 'e-');
  await expect(page.getByRole('figure', { name: 'Electron spectrum' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Both' })).toBeFocused();
  await expect(page.getByRole('figure')).toHaveCount(2);
  expect(watch).toEqual({ complaints: [], strangers: [] });
});

test('a modulated curve is not solved again for another normalisation', async ({ desktop: page }) => {
  await openExplorer(page);
  const solved = await page.locator('.status-solved').textContent();
  const before = await committedPath(page, 'thm');
  await page.getByRole('heading', { name: 'Normalisation' }).click();
  const box = parameterRow(page, 'p.norm').getByRole('textbox');
  await box.fill('0,06');
  await box.press('Enter');
  await expect.poll(() => committedPath(page, 'thm')).not.toBe(before);
  expect(await page.locator('.status-solved').textContent()).toBe(solved);
});

test('normalise to data sets both reference fluxes in one step', async ({ desktop: page }) => {
  await openExplorer(page, '#v1&p.norm=0.2&cm.p.norm=0.02');
  await page.getByRole('button', { name: 'Normalise to data' }).click();
  // The paper's own values meet the data, so that the address may name neither.
  await expect(page).not.toHaveURL(/norm=0\.2&|norm=0\.02$/);
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(/p\.norm=0\.2&cm\.p\.norm=0\.02/);
});

test('data sets are switched in the drawer', async ({ desktop: page }) => {
  const watch = await openExplorer(page);
  const sets = () => page.locator('.scatterlayer [class*="tracedata-"]:has(.points path)').count();
  // The residual panel comes after the spectrum: count once the number of traces no longer changes.
  let before = -1;
  await expect
    .poll(
      async () => {
        const last = before;
        before = await sets();
        return before > 0 && before === last;
      },
      { intervals: [300] },
    )
    .toBe(true);
  await page.getByRole('button', { name: 'Data sets' }).click();
  const dampe = page
    .getByRole('dialog')
    .locator('section', { has: page.getByRole('heading', { name: 'DAMPE' }) });
  await dampe.getByRole('switch').first().click();
  await page.keyboard.press('Escape');
  await expect.poll(sets).toBe(before + 1);
  await expect(page.getByRole('button', { name: /DAMPE/ })).toBeVisible();
  expect(watch.complaints).toEqual([]);
});
