/** What the browser tests share: opening the page, waiting for curves, and listening for what must not happen. */
import { expect, type Page } from '@playwright/test';

export interface Watch {
  /** Errors and warnings of the console, and uncaught errors. */
  readonly complaints: string[];
  /** Addresses of requests that left the origin. */
  readonly strangers: string[];
}

export function watchPage(page: Page): Watch {
  const watch: Watch = { complaints: [], strangers: [] };
  page.on('console', (message) => {
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

export async function openExplorer(page: Page, hash = '', species: Species = 'p'): Promise<Watch> {
  const watch = watchPage(page);
  await page.goto(`./${hash}`);
  await curvesOverData(page, species);
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  return watch;
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
