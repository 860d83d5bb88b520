/**
 * What the browser tests share: the page, opening it, waiting for curves, and listening for what must not happen.
 *
 * A start costs some seconds of both cores, a new address in a page that is there a few tenths. So most tests use a page that is
 * kept (`desktop`, `phone`: one for each worker), which `openExplorer` puts back. Those that are about what an address starts with
 * take `started`: a window that is kept as well, but loads anew, at two thirds of the cost of Playwright's own `page`. That is for those
 * that hold files back, run a script first or ask for much of the browser. A test that fails ends its worker: the next begins on new pages.
 */
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';

export const desktopSize = { width: 1440, height: 900 };
export const phoneOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Pages that outlive a test, each with the groups of parameters that it opened with. */
const kept = new Map<Page, readonly boolean[]>();

async function keptPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  return context.newPage();
}

/** Leaves what a test before has opened and stored. */
async function leave(page: Page): Promise<void> {
  if (page.url() === 'about:blank') return;
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
}

async function handOver(
  page: Page,
  size: { width: number; height: number },
  use: (page: Page) => Promise<void>,
) {
  await page.setViewportSize(size);
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    // Every frame of a transition is drawn by the processor here. Pages that start anew move.
    reducedMotion: 'reduce',
    forcedColors: 'none',
  });
  await use(page);
  page.removeAllListeners();
  await page.unrouteAll();
}

interface OfTest {
  /** The page that is kept, in a window of 1440 × 900. */
  readonly desktop: Page;
  /** The one that is kept on a phone. */
  readonly phone: Page;
  /** An empty window with nothing stored, where each address loads anew. */
  readonly started: Page;
}
interface OfWorker {
  readonly keptDesktop: Page;
  readonly keptPhone: Page;
  readonly keptWindow: Page;
}

export const test = base.extend<OfTest, OfWorker>({
  keptDesktop: [
    async (
      { browser },
      use,
      {
        project: {
          use: { baseURL = '' },
        },
      },
    ) => {
      const page = await keptPage(browser, { baseURL, viewport: desktopSize });
      kept.set(page, []);
      await use(page);
      await page.context().close();
    },
    { scope: 'worker' },
  ],
  keptWindow: [
    async (
      { browser },
      use,
      {
        project: {
          use: { baseURL = '' },
        },
      },
    ) => {
      const page = await keptPage(browser, { baseURL, viewport: desktopSize });
      await use(page);
      await page.context().close();
    },
    { scope: 'worker' },
  ],
  keptPhone: [
    async (
      { browser },
      use,
      {
        project: {
          use: { baseURL = '' },
        },
      },
    ) => {
      const page = await keptPage(browser, { baseURL, ...phoneOptions });
      kept.set(page, []);
      await use(page);
      await page.context().close();
    },
    { scope: 'worker' },
  ],
  desktop: ({ keptDesktop }, use) => handOver(keptDesktop, desktopSize, use),
  phone: ({ keptPhone }, use) => handOver(keptPhone, phoneOptions.viewport, use),
  started: ({ keptWindow }, use) =>
    handOver(keptWindow, desktopSize, async (page) => {
      await use(page);
      await leave(page);
    }),
});

export interface Watch {
  /** Errors and warnings of the console, and uncaught errors. */
  readonly complaints: string[];
  /** Addresses of requests that left the origin. */
  readonly strangers: string[];
}

export function watchPage(page: Page): Watch {
  const watch: Watch = { complaints: [], strangers: [] };
  page.on('console', (message) => {
    // Playwright's own word, where the tests keep the service worker away.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') watch.complaints.push(message.text());
  });
  page.on('pageerror', (error) => watch.complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || origin === new URL(page.url()).origin;
    if (!isOwn && page.url() !== 'about:blank') watch.strangers.push(request.url());
  });
  return watch;
}

export type Species = 'p' | 'e-';

/**
 * Waits until both models lie over data and Plotly has them; returns the milliseconds from navigation to the first
 * sight of them, which comes before Plotly.
 */
export async function curvesOverData(page: Page, species: Species = 'p'): Promise<number> {
  const mark = `curves-over-data:${species}`;
  await page.waitForFunction(
    (names) => names.every((name) => performance.getEntriesByName(name).length > 0),
    [mark, `interactive:${species}`],
  );
  return page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN, mark);
}

