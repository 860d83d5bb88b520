/** What comes on demand does not come, Plotly throws: the panel says so, the rest of the page goes on. */
import { resolve } from 'node:path';
import { type Locator, type Page, expect as soon, test } from '@playwright/test';
import { committedPath, openExplorer, parameterRow } from './page';
import { builtFolder, servePage } from './served';

// No test here is about speed.
test.setTimeout(240_000);
const expect = soon.configure({ timeout: 40_000 });

/** How a file fails to come: gone after a deploy, a page in its place, no connection. */
type Fault = 'gone' | 'page' | 'cut';

/** Files that do not come, by the beginning of their names. */
async function holdBack(page: Page): Promise<Map<string, Fault>> {
  const held = new Map<string, Fault>();
  await page.route(/\/assets\//, (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/assets\//, '');
    const fault = [...held].find(([start]) => name.startsWith(start))?.[1];
    if (fault === 'gone') return route.fulfill({ status: 404, body: 'Not found' });
    if (fault === 'page')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Log in</title>' });
    return fault === 'cut' ? route.abort() : route.continue();
  });
  return held;
}

/** From now on Plotly throws as it draws, so many times. */
function throwFromPlotly(page: Page, times: number): Promise<void> {
  return page.evaluate((count) => {
    const root = document.documentElement;
    root.setAttribute('data-to-throw', String(count));
    root.setAttribute('data-thrown', '0');
    if (root.hasAttribute('data-throws')) return;
    root.setAttribute('data-throws', '');
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function set(...values) {
      const left = Number(root.getAttribute('data-to-throw'));
      if (left > 0 && this.closest('.spectrum-plot') && Error('').stack?.includes('plotly')) {
        setAttribute.call(root, 'data-to-throw', String(left - 1));
        setAttribute.call(root, 'data-thrown', String(Number(root.getAttribute('data-thrown')) + 1));
        throw new Error('Plotly cannot draw this');
      }
      setAttribute.apply(this, values);
    };
  }, times);
}

async function thrown(page: Page): Promise<number> {
  return Number(await page.locator('html').getAttribute('data-thrown'));
}

/** Errors that no one caught. */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

const problem = (page: Page, name: string) =>
  page.locator('.problem').filter({ has: page.getByText(new RegExp(`^${name}`)) });
const button = (inside: Page | Locator, name: string) => inside.getByRole('button', { name, exact: true });
const main = (page: Page) => page.getByRole('main');

interface Part {
  readonly file: string;
  readonly fault: Fault;
  /** As the message begins. */
  readonly name: string;
  open(page: Page): Promise<void>;
  /** What is there once the part has come. */
  readonly content: (page: Page) => Locator;
}

const topic = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });
const heading = (page: Page) => main(page).getByRole('heading', { level: 2 }).first();

function explanation(file: string, fault: Fault, name: string): Part {
  return { file, fault, name, open: (page) => topic(page, name).click(), content: heading };
}

const parts: readonly Part[] = [
  {
    file: 'ObservableTable-',
    fault: 'gone',
    name: 'The table',
    open: (page) => button(page, 'Table').click(),
    content: (page) => page.locator('.curve-table').first(),
  },
  {
    file: 'FileItems-',
    fault: 'gone',
    name: 'The menu',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'Save and export').click();
    },
    content: (page) => page.getByRole('button', { name: /^SVG, 85 mm/ }),
  },
  {
    file: 'DataList-',
    fault: 'page',
    name: 'The data sets',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'Data sets').click();
    },
    content: (page) => page.getByRole('dialog').getByRole('switch').first(),
  },
  {
    file: 'NearbyChips-',
    fault: 'gone',
    name: 'Nearby sources',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await page.getByText('Nearby sources', { exact: true }).click();
      await parameterRow(page, 'near.vela').getByRole('switch').click();
    },
    content: (page) => page.getByRole('list', { name: /^Key/ }).getByRole('button', { name: /^Vela/ }),
  },
  {
    file: 'LessonPanel-',
    fault: 'cut',
    name: 'Lessons',
    open: (page) => button(page, 'Lessons').click(),
    content: (page) => page.locator('.lesson-levels').first(),
  },
  {
    file: 'UnderstandPanel-',
    fault: 'gone',
    name: 'Explanations',
    open: async (page) => {
      await button(page, 'Lessons').click();
      await button(page, 'Why?').click();
    },
    content: (page) => page.getByRole('navigation', { name: 'Explanations' }),
  },
  // The first topic, which its panel brings along.
  { file: 'SlopeView-', fault: 'gone', name: 'Slope', open: async () => undefined, content: heading },
  explanation('HalosView-', 'page', 'Two halos'),
  explanation('ProcessesView-', 'cut', 'Processes'),
  explanation('SensitivityView-', 'gone', 'Sensitivity'),
  explanation('PaperView-', 'page', 'The paper, checked'),
  explanation('GridView-', 'cut', 'What a grid hides'),
  {
    file: 'GalaxyPanel-',
    fault: 'page',
    name: 'Maps',
    open: async (page) => {
      await button(page, 'Why?').click();
      await button(page, 'Maps').click();
    },
    content: (page) => page.locator('.maps'),
  },
];

