/** A finger on a phone: scrolling over the sliders moves none of them, sliding along one does. */
import { type CDPSession, expect, type Locator } from '@playwright/test';
import { openExplorer, test } from './page';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A finger from place to place, as the screen tells of it. */
async function swipe(screen: CDPSession, from: Place, to: Place) {
  const moves = 4;
  const at = (share: number) => [
    { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) },
  ];
  await screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let move = 1; move <= moves; move++)
    await screen.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(move / moves) });
  await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Brings a slider to the middle of the screen; where a finger meets it, or null if something lies over it. */
function broughtIntoView(slider: Locator): Promise<Place | null> {
  return slider.evaluate((one) => {
    one.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = one.getBoundingClientRect();
    const [x, y] = [left + 0.8 * width, top + height / 2];
    return document.elementFromPoint(x, y) === one ? { x, y } : null;
  });
}

test('scrolling over every slider moves none, sliding along one is one step', async ({ phone: page }) => {
  test.setTimeout(120_000);
  const watch = await openExplorer(page);
  const screen = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('details')) group.open = true;
  });
  const scrolled = () => page.evaluate(() => window.scrollY);
  let touched = 0;
  for (const slider of await page.locator('input[type=range]:enabled').all()) {
    const place = await broughtIntoView(slider);
    if (place === null) continue;
    touched += 1;
    await swipe(screen, place, { x: place.x + 8, y: place.y - 60 });
  }
  expect(touched).toBeGreaterThan(15);
  expect(await scrolled()).toBeGreaterThan(100);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  expect(await page.evaluate(() => window.location.hash)).toBe('');

  const slider = page.locator('[data-parameter="D0"] input[type=range]');
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider of D0 is not shown.');
  const from = { x: box.x + 0.3 * box.width, y: box.y + box.height / 2 };
  await swipe(screen, from, { x: from.x + 80, y: from.y + 10 });
  await expect(page).toHaveURL(/#v1&D0=/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page).not.toHaveURL(/D0=/);
  expect(watch).toEqual({ complaints: [], strangers: [] });
  await screen.detach();
});