export async function openExplorer(page: Page, address = '', species: Species = 'p'): Promise<Watch> {
  const watch = watchPage(page);
  if (!(await isPutBack(page, address))) {
    // Another fragment alone would load nothing; what is stored is of the test before.
    if (kept.has(page)) await leave(page);
    await page.goto(`./${address}`);
    await curvesOverData(page, species);
    if (kept.has(page)) kept.set(page, await openGroups(page));
  }
  await settled(page, species);
  return watch;
}

/** The curves of the present values are there, and Plotly has them. */
export async function settled(page: Page, species: Species = 'p'): Promise<void> {
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await expect(page.locator(`.spectrum[data-species="${species}"] .nsewdrag`).first()).toBeAttached();
  await expect(page.locator('.spectrum-plot.is-live')).toHaveCount(0);
}

/** Leads the page to another state, as a link within it would. */
export function follow(page: Page, fragment: string): Promise<void> {
  return page.evaluate(async (wanted) => {
    if (location.hash !== (wanted === '' ? '' : `#${wanted}`)) {
      const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = wanted;
      await followed;
    }
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, fragment);
}

function openGroups(page: Page): Promise<boolean[]> {
  return page
    .locator('details.group')
    .evaluateAll((groups) => groups.map((group) => group.hasAttribute('open')));
}

/**
 * Whether a kept page is now as if this address had just been opened: nothing stands open, there is nothing to undo and no
 * message, the fragment is followed. What no hand takes back, such as another query or a solution in 3D, needs a start.
 */
async function isPutBack(page: Page, address: string): Promise<boolean> {
  const [, query = '', fragment = ''] = /^([^#]*)#?(.*)$/s.exec(address) ?? [];
  const groups = kept.get(page);
  if (groups === undefined || groups.length === 0) return false;
  await page.evaluate(async (wereOpen) => {
    const moment = () => new Promise((resolve) => setTimeout(resolve));
    const press = async (selector: string, most: number) => {
      for (let count = 0; count < most; count++) {
        const button = document.querySelector<HTMLElement>(selector);
        if (button === null) return;
        button.click();
        await moment();
      }
    };
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
    for (const panel of document.querySelectorAll<HTMLElement>('[popover]:popover-open')) panel.hidePopover();
    for (const box of document.querySelectorAll('[aria-invalid="true"]'))
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    document.documentElement.removeAttribute('style');
    await press('[aria-label="Close the lessons"]', 1);
    await press('.notices [aria-label="Dismiss"]', 9);
    for (const ghost of document.querySelectorAll<HTMLElement>('[aria-label$=", frozen curves"]')) {
      ghost.click();
      await moment();
      const choices = [...document.querySelectorAll<HTMLElement>('[popover]:popover-open button')];
      choices.find(({ textContent }) => textContent === 'Delete')?.click();
      await moment();
    }
    await press('[aria-label="Undo"][aria-disabled="false"]', 20);
    document.querySelectorAll<HTMLDetailsElement>('details.group').forEach((group, index) => {
      group.open = wereOpen[index] ?? false;
    });
    scrollTo(0, 0);
    // The parameters scroll by themselves: a slider that the test before went to would leave the first out of view.
    for (const element of document.querySelectorAll('.app *'))
      if (element.scrollTop > 0) element.scrollTop = 0;
    // The next Tab begins at the top.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    await moment();
    localStorage.clear();
    sessionStorage.clear();
  }, groups);
  await follow(page, fragment);
  return page.evaluate((search) => {
    const left = [
      '.problem',
      '.lesson',
      '[aria-invalid="true"]',
      '[aria-label="Undo"][aria-disabled="false"]',
      '[aria-label$=", frozen curves"]',
      '.volume:not([data-status="none"])',
      '.stage-panel[style]',
    ];
    const isPage = document.querySelector('.app') !== null && location.search === search;
    return isPage && document.querySelector(left.join()) === null;
  }, query);
}

export function parameterRow(page: Page, id: string) {
  return page.locator(`[data-parameter="${id}"]`);
}

/** SVG path of a curve as Plotly has committed it. */
export function committedPath(page: Page, curve: string): Promise<string | null> {
  return page.locator(`.scatterlayer .tracecurve-${curve} path.js-line`).first().getAttribute('d');
}

export interface PlottingArea {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** Where a species' spectrum is drawn, inside its axes, in the window's pixels: Plotly's own area, not the element. */
export async function plottingArea(page: Page, species: Species = 'p'): Promise<PlottingArea> {
  return page
    .locator(`.spectrum[data-species="${species}"] .draglayer .xy .nsewdrag`)
    .first()
    .evaluate((area) => {
      const { top, bottom, left, right, height } = area.getBoundingClientRect();
      return { top, bottom, left, right, height };
    });
}