test('each part that does not come says so in its place, and comes when it is asked for again', async ({
  page,
}) => {
  const held = await holdBack(page);
  const errors = uncaught(page);
  const atStart = [
    'GhostChips-',
    'VolumeBar-',
    'AgreementStrip-',
    'TableChips-',
    'FigureSummary-',
    'FigureNote-',
  ];
  for (const file of atStart) held.set(file, 'gone');
  await openExplorer(page);
  for (const name of [
    'Frozen curves',
    'Three dimensions',
    'χ²',
    'Data sets',
    'The figure in words',
    'The note',
  ]) {
    await expect(problem(page, name)).toContainText('older version');
    await expect(button(problem(page, name), 'Reload')).toBeVisible();
    held.clear();
    await button(problem(page, name), 'Try again').click();
    await expect(problem(page, name)).toHaveCount(0);
    for (const file of atStart) held.set(file, 'gone');
  }
  await expect(page.getByRole('button', { name: 'Freeze' })).toBeVisible();
  await expect(button(page, 'Solve in 3D')).toBeVisible();
  await expect(page.locator('.agreement')).toBeVisible();
  held.clear();
  for (const { file, fault } of parts) held.set(file, fault);
  const delta0 = parameterRow(page, 'delta0').getByRole('slider');
  for (const { file, fault, name, open, content } of parts) {
    await open(page);
    await expect(problem(page, name), name).toContainText(
      fault === 'cut' ? 'Check the connection' : 'older version',
    );
    await expect(content(page), name).toHaveCount(0);
    held.delete(file);
    await button(problem(page, name), 'Try again').click();
    await expect(content(page), name).toBeVisible();
    await expect(problem(page, name), name).toHaveCount(0);
    // The rest goes on; the list of lessons stands in the place of the sliders.
    await expect(page.getByRole('tab', { name: 'Protons' })).toBeVisible();
    if ((await page.locator('.lesson-levels').count()) === 0) await expect(delta0).toBeVisible();
  }
  await expect(page).toHaveURL(/near\.vela=on/);
  expect(errors).toEqual([]);
});

