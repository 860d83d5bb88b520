/** The figure is the page: whatever else is shown, the plotting area is whole, in view, and high enough to read. */
import { expect, type Page } from '@playwright/test';
import { violations, violationsInLooks } from './axe';
import {
  openExplorer,
  parameterRow,
  phoneOptions,
  plottingArea,
  type Species,
  test,
  type Watch,
  watchPage,
} from './page';

/** A busy machine takes its time. */
const patience = { timeout: 30_000 };

type Size = readonly [width: number, height: number];
const screens: readonly Size[] = [
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
];
const phones: readonly Size[] = [
  [390, 844],
  [360, 640],
  [320, 480],
  [844, 390],
  [667, 375],
];

/** Pixels: 200 on a phone that lies, and beside a lesson's card on the smallest that stands. */
function leastHeight([width, height]: Size, hasCard: boolean): number {
  const isAcross = height < 500 && width > height;
  return isAcross || (hasCard && height < 560) ? 200 : 260;
}

interface Situation {
  readonly species?: readonly Species[];
  readonly hasCard?: boolean;
}

/** Holds the plotting areas to what is promised, at each of the sizes on one page. */
async function holds(
  page: Page,
  what: string,
  sizes: readonly Size[],
  { species = ['p'], hasCard = false }: Situation = {},
) {
  for (const size of sizes) {
    const [width, height] = size;
    await page.setViewportSize({ width, height });
    await expect(async () => {
      const room = { ...(await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))) };
      expect(room).toEqual({ width, height });
      for (const one of species) {
        const area = await plottingArea(page, one);
        const told = `${what}, ${width} × ${height}, ${one}: ${JSON.stringify(area)}`;
        expect(area.height, told).toBeGreaterThanOrEqual(leastHeight(size, hasCard) - 0.5);
        expect(area.top, told).toBeGreaterThanOrEqual(0);
        expect(area.bottom, told).toBeLessThanOrEqual(height);
        expect(area.left, told).toBeGreaterThanOrEqual(0);
        expect(area.right, told).toBeLessThanOrEqual(width);
        const hidden = await covered(page, one);
        expect(hidden, told).toBeNull();
      }
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        what,
      ).toBeLessThanOrEqual(0);
    }).toPass(patience);
  }
}

/** What lies over a plotting area: looked for at its corners and in its middle. */
function covered(page: Page, species: Species): Promise<string | null> {
  return page.locator(`.spectrum[data-species="${species}"]`).evaluate((figure) => {
    const { left, right, top, bottom } = figure.querySelector('.nsewdrag')!.getBoundingClientRect();
    const places = [
      [left + 30, top + 60],
      [right - 30, top + 60],
      [(left + right) / 2, (top + bottom) / 2],
      [left + 30, bottom - 8],
      [right - 30, bottom - 8],
    ] as const;
    for (const [x, y] of places) {
      const hit = document.elementFromPoint(x, y);
      if (hit !== null && !figure.contains(hit)) return `${hit.tagName} ${hit.className}`;
    }
    return null;
  });
}

async function openLesson(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Lessons' })).toBeVisible(patience);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh', patience);
  await expect(page.locator('.spectrum .nsewdrag').first()).toBeAttached(patience);
}

/** At the top of the page; a phone's card then frees the figure by itself (tested below). */
async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
}

