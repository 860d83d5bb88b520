/** What the page does when the solver is slow, stopped, or lost. The delay is put between the page and its workers. */
import { expect, type Page } from '@playwright/test';
import {
  committedPath,
  desktopSize,
  follow,
  openExplorer,
  parameterRow,
  settled,
  test,
  type Watch,
} from './page';

// One page for all of them: from each it recovers. Each types a slope of its own: what was solved before needs no solver.
// After a failure the next begins on a new page.
test.describe.configure({ mode: 'default' });

let page: Page;
let watch: Watch;

/** Lets tests hold back what the page sends to its workers, break them, and end them from outside without a word. */
test.beforeAll(async ({ browser }) => {
  page = await browser.newPage({ viewport: desktopSize });
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    const end = (worker: Worker) => Original.prototype.terminate.call(worker);
    const control = {
      holdMilliseconds: 0,
      made: 0,
      /** Have said that they run, and hold the lock by which their end is noticed. */
      running: 0,
      ended: 0,
      /** A message with this text, and not a warm-up that comes between, is the last that its worker gets. */
      last: '',
      crashAll: () => {
        for (const worker of workers.splice(0))
          worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
      },
      endAll: () => {
        const all = workers.splice(0);
        all.forEach(end);
        return all.length;
      },
    };
    Object.assign(window, { solverControl: control });
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        workers.push(this);
        control.made += 1;
        this.addEventListener('message', ({ data }) => {
          if ('ready' in data) control.running += 1;
        });
      }
      override postMessage(message: unknown, transfer?: Transferable[] | StructuredSerializeOptions): void {
        const send = () =>
          Array.isArray(transfer)
            ? super.postMessage(message, transfer)
            : super.postMessage(message, transfer);
        if (control.holdMilliseconds > 0) setTimeout(send, control.holdMilliseconds);
        else send();
        if (control.last === '' || !JSON.stringify(message).includes(control.last)) return;
        control.last = '';
        end(this);
      }
      override terminate(): void {
        control.ended += 1;
        const index = workers.indexOf(this);
        if (index >= 0) workers.splice(index, 1);
        super.terminate();
      }
    };
  });
  watch = await openExplorer(page);
});
test.afterAll(() => page.context().close());

/** The paper's values and curves again, with every worker at rest: those of the other tab are solved beside. */
test.beforeEach(async () => {
  await hold(0);
  watch.complaints.length = 0;
  for (const fragment of ['v1&tab=both', '']) {
    await follow(page, fragment);
    await settled(page);
  }
});

const control = (name: 'made' | 'running' | 'ended' | 'last'): Promise<number | string> =>
  page.evaluate((key) => Reflect.get(Reflect.get(window, 'solverControl'), key), name);
const hold = (milliseconds: number) =>
  page.evaluate((value) => {
    Reflect.get(window, 'solverControl').holdMilliseconds = value;
  }, milliseconds);

async function typeSlope(text: string): Promise<void> {
  const box = parameterRow(page, 'delta0').getByRole('textbox');
  await box.fill(text);
  await box.press('Enter');
  await box.blur();
}

test('a slow solve shows that it goes on, and stops at Escape and at Cancel', async () => {
  const status = page.locator('.status');
  const figureHeight = async () => (await page.locator('.spectrum-plot').boundingBox())?.height;
  const height = await figureHeight();
  const curve = await committedPath(page, 'thm');
  await hold(600_000);
  await typeSlope('0.3');
  await expect(page.getByRole('progressbar', { name: 'Solving' })).toBeVisible();
  expect(await figureHeight()).toBe(height);
  await page.keyboard.press('Escape');
  await expect(status).toHaveAttribute('data-status', 'cancelled');
  await expect(page.locator('.status-message')).toContainText('Stopped; the dimmed curves');
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  expect(await control('ended')).toBeGreaterThan(0);
  expect(await committedPath(page, 'thm')).toBe(curve);
  await page.getByRole('button', { name: 'Retry' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status).toHaveAttribute('data-status', 'cancelled');
  await hold(0);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(status).toHaveAttribute('data-status', 'fresh');
  await expect.poll(() => committedPath(page, 'thm')).not.toBe(curve);
  expect(await figureHeight()).toBe(height);
  expect(watch.complaints).toEqual([]);
});

test('Escape closes the help before it stops a solve', async () => {
  await hold(600_000);
  await typeSlope('0.35');
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

test('a lost worker is told, the last curve stays, and Retry solves', async () => {
  const solved = page.locator('.status-solved');
  const report = (await solved.textContent()) ?? '';
  await hold(600_000);
  await typeSlope('0.4');
  await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  await page.evaluate(() => Reflect.get(window, 'solverControl').crashAll());
  await expect(page.getByRole('alert')).toContainText('out of memory');
  await expect(solved).toHaveText(report);
  await expect(page.locator('.is-stale-thm .tracecurve-thm path.js-line')).toHaveAttribute('d', /^M/);
  await hold(0);
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await expect(page.locator('.is-stale-thm')).toHaveCount(0);
  await expect(solved).not.toHaveText(report);
});

test('a worker that ends without a word is replaced without a click, idle or in the middle of a solve', async () => {
  const status = page.locator('.status');
  const solved = page.locator('.status-solved');
  const made = Number(await control('made'));
  const running = Number(await control('running'));
  const living = await page.evaluate(() => Reflect.get(window, 'solverControl').endAll());
  await expect.poll(() => control('made')).toBe(made + living);
  // One that ends before it runs is missed by its silence only, after 20 s.
  await expect.poll(() => control('running')).toBe(running + living);
  const report = (await solved.textContent()) ?? '';
  await page.evaluate(() => {
    Reflect.get(window, 'solverControl').last = '"delta0":0.45,';
  });
  await typeSlope('0.45');
  await expect(solved).not.toHaveText(report, { timeout: 15_000 });
  await expect(status).toHaveAttribute('data-status', 'fresh');
  expect(await control('last')).toBe('');
  expect(Number(await control('made'))).toBe(made + living + 1);
  expect(watch.complaints).toEqual([]);
});