test('what a button needs and does not come is told there, and works at the next press', async ({ page }) => {
  const held = await holdBack(page);
  const errors = uncaught(page);
  // Told where it is missed only: curves alone before Plotly, a figure without grips and without a watch over its frame, nothing
  // kept for a next visit.
  for (const file of ['dataLayers-', 'rangeHandles-', 'outOfFrame-', 'updates-', 'UpdateNotice-'])
    held.set(file, 'gone');
  for (const file of ['ghostMemory-', 'ghostSolver-', 'volumeRunner-', 'nearby-']) held.set(file, 'cut');
  await openExplorer(page, '#v1&p.norm=0.2&cm.p.norm=0.02');
  const notice = (text: string) => page.locator('.notice').filter({ hasText: text });
  const gone = async (text: string) => {
    await expect(notice(text)).toHaveCount(1);
    await notice(text).getByRole('button', { name: 'Dismiss' }).click();
  };
  await gone('Frozen curves of this session could not be brought back');
  held.set('normalise-', 'gone').set('fileActions-', 'page');
  await button(page, 'Normalise to data').click();
  await gone('The curves were not normalised. This part belongs to an older version');
  await button(page, 'Save and export').click();
  await page.getByRole('button', { name: /^BibTeX/ }).click();
  await page.keyboard.press('Escape');
  await gone('"BibTeX" did not work. This part belongs to an older version');
  held.delete('fileActions-');
  await button(page, 'Save and export').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^BibTeX/ }).click();
  expect((await download).suggestedFilename()).toBe('two-halo-explorer.bib');
  await page.keyboard.press('Escape');
  await button(page, 'Solve in 3D').click();
  await gone('The solve in three dimensions could not begin.');
  await expect(page.locator('.volume')).toHaveAttribute('data-status', 'error');
  held.clear();
  await button(page, 'Solve again').click();
  await expect(page.locator('.volume')).toHaveAttribute('data-status', 'running');
  await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
  await button(page, 'Normalise to data').click();
  // The paper's own values meet the data, so that the address may name neither.
  await expect(page).not.toHaveURL(/norm=0\.2&|norm=0\.02$/);
  expect(errors).toEqual([]);
});

test('without Plotly curves follow the sliders over data; it is asked for again, and its first throw does not count', async ({
  page,
}) => {
  const held = await holdBack(page);
  const errors = uncaught(page);
  held.set('plotly', 'cut');
  await page.goto('./');
  const figure = page.getByRole('figure', { name: 'Proton spectrum' });
  await expect(figure.locator('.problem')).toContainText('could not be loaded');
  const live = page.locator('.spectrum-live path[data-curve="thm"]');
  const before = await live.getAttribute('d');
  const slider = parameterRow(page, 'delta0').getByRole('slider');
  await slider.press('End');
  await expect(live).not.toHaveAttribute('d', before ?? '');
  held.clear();
  await throwFromPlotly(page, 1);
  await button(figure.locator('.problem'), 'Try again').click();
  await expect(page.locator('.scatterlayer .tracecurve-thm path.js-line')).toHaveAttribute('d', /^M/);
  await expect(page.locator('.problem')).toHaveCount(0);
  expect(await thrown(page)).toBe(1);
  // While it throws, curves and data stay; once it does not, a change brings it back.
  await throwFromPlotly(page, 1000);
  await slider.press('Home');
  await expect(figure.locator('.problem')).toContainText('could not be drawn');
  await expect(page.locator('.spectrum-first')).toBeVisible();
  await expect(live).toHaveAttribute('d', /^M/);
  // It does not go on trying by itself.
  await page.waitForTimeout(300);
  const attempts = await thrown(page);
  // Longer than it waits before its one other try.
  await page.waitForTimeout(900);
  expect(await thrown(page)).toBe(attempts);
  await throwFromPlotly(page, 0);
  await slider.press('ArrowRight');
  await expect(page.locator('.problem')).toHaveCount(0);
  expect(await committedPath(page, 'thm')).toMatch(/^M/);
  await expect(page.locator('.spectrum-first')).toHaveCount(0);
  expect(errors).toEqual([]);
});

const hostPage = (sandbox: string) =>
  `<!doctype html><html lang="en"><title>A lecture</title><iframe title="Explorer" sandbox="${sandbox}" src="./" width="900" height="620"></iframe></html>`;

