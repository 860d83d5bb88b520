/**
 * `npm run bench:browser`: from a slider's event to the drawn curve, in the built page (`npm run build` first).
 *
 * A real pointer drags a slider. Each move waits for the curves of the one before, so a sample is one event, its solves
 * and their drawing: from the input event to the next frame after all curves that depend on it have moved. delta0 moves
 * the two-halo curve; D0, on the page with both species, moves four curves.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { chromiumExecutable, chromiumFlags } from '../tests/browser/chromium';
import { curvesOverData } from '../tests/browser/page';
import { median, percentile95 } from './statistics';

const moves = 60;
const drags = [
  { tab: 'Protons', parameter: 'delta0', curves: 1 },
  { tab: 'Electrons', parameter: 'delta0', curves: 1 },
  { tab: 'Both', parameter: 'D0', curves: 4 },
] as const;

/** What the page records while it is watched. */
interface Recording {
  samples: number[];
  longTasks: number[];
}

declare global {
  interface Window {
    recording?: Recording;
  }
}

/** Notes the time of each input event and of the frame that shows as many curves changed by it. */
function watchCurves(curves: number): void {
  const recording: Recording = { samples: [], longTasks: [] };
  window.recording = recording;
  let pressed: number | null = null;
  const moved = new Set<Node>();
  document.addEventListener(
    'input',
    () => {
      pressed = performance.now();
      moved.clear();
    },
    true,
  );
  new MutationObserver((mutations) => {
    if (pressed === null) return;
    for (const { target } of mutations) {
      if (!(target instanceof SVGPathElement)) continue;
      const curve = target.getAttribute('data-curve');
      if (curve === 'thm' || curve === 'cm') moved.add(target);
    }
    if (moved.size < curves) return;
    const from = pressed;
    pressed = null;
    requestAnimationFrame(() => recording.samples.push(performance.now() - from));
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['d'] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) recording.longTasks.push(entry.duration);
  }).observe({ type: 'longtask' });
}

async function drag(page: Page, parameter: string, curves: number): Promise<Recording> {
  const slider = page.locator(`[data-parameter="${parameter}"] input[type=range]`);
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error(`The slider of ${parameter} is not on the page.`);
  const travel = Number(await slider.inputValue());
  const y = box.y + box.height / 2;
  const x = box.x + 8 + travel * (box.width - 16);
  await page.evaluate(watchCurves, curves);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let move = 1; move <= moves; move++) {
    const done = await page.evaluate(() => window.recording?.samples.length ?? 0);
    await page.mouse.move(x + 24 * Math.sin(move / 5), y);
    // A move too small to change the value gives no event, hence no sample.
    await page
      .waitForFunction((count) => (window.recording?.samples.length ?? 0) > count, done, { timeout: 1000 })
      .catch(() => undefined);
  }
  await page.mouse.up();
  return page.evaluate(() => window.recording ?? { samples: [], longTasks: [] });
}

/** Largest resident memory (MB) that a renderer process of this browser has now; workers are threads of the page's. */
function rendererMegabytes(): number {
  if (!existsSync('/proc/self/status')) return Number.NaN;
  const sizes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) return 0;
        return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
      } catch {
        // Gone since it was listed.
        return 0;
      }
    });
  return Math.max(...sizes);
}

/** From the press of "Solve in 3D" to the finished curve; the first run of a page compiles the program as well. */
async function benchVolume(page: Page, hash: string): Promise<void> {
  await page.goto(`http://localhost:4184/${hash}`);
  await curvesOverData(page, hash.includes('electrons') ? 'e-' : 'p');
  await page.waitForTimeout(2000);
  const before = rendererMegabytes();
  const seconds: number[] = [];
  let peak = 0;
  for (let run = 0; run < 4; run++) {
    const started = performance.now();
    await page.locator('.volume-main').click();
    let status = 'running';
    while (status !== 'fresh') {
      await page.waitForTimeout(100);
      peak = Math.max(peak, rendererMegabytes());
      status = (await page.locator('.volume').getAttribute('data-status')) ?? '';
      if (status === 'error') throw new Error((await page.locator('.volume-text').textContent()) ?? '');
    }
    seconds.push((performance.now() - started) / 1000);
  }
  console.log(
    `3D ${hash === '' ? 'protons' : hash}: first run ${seconds[0]!.toFixed(1)} s, then median ${median(seconds.slice(1)).toFixed(1)} s; ` +
      `memory of the page ${before.toFixed(0)} MB before, at most ${peak.toFixed(0)} MB`,
  );
}

const server = await preview({ preview: { port: 4184, strictPort: true }, logLevel: 'error' });
const browser = await chromium.launch({ executablePath: chromiumExecutable(), args: [...chromiumFlags] });
try {
  for (const { tab, parameter, curves } of drags) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto('http://localhost:4184/');
    const shown = await curvesOverData(page);
    if (tab !== 'Protons') {
      await page.getByRole('tab', { name: tab }).click();
      await curvesOverData(page, 'e-');
    }
    await page.waitForTimeout(1000);
    const { samples, longTasks } = await drag(page, parameter, curves);
    if (samples.length < moves / 2)
      throw new Error(`${tab}: only ${samples.length} of ${moves} moves drew a curve.`);
    console.log(
      `${tab}: curves over data ${shown.toFixed(0)} ms after navigation; ${parameter} event to ${curves} drawn ${curves === 1 ? 'curve' : 'curves'}, ${samples.length} samples: ` +
        `median ${median(samples).toFixed(0)} ms, p95 ${percentile95(samples).toFixed(0)} ms; ` +
        `longest task while dragging ${Math.max(0, ...longTasks).toFixed(0)} ms`,
    );
    await page.close();
  }
  for (const hash of ['', '#v1&tab=electrons', '#v1&sources=arms', '#v1&tab=electrons&sources=arms']) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await benchVolume(page, hash);
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