for (const [name, isPhone, sizes] of [
  ['screens', false, screens],
  ['phones', true, phones],
] as const) {
  test(`the plotting area is whole and in view on ${name}`, async ({ desktop, phone }) => {
    test.setTimeout(240_000);
    const page = isPhone ? phone : desktop;
    const watch: Watch = await openExplorer(page);
    await holds(page, 'nothing else', sizes);
    await page.evaluate(() => {
      location.hash = 'v1&residuals=pulls';
    });
    await expect(page.locator('.stage-figures')).toHaveAttribute('data-residuals', 'true');
    await holds(page, 'residuals', sizes);
    await page.evaluate(() => {
      location.hash = 'v1&tab=both&residuals=off';
    });
    await expect(page.locator('.spectrum[data-species="e-"] .nsewdrag').first()).toBeAttached(patience);
    await holds(page, 'both', sizes, { species: ['p', 'e-'] });
    // Notices, and a long key of frozen curves and nearby sources.
    await page.evaluate(() => {
      location.hash =
        'v1&tab=electrons&near.vela=on&near.monogem=on&near.geminga=on&near.cygnusLoop=on&nonsense=1';
    });
    await expect(page.locator('.notice')).toBeVisible();
    for (let count = 0; count < 3; count++) {
      await page.getByRole('button', { name: 'Freeze', exact: true }).click();
      await page
        .getByRole('dialog', { name: /Freeze/ })
        .getByRole('button', { name: 'Freeze' })
        .click();
    }
    await toTop(page);
    await holds(page, 'a notice and a long key', sizes, { species: ['e-'] });
    expect(watch.complaints).toEqual([]);
  });
}

