/** What is taken away: each file is downloaded and read back. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { rowsOf } from '../plot/export/readCsv';
import { openExplorer, test } from './page';

test.setTimeout(180_000);

async function taken(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const downloading = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('button', { name, exact: false }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function openMenu(page: Page, hash = '') {
  const watch = await openExplorer(page, hash);
  await page.getByRole('button', { name: 'Save and export' }).click();
  return watch;
}

for (const millimetres of [85, 174]) {
  test(`SVG of ${millimetres} mm parses, has its width, its legend and type that can be read`, async ({
    desktop: page,
  }) => {
    const watch = await openMenu(page);
    const { name, bytes } = await taken(page, `SVG, ${millimetres} mm`);
    expect(name).toBe(`two-halo-protons-${millimetres}mm.svg`);
    const read = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      const root = parsed.documentElement;
      const sizes = [...parsed.querySelectorAll('text')].map((element) =>
        Number.parseFloat(element.style.fontSize),
      );
      const box = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
      return {
        failed: parsed.querySelector('parsererror') !== null,
        width: root.getAttribute('width'),
        pixels: box[2],
        smallest: Math.min(...sizes.filter(Number.isFinite)),
        texts: [...parsed.querySelectorAll('text')].map((element) => element.textContent).join('|'),
        curves: parsed.querySelectorAll('path.js-line').length,
        outside: [...parsed.querySelectorAll('image, script, [href^="http"]')].length,
      };
    }, bytes.toString('utf8'));
    expect(read).toMatchObject({ failed: false, width: `${millimetres}mm`, outside: 0 });
    expect(read.pixels).toBeCloseTo((millimetres / 25.4) * 96, 1);
    // 6.5 points at 96 pixels to the inch.
    expect(read.smallest).toBeGreaterThan(8.6);
    expect(read.curves).toBeGreaterThanOrEqual(2);
    for (const word of ['Two halos (THM)', 'Conventional (CM)', 'AMS-02 2015', 'CREAM-I 2011'])
      expect(read.texts).toContain(word);
    expect(watch).toEqual({ complaints: [], strangers: [] });
  });
}

test('PNG have 600 dots to the inch of their width', async ({ desktop: page }) => {
  await openMenu(page);
  for (const millimetres of [85, 174]) {
    const { bytes } = await taken(page, `PNG, ${millimetres} mm`);
    expect(bytes.subarray(1, 4).toString('ascii')).toBe('PNG');
    expect(Math.abs(bytes.readUInt32BE(16) - (millimetres / 25.4) * 600)).toBeLessThan(4);
    expect(bytes.subarray(37, 41).toString('ascii')).toBe('pHYs');
    const size = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      return image.naturalWidth;
    }, bytes.toString('base64'));
    expect(size).toBe(bytes.readUInt32BE(16));
  }
});

test('CSV re-reads to the published numbers and the curves on the page', async ({ desktop: page }) => {
  await openMenu(page, '#v1&data=dampe-2019-p');
  const { bytes } = await taken(page, 'CSV');
  const text = bytes.toString('utf8');
  const rows = rowsOf(text);
  expect(text).toContain('# parameter: delta0 = 0.19');
  expect(text).toContain('doi:10.1103/PhysRevLett.114.171103');
  // DAMPE is published in kinetic energy: the same numbers, digit for digit.
  const published = (await readFile('public/data/dampe-2019-p.csv', 'utf8'))
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(','));
  const own = rows.filter((row) => row.name === 'dampe-2019-p');
  expect(own.map((row) => [Number(row.x), Number(row.flux)])).toEqual(
    published.map((cells) => [Number(cells[0]), Number(cells[3])]),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Table' }).click();
  const hundred = page.locator('.curve-table tbody tr', {
    has: page.getByRole('rowheader', { name: /^100$/ }),
  });
  const shown = await hundred.locator('td').first().textContent();
  const thm = rows.filter((row) => row.name === 'Two halos (THM)');
  const after = thm.findIndex((row) => Number(row.x) >= 100);
  const [low, high] = [thm[after - 1], thm[after]];
  if (low === undefined || high === undefined) throw new Error('100 GeV is not among the curves.');
  const share = Math.log(100 / Number(low.x)) / Math.log(Number(high.x) / Number(low.x));
  const flux = Number(low.flux) * (Number(high.flux) / Number(low.flux)) ** share;
  expect(Number(shown)).toBe(Number(flux.toPrecision(3)));
});

test('BibTeX holds the paper and what is shown, and parses', async ({ desktop: page }) => {
  await openMenu(page);
  const { name, bytes } = await taken(page, 'BibTeX');
  expect(name).toMatch(/\.bib$/);
  let rest = bytes.toString('utf8').trim();
  const entries: { key: string; fields: Record<string, string> }[] = [];
  // A small BibTeX reader: entries of fields in braces, nested braces allowed.
  while (rest !== '') {
    const head = /^@article\{([^,\s]+),\s*/.exec(rest);
    if (head === null) throw new Error(`No entry begins at: ${rest.slice(0, 60)}`);
    rest = rest.slice(head[0].length);
    const fields: Record<string, string> = {};
    while (!rest.startsWith('}')) {
      const field = /^(\w+) = \{/.exec(rest);
      if (field === null) throw new Error(`No field begins at: ${rest.slice(0, 60)}`);
      let end = field[0].length;
      for (let depth = 1; depth > 0; end++) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
      fields[field[1] ?? ''] = rest.slice(field[0].length, end - 1);
      rest = rest.slice(end).replace(/^,?\s*/, '');
    }
    entries.push({ key: head[1] ?? '', fields });
    rest = rest.slice(1).trim();
  }
  const dois = entries.map(({ fields }) => Reflect.get(fields, 'doi'));
  expect(dois[0]).toBe('10.1088/1674-1137/40/1/015101');
  expect(dois).toContain('10.1103/PhysRevLett.114.171103');
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
  for (const { fields } of entries)
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['author', 'title', 'journal', 'year']));
});
