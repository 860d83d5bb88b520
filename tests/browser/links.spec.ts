/** Links and storage in a real browser: Back and Forward, what chat makes of a link, Copy link, two windows with one storage. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { stepStart, withChange } from '../../src/state/lessons/lesson';
import { lessons } from '../../src/state/lessons/lessons';
import { encodeHash } from '../../src/state/texts/hashCodec';
import { openExplorer, parameterRow, test, type Watch, watchPage } from './page';

test.setTimeout(120_000);

/** Without waiting for curves: none of this is about them. */
async function open(page: Page, address: string): Promise<Watch> {
  const watch = watchPage(page);
  await page.goto(`./${address}`);
  await expect(parameterRow(page, 'delta0').getByRole('slider')).toBeVisible({ timeout: 30_000 });
  return watch;
}

function enter(page: Page, fragment: string) {
  return page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragment);
}

function value(page: Page, id: string) {
  return parameterRow(page, id).getByRole('slider').getAttribute('aria-valuetext');
}

test('no link is a trap, none of others moves a slider, and a refusing browser holds nothing up', async ({
  started: page,
}) => {
  const watch = await open(page, '#v1&L=7');
  await enter(page, 'v1&xi=0.2&foo=1');
  // Who reads it comes over the network.
  await expect(page.locator('.notice')).toContainText('"foo"', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(await value(page, 'xi')).toBe('0.2');
  await page.goBack();
  await expect(page).toHaveURL(/\/#v1&L=7$/);
  expect(await value(page, 'L')).toContain('7');
  expect(await value(page, 'xi')).toBe('0.16');
  await page.goForward();
  await expect(page).toHaveURL(/\/#v1&xi=0.2&foo=1$/);
  expect(await value(page, 'xi')).toBe('0.2');
  await expect(page.locator('.notice')).toHaveCount(0);
  await enter(page, 'main');
  await expect(page).toHaveURL(/\/#v1&xi=0.2$/);
  expect(await value(page, 'xi')).toBe('0.2');

  // Safari's way to ration: the state goes on, the address follows when it may.
  await page.evaluate(() => {
    const { pushState } = history;
    history.pushState = () => {
      throw new DOMException('Attempt to use history.pushState() more than 100 times', 'SecurityError');
    };
    setTimeout(() => {
      history.pushState = pushState;
    }, 1000);
  });
  await parameterRow(page, 'xi').getByRole('slider').press('End');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'false');
  expect(page.url()).toMatch(/#v1&xi=0.2$/);
  await expect(page).toHaveURL(/#v1&xi=0\.\d+$|#v1&xi=1$/, { timeout: 15_000 });
  await expect(page).not.toHaveURL(/xi=0.2$/, { timeout: 15_000 });

  // All the way back: each press leads to an earlier entry, and out.
  for (const expected of [/#v1&xi=0.2$/, /#v1&xi=0.2&foo=1$/, /#v1&L=7$/, /^about:blank$/]) {
    await page.goBack();
    await expect(page).toHaveURL(expected);
  }
  expect(watch.complaints).toEqual([]);
});

test('a link survives chat and mail', async ({ started: page }) => {
  const watch = await open(page, '?embed=1&amp;hide=tabs,D0#v1&amp;tab=electrons&amp;delta0=0.3>;');
  await expect(page.getByRole('figure', { name: 'Electron spectrum' })).toBeVisible();
  expect(await value(page, 'delta0')).toBe('0.3');
  await expect(parameterRow(page, 'D0')).toHaveCount(0);
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /with all parameters/ })).toHaveAttribute(
    'href',
    /\/#v1&tab=electrons&delta0=0.3$/,
  );
  expect(watch.complaints).toEqual([]);
});

test('Copy link copies the present state, or shows it', async ({ desktop: page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExplorer(page);
  await parameterRow(page, 'xi').getByRole('textbox').fill('0.25');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/#v1&xi=0.25$/);
  // Three moves at once: the address has the first, and waits.
  const slider = parameterRow(page, 'xi').getByRole('slider');
  await slider.focus();
  await page.keyboard.down('ArrowRight');
  await page.keyboard.down('ArrowRight');
  await page.keyboard.down('ArrowRight');
  await page.evaluate(() => {
    document.querySelector<HTMLButtonElement>('[aria-label="Copy link"]')?.click();
  });
  const shown = await slider.getAttribute('aria-valuetext');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(new RegExp(`#v1&xi=${shown}$`));
  await page.keyboard.up('ArrowRight');

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  const field = page.getByRole('textbox', { name: /This is the link/ });
  await expect(field).toHaveValue(new RegExp(`#v1&xi=${shown}$`));
  await expect(field).toBeInViewport();
  expect(await page.evaluate(() => window.getSelection()?.toString())).toMatch(/#v1&xi=/);
  await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'writeText'));
});

function step(id: string, index: number): string {
  const lesson = lessons.find((one) => one.id === id);
  const task = lesson?.steps[index];
  if (lesson === undefined || task === undefined) throw new Error(`There is no step ${index + 1} of ${id}.`);
  return encodeHash(withChange(stepStart(lesson, index), task.solution));
}

async function openLesson(context: BrowserContext, id: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`./?lesson=${id}&step=1#v1`);
  await expect(page.getByRole('region', { name: 'Lessons' })).toBeVisible({ timeout: 30_000 });
  return page;
}

async function doStep(page: Page, id: string, index: number) {
  await enter(page, step(id, index));
  const card = page.getByRole('region', { name: 'Lessons' });
  await expect(card.getByRole('status')).toContainText('Done', { timeout: 60_000 });
}

test('two windows with one storage keep what is done in both; a bad entry loses only itself', async ({
  context,
}) => {
  await context.addInitScript(() => {
    if (localStorage.getItem('two-halo-lessons') === null)
      localStorage.setItem(
        'two-halo-lessons',
        '{"hardening":{"steps":[1,2],"answered":true},"three-knobs":{"steps":[1],"answered":"yes"}}',
      );
  });
  const b = await openLesson(context, 'electrons');
  const a = await openLesson(context, 'power-law');
  await doStep(a, 'power-law', 0);
  await a.getByRole('button', { name: 'Next', exact: true }).click();
  await doStep(a, 'power-law', 1);
  await doStep(b, 'electrons', 0);
  const stored: unknown = JSON.parse(
    (await b.evaluate(() => localStorage.getItem('two-halo-lessons'))) ?? 'null',
  );
  expect(stored).toMatchObject({
    'power-law': { steps: [1, 2] },
    electrons: { steps: [1] },
    hardening: { steps: [1, 2], answered: true },
  });
  // Each shows what the other did, without a reload.
  for (const page of [a, b]) {
    await page.getByRole('button', { name: 'All lessons' }).click();
    const list = page.getByRole('region', { name: 'Lessons' });
    for (const [id, words] of [
      ['power-law', '2 of 3 steps done'],
      ['electrons', '1 of'],
      ['hardening', 'Finished'],
    ] as const) {
      const title = lessons.find((one) => one.id === id)?.title ?? '';
      await expect(list.getByRole('button', { name: title })).toContainText(words);
    }
  }
  await a.close();
  await b.close();
});