test('a lesson, the list, teacher mode and large text leave the figure its place on screens', async ({
  desktop: page,
}) => {
  test.setTimeout(240_000);
  const watch = await openExplorer(page);
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await expect(page.locator('.lesson-levels').first()).toBeVisible();
  await holds(page, 'the list', screens, { hasCard: true });
  await page.getByRole('button', { name: /Make protons harden/ }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await holds(page, 'a step', screens, { hasCard: true });
  const typeSize = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await typeSize();
  await page.getByRole('button', { name: 'Teacher mode' }).click();
  await expect.poll(typeSize).toBeGreaterThan(1.2 * before);
  await holds(page, 'teacher mode', screens, { hasCard: true });
  await page.getByRole('button', { name: 'Leave teacher mode' }).click();
  await openExplorer(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await holds(page, 'text of twice the size', screens);
  expect(watch.complaints).toEqual([]);
});

test('the list and a link to teacher mode leave the figure its place on phones', async ({ phone: page }) => {
  test.setTimeout(240_000);
  // A card is placed when it comes: at each size anew.
  for (const size of phones.filter(([width]) => width === 360 || width === 667)) {
    const watch = watchPage(page);
    await page.setViewportSize({ width: size[0], height: size[1] });
    await openLesson(page, './?lesson=hardening&step=1&teacher=1#v1');
    await holds(page, 'teacher mode', [size], { hasCard: true });
    await page.getByRole('button', { name: 'Leave teacher mode' }).click();
    await page.getByRole('button', { name: 'Close the lessons' }).click();
    await toTop(page);
    await page.getByRole('button', { name: 'Lessons', exact: true }).click();
    await expect(page.locator('.lesson-levels').first()).toBeVisible();
    await holds(page, 'the list', [size], { hasCard: true });
    expect(watch.complaints).toEqual([]);
  }
});

test('on a phone a link to a step shows task, readout, slider and figure at once; Lessons shows the list', async ({
  phone: page,
}) => {
  test.setTimeout(240_000);
  const watch = watchPage(page);
  // The smallest that stands and the smallest that lies; the others have more room, and are turned to below.
  for (const [width, height] of phones.filter(([width]) => width === 320 || width === 667)) {
    await page.setViewportSize({ width, height });
    await openLesson(page, './?lesson=hardening&step=2#v1&delta0=0.19&Delta=0.1');
    const card = page.getByRole('region', { name: 'Lessons' });
    for (const part of [
      card.getByText(/Now keep/),
      card.getByText(/index at 100 GeV/),
      card.getByRole('slider', { name: /Added slope in the outer halo/ }),
      card.getByRole('button', { name: 'Next' }),
    ])
      await expect(part, `${width} × ${height}`).toBeInViewport({ ratio: 0.4 });
    await holds(page, 'a step', [[width, height]], { hasCard: true });
    // A sheet above the sliders of the page.
    const [own, others] = [card, page.getByRole('complementary')].map((one) =>
      one.getByRole('slider').first(),
    );
    if (height > width)
      expect((await own?.boundingBox())?.y).toBeLessThan((await others?.boundingBox())?.y ?? 0);
  }
  // Turned, with no new load: the card stays in view.
  for (const [width, height] of [
    [320, 480],
    [844, 390],
    [360, 640],
    [667, 375],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const part of ['slider', 'heading'] as const)
      await expect(
        page.getByRole('region', { name: 'Lessons' }).getByRole(part),
        `turned to ${width} × ${height}`,
      ).toBeInViewport({ ratio: 0.9 });
    await holds(page, 'a step, turned', [[width, height]], { hasCard: true });
  }
  const slider = page.getByRole('region', { name: 'Lessons' }).getByRole('slider');
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.8');

  await page.setViewportSize({ width: 390, height: 844 });
  await openExplorer(page);
  await page.getByRole('button', { name: 'Lessons', exact: true }).click();
  await expect(page.getByRole('button', { name: /What propagation does/ })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: /Make protons harden/ }).click();
  await expect(page.getByRole('heading', { name: /Make protons harden/ })).toBeFocused();
  await expect(page.getByRole('region', { name: 'Lessons' }).getByRole('slider')).toBeInViewport({
    ratio: 1,
  });
  await holds(page, 'a chosen lesson', [[390, 844]], { hasCard: true });
  expect(watch.complaints).toEqual([]);
});

test('on phones curve and slider stay in view together, wherever the page is scrolled', async ({
  phone: page,
}) => {
  await openExplorer(page);
  for (const [width, height] of phones) {
    await page.setViewportSize({ width, height });
    for (const id of ['D0', 'delta0', 'L', 'cm.delta']) {
      const slider = parameterRow(page, id).getByRole('slider');
      await slider.scrollIntoViewIfNeeded();
      await slider.evaluate((element) => element.scrollIntoView({ block: 'nearest' }));
      await expect(slider, `${id}, ${width} × ${height}`).toBeInViewport({ ratio: 1 });
      const { top, bottom } = await plottingArea(page);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(height);
      const isFree = await slider.evaluate((element) => {
        const { left, width: wide, top: above, height: tall } = element.getBoundingClientRect();
        return document.elementFromPoint(left + wide / 2, above + tall / 2) === element;
      });
      expect(isFree, `${id} is not under the figure, ${width} × ${height}`).toBe(true);
    }
  }
});

/** In a frame: another page, which starts anew. */
async function holdsEmbedded(page: Page, sizes: readonly Size[]): Promise<void> {
  await holds(page, 'embedded', sizes);
  await page.evaluate(() => {
    location.hash = 'v1&tab=both';
  });
  await expect(page.locator('.spectrum[data-species="e-"] .nsewdrag').first()).toBeAttached(patience);
  await holds(page, 'embedded, both', sizes, { species: ['p', 'e-'] });
}

test('embedded figures are whole on screens, and axe finds nothing in any look', async ({
  started: page,
}) => {
  test.setTimeout(120_000);
  const watch = await openExplorer(page, '?embed=1');
  expect(await violationsInLooks(page, ['light', 'dark', 'forced colours'])).toEqual([]);
  await holdsEmbedded(page, [...screens, [800, 560]]);
  expect(watch.complaints).toEqual([]);
});

test('embedded figures are whole on phones, and axe finds nothing', async ({ phone: page }) => {
  test.setTimeout(120_000);
  const watch = await openExplorer(page, '?embed=1');
  expect(await violations(page)).toEqual([]);
  await holdsEmbedded(page, [...phones, [320, 640]]);
  expect(watch.complaints).toEqual([]);
});

test('a curve that leaves the frame says so, fits into other axes, and the whole range comes back', async ({
  desktop: page,
}) => {
  const watch = await openExplorer(page);
  const figure = page.getByRole('figure', { name: 'Proton spectrum' });
  await expect(figure.getByRole('button', { name: 'Fit axis' })).toHaveCount(0);
  const before = await plottingArea(page);
  await page.evaluate(() => {
    location.hash = 'v1&zoom.p=-0.1,7.15,4.2,6.3';
  });
  await expect(figure.getByRole('status')).toContainText('CM and THM are out of the frame', patience);
  expect(await plottingArea(page)).toEqual(before);
  await figure.getByRole('button', { name: 'Fit axis' }).click();
  await expect(figure.getByRole('status')).not.toContainText('frame');
  await expect(page).toHaveURL(/zoom\.p=/);
  // Plotly's own bar has one as well.
  await figure.getByRole('status').getByRole('button', { name: 'Whole range' }).click();
  await expect(page).not.toHaveURL(/zoom/);
  expect(await plottingArea(page)).toEqual(before);
  expect(watch.complaints).toEqual([]);
});

test('a figure without room draws nothing and complains of nothing, and is there again with room', async ({
  desktop: page,
}) => {
  const watch = await openExplorer(page);
  const stage = page.locator('.stage-panel');
  for (const style of ['display: none', 'height: 70px; min-height: 0', 'width: 90px', 'height: 0']) {
    await stage.evaluate((element, text) => element.setAttribute('style', text), style);
    if (style.includes('height'))
      await page
        .locator('.stage-figures')
        .evaluate((element) => element.setAttribute('style', 'min-height: 0'));
    await parameterRow(page, 'delta0').getByRole('slider').press('ArrowRight');
    await page.waitForTimeout(400);
  }
  await stage.evaluate((element) => element.removeAttribute('style'));
  await page.locator('.stage-figures').evaluate((element) => element.removeAttribute('style'));
  await expect.poll(async () => (await plottingArea(page)).height).toBeGreaterThan(260);
  await expect(page.locator('.spectrum-plot')).not.toHaveClass(/is-live/);
  const broken = await page.evaluate(
    () =>
      [...document.querySelectorAll('.spectrum *')].filter((element) =>
        [...element.attributes].some(({ value }) => /NaN|Infinity/.test(value)),
      ).length,
  );
  expect(broken).toBe(0);
  expect(watch.complaints).toEqual([]);
});

test('on a phone maps come into view with what makes them, and what is open stays in a window that is turned', async ({
  phone: page,
}) => {
  test.setTimeout(120_000);
  const watch = await openExplorer(page);
  const panel = page.locator('.stage-panel');
  for (const [width, height] of [
    [390, 844],
    [320, 480],
    [844, 390],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: 'Maps', exact: true }).click();
    await expect(panel).toHaveAttribute('data-panel', 'maps');
    await expect(panel.getByText('There are no maps yet'), `${width} × ${height}`).toBeInViewport();
    await expect(page.getByRole('button', { name: 'Solve in 3D' }), `${width} × ${height}`).toBeInViewport({
      ratio: 1,
    });
    await page.getByRole('button', { name: 'Maps', exact: true }).click();
    await expect(panel).toHaveAttribute('data-panel', 'spectra');
  }
  await page.getByRole('button', { name: 'Axes', exact: true }).click();
  const choices = page.getByRole('region', { name: 'Axes' });
  for (const [width, height] of [
    [320, 480],
    [844, 390],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect(choices).toBeInViewport({ ratio: 1 });
  }
  expect(watch.complaints).toEqual([]);
});

test('a failure of the solver is read whole on a phone, and Retry is in reach', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await browser.newPage(phoneOptions);
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException('Failed to construct: not allowed here', 'SecurityError');
      }
    } as unknown as typeof Worker;
  });
  await page.goto('./');
  const status = page.locator('.status');
  await expect(status).toHaveAttribute('data-status', 'error', patience);
  for (const [width, height] of phones) {
    await page.setViewportSize({ width, height });
    await status.scrollIntoViewIfNeeded();
    for (const part of [status.getByRole('alert'), status.getByRole('button', { name: 'Retry' })])
      await expect(part, `${width} × ${height}`).toBeInViewport({ ratio: 1 });
  }
  await page.context().close();
});