test('in a frame without allow-same-origin the page names what is missing, whether its program may come or not', async ({
  page,
}) => {
  const served = await servePage('/');
  served.instead.set('host.html', hostPage('allow-scripts'));
  const errors = uncaught(page);
  await page.goto(`${served.address}host.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('The explorer has not started.')).toBeVisible();
  await expect(frame.getByText('allow-same-origin').first()).toBeVisible();
  // A server that lets anybody in: the program comes, its workers do not.
  served.headers.set('access-control-allow-origin', '*');
  await page.reload();
  await expect(frame.locator('.notice')).toContainText('sandbox="allow-scripts allow-same-origin"');
  await expect(frame.locator('.status')).toHaveAttribute('data-status', 'error');
  await expect(frame.getByRole('alert').first()).toContainText('allow-same-origin');
  await frame.getByRole('slider', { name: /Slope in the disc/ }).press('End');
  await frame.getByRole('button', { name: 'Freeze' }).click();
  await page.keyboard.press('Enter');
  await frame.getByRole('tab', { name: 'Electrons' }).click();
  await frame.getByRole('button', { name: /^Theme/ }).click();
  await frame.getByRole('button', { name: 'Why?' }).click();
  await expect(frame.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(frame.locator('.notice')).toHaveCount(1);
  expect(errors).toEqual([]);
  await served.close();
});

test('opened from a file the page says why it cannot start, and how it can', async ({ page }) => {
  await page.goto(`file://${resolve(builtFolder)}/index.html`);
  await expect(page.getByText('opened from a file')).toBeVisible();
  await expect(page.getByText('npm start')).toBeVisible();
});

/**
 * What translators do to the page, now and to whatever comes: every text goes into two `<font>` elements, its own node
 * with it or, every other time, put aside for another. Each way by itself: tests/ui/translationGuard.test.tsx.
 */
function translate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const isTranslated = (node: Node) => node.parentElement?.closest('font') != null;
    let taken = 0;
    const take = (text: Text) => {
      if (
        text.data.trim() === '' ||
        isTranslated(text) ||
        text.parentElement?.closest('style, script') != null
      )
        return;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.append(inner);
      text.replaceWith(outer);
      taken += 1;
      inner.append(taken % 2 === 0 ? text : `${text.data}`);
    };
    const takeAll = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) take(text);
    };
    const root = document.getElementById('root')!;
    takeAll(root);
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes) if (node.isConnected) takeAll(node);
    }).observe(root, { childList: true, subtree: true });
  });
}

test('a translator that wraps texts or replaces them neither empties the page nor keeps old words on it', async ({
  page,
}) => {
  const errors = uncaught(page);
  await openExplorer(page);
  await translate(page);
  const row = parameterRow(page, 'delta0');
  const status = page.locator('.status-message');
  const solved = page.locator('.status-solved');
  const before = await solved.textContent();
  await row.getByRole('slider').press('End');
  await expect(status).toHaveText('Up to date');
  await expect(solved).not.toHaveText(before ?? '');
  await expect(page.locator('.rail-head')).toContainText('1 modified');
  const box = row.getByRole('textbox');
  await box.fill('7');
  await box.press('Enter');
  await expect(row.getByRole('alert')).toContainText('0.8');
  await box.fill('8');
  await box.press('Enter');
  await box.press('Escape');
  await expect(row.getByRole('alert')).toHaveCount(0);
  for (const tab of ['Electrons', 'Both', 'Protons']) await page.getByRole('tab', { name: tab }).click();
  await expect(page.locator('.figure-note')).not.toContainText('electrons minus positrons');
  await button(page, 'Why?').click();
  const panel = page.locator('.understand');
  await panel.getByRole('button', { name: 'Two halos', exact: true }).click();
  await parameterRow(page, 'xi').getByRole('slider').press('End');
  await parameterRow(page, 'xi').getByRole('slider').press('Home');
  await expect(panel).toContainText('ξL = 0.2 kpc');
  for (const topic of ['Processes', 'Sensitivity', 'The paper, checked', 'What a grid hides', 'Slope'])
    await panel.getByRole('button', { name: topic, exact: true }).click();
  await button(page, 'Why?').click();
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Freeze' }).click();
  await page.getByRole('button', { name: /frozen curves$/ }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByRole('button', { name: /frozen curves$/ })).toHaveCount(0);
  await button(page, 'Lessons').click();
  await page.locator('.lesson-choice').first().click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.locator('.lesson')).toContainText('2 of');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('slider').first()).toBeVisible();
  await expect(page.locator('.problem')).toHaveCount(0);
  expect(errors).toEqual([]);
});
