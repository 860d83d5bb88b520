/** What the page does when the solver is slow, stopped, or lost. The delay is put between the page and its workers. */
import { expect, type Page, test } from '@playwright/test';
import { committedPath, openExplorer, parameterRow } from './page';

/** Lets a test hold back what the page sends to its workers, and break them. */
async function openWithSlowableSolver(page: Page) {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    const control = { holdMilliseconds: 0, ended: 0, crashAll: () => undefined as undefined };
    control.crashAll = () => {
      for (const worker of workers.splice(0)) {
        worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
      }
      return undefined;
    };
    Object.assign(window, { solverControl: control });
    window.Worker = class extends Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
      }
      override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
        const send = () =>
          Array.isArray(transfer)
            ? super.postMessage(message, transfer)
            : super.postMessage(message, transfer);
        if (control.holdMilliseconds > 0) setTimeout(send, control.holdMilliseconds);
        else send();
      }
      override terminate(): void {
        control.ended += 1;
        super.terminate();
      }
    };
  });
  const watch = await openExplorer(page);
  // The other tab's curves, which would wait behind the delay.
  await page.waitForTimeout(1500);
  return watch;
}

const control = (page: Page, name: 'holdMilliseconds' | 'ended'): Promise<number> =>
  page.evaluate((key) => Reflect.get(Reflect.get(window, 'solverControl'), key), name);
const hold = (page: Page, milliseconds: number) =>
  page.evaluate((value) => {
    Reflect.get(window, 'solverControl').holdMilliseconds = value;
  }, milliseconds);

async function typeSlope(page: Page, text: string): Promise<void> {
  const box = parameterRow(page, 'delta0').getByRole('textbox');
  await box.fill(text);
  await box.press('Enter');
  await box.blur();
}

test('a slow solve shows that it goes on, and stops at Escape and at Cancel', async ({ page }) => {
  const watch = await openWithSlowableSolver(page);
  const status = page.locator('.status');
  const figureHeight = async () => (await page.locator('.spectrum-plot').boundingBox())?.height;
  const height = await figureHeight();
  const curve = await committedPath(page, 'thm');
  await hold(page, 600_000);
  await typeSlope(page, '0.3');
  await expect(page.getByRole('progressbar', { name: 'Solving' })).toBeVisible();
  expect(await figureHeight()).toBe(height);
  await page.keyboard.press('Escape');
  await expect(status).toHaveAttribute('data-status', 'cancelled');
  await expect(page.locator('.status-message')).toContainText('Stopped; the dimmed curves');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await control(page, 'ended')).toBeGreaterThan(0);
  expect(await committedPath(page, 'thm')).toBe(curve);
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status).toHaveAttribute('data-status', 'cancelled');
  await hold(page, 0);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(status).toHaveAttribute('data-status', 'fresh');
  await expect.poll(() => committedPath(page, 'thm')).not.toBe(curve);
  expect(await figureHeight()).toBe(height);
  expect(watch.complaints).toEqual([]);
});

test('Escape closes the help before it stops a solve', async ({ page }) => {
  await openWithSlowableSolver(page);
  await hold(page, 600_000);
  await typeSlope(page, '0.3');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await parameterRow(page, 'delta0')
    .getByRole('button', { name: /^About/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.popover:popover-open')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'cancelled');
});

test('a lost worker is told, the last curve stays, and Retry solves', async ({ page }) => {
  await openWithSlowableSolver(page);
  const solved = page.locator('.status-solved');
  const report = (await solved.textContent()) ?? '';
  await hold(page, 600_000);
  await typeSlope(page, '0.3');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.evaluate(() => Reflect.get(window, 'solverControl').crashAll());
  await expect(page.getByRole('alert')).toContainText('out of memory');
  await expect(solved).toHaveText(report);
  await expect(page.locator('.is-stale-thm .tracecurve-thm path.js-line')).toHaveAttribute('d', /^M/);
  await hold(page, 0);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await expect(page.locator('.is-stale-thm')).toHaveCount(0);
  await expect(solved).not.toHaveText(report);
});

/** Lets a test end the page's workers from outside, without a word to the page. */
async function openWithMortalWorkers(page: Page) {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    const fate = {
      /** The next message to a worker is the last that it gets. */
      isNext: false,
      made: 0,
      endAll: () => {
        for (const worker of workers.splice(0)) Worker.prototype.terminate.call(worker);
      },
    };
    Object.assign(window, { fate });
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
        fate.made += 1;
      }
      override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
        if (Array.isArray(transfer)) super.postMessage(message, transfer);
        else super.postMessage(message, transfer);
        if (!fate.isNext) return;
        fate.isNext = false;
        Original.prototype.terminate.call(this);
      }
    };
  });
  return openExplorer(page);
}

const fate = (page: Page, name: 'made' | 'isNext'): Promise<unknown> =>
  page.evaluate((key) => Reflect.get(Reflect.get(window, 'fate'), key), name);

test('a worker that ends without a word is replaced without a click, idle or in the middle of a solve', async ({
  page,
}) => {
  const watch = await openWithMortalWorkers(page);
  const status = page.locator('.status');
  const solved = page.locator('.status-solved');
  // Until the other tab's curves are there and every lane is warm.
  await page.waitForTimeout(3000);
  const made = Number(await fate(page, 'made'));
  await page.evaluate(() => Reflect.get(window, 'fate').endAll());
  await expect.poll(() => fate(page, 'made'), { timeout: 2000 }).toBe(2 * made);
  const report = (await solved.textContent()) ?? '';
  await page.evaluate(() => {
    Reflect.get(window, 'fate').isNext = true;
  });
  await typeSlope(page, '0.3');
  await expect(solved).not.toHaveText(report, { timeout: 15_000 });
  await expect(status).toHaveAttribute('data-status', 'fresh');
  expect(await fate(page, 'isNext')).toBe(false);
  expect(Number(await fate(page, 'made'))).toBe(2 * made + 1);
  expect(watch.complaints).toEqual([]);
});

test('in a frame without an origin the solver says which attribute is missing', async ({ page }) => {
  // A server that lets other origins read, as most servers of static files do; else not even the page's program comes.
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
    await route.fulfill({ response, headers });
  });
  await page.route('**/lecture.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<iframe sandbox="allow-scripts" src="./"></iframe>' }),
  );
  await page.goto('./lecture.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('alert').first()).toContainText('allow-same-origin');
});
