/** Whoever comes, with whatever they have: screen readers, keyboards, fingers, small screens, large text, own colours. */
import { expect, type Page } from '@playwright/test';
import { type Look, type Place, violations, violationsInLooks, wear } from './axe';
import { openExplorer, parameterRow, test } from './page';

function openGroups(page: Page): Promise<void> {
  return page.locator('details.group').evaluateAll((groups) => {
    for (const group of groups) group.setAttribute('open', '');
  });
}

/**
 * Every view, drawer and popover, one after another (embedded: stage.spec.ts). `seen` is told when one stands there, and what of the page
 * is new then.
 */
async function walk(page: Page, seen: (view: string, place?: Place) => Promise<void>): Promise<void> {
  // With a modified parameter, so that its mark and its reset are there, and a value that was refused.
  await openExplorer(page, '#v1&delta0=0.3');
  await openGroups(page);
  const row = parameterRow(page, 'delta0');
  await row.getByRole('textbox').fill('9');
  await row.getByRole('textbox').press('Enter');
  await expect(row.getByRole('alert')).toBeVisible();
  for (const tab of ['Protons', 'Electrons', 'Both']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.locator('.status')).toHaveAttribute('data-status', 'fresh');
    // The other figures stand beside the same bar and parameters.
    await seen(tab, tab === 'Protons' ? 'the page' : 'main');
  }
  for (const drawer of ['Data sets', 'Table']) {
    await page.getByRole('button', { name: drawer }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await seen(drawer, 'dialog[open]');
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: /Two-halo model \(THM\)/ }).click();
  await seen('presets', '.popover:popover-open');
  await page.keyboard.press('Escape');
  await row.getByRole('button', { name: /^About/ }).click();
  await expect(page.getByRole('dialog', { name: 'Slope in the disc' })).toBeVisible();
  await seen('help', '.popover:popover-open');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Maps' }).click();
  await expect(page.locator('.stage-panel')).toHaveAttribute('data-panel', 'maps');
  await seen('maps before a solve', 'main');
}

test('axe finds nothing in any view, drawer or popover, in light, dark and forced colours', async ({
  desktop: page,
}) => {
  test.setTimeout(240_000);
  await walk(page, async (view, place) => {
    // In other colours electrons look as protons do.
    const looks: readonly Look[] = view === 'Electrons' ? ['light'] : ['light', 'forced colours'];
    expect(await violationsInLooks(page, looks, place), view).toEqual([]);
    await wear(page, 'light');
  });
  await wear(page, 'dark');
  await walk(page, async (view, place) => {
    if (view !== 'Electrons') expect(await violations(page, place, 'of looks'), view).toEqual([]);
  });
});

test('axe finds nothing in any view, drawer or popover on a phone', async ({ phone: page }) => {
  test.setTimeout(240_000);
  // Other parts of the page are there, in another order: rules of all kinds.
  const seen = async (view: string, place?: Place) => expect(await violations(page, place), view).toEqual([]);
  await walk(page, seen);
});

/** What has the focus: its name as far as one can be told from the element, and whether its focus can be seen. */
function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    // A slider's ring is drawn around its track.
    const ringed = element.closest('.slider') ?? element;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(ringed);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      name:
        element.getAttribute('aria-label') ||
        (element.id && document.querySelector(`label[for="${element.id}"]`)?.textContent) ||
        element.textContent ||
        element.tagName,
      hasRing: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      inView: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    };
  });
}

test('the keyboard reaches everything in order, the focus is seen, and Escape comes back', async ({
  desktop: page,
}) => {
  test.setTimeout(180_000);
  await openExplorer(page, '#v1&delta0=0.3');
  const stops: string[] = [];
  for (let press = 0; press < 400; press++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    // After the last stop the focus leaves the page.
    if (stop === null) break;
    expect(stop.hasRing, `${stop.name}: a focus ring`).toBe(true);
    expect(stop.inView, `${stop.name}: in view`).toBe(true);
    stops.push(stop.name);
  }
  const position = (name: RegExp) => stops.findIndex((stop) => name.test(stop));
  const expected = [
    /^Parameters panel$/,
    /Two-halo model/,
    /^Normalise to data$/,
    /^Undo$/,
    /^Copy link$/,
    /^Theme/,
    /^Protons$/,
    /^Data sets$/,
    /^Reset all$/,
    /^Diffusion/,
    /^About Diffusion coefficient$/,
    /Diffusion coefficient/,
    /^Diffusion coefficient, value/,
    /^Reset Slope in the disc/,
    /Slope in the disc/,
    /^Reacceleration/,
    /^Processes/,
  ];
  for (const name of expected)
    expect(position(name), `${name} among ${stops.join(' | ')}`).toBeGreaterThan(-1);
  // As the page is read: bar, figure, parameters from top to bottom.
  const landmarks = [
    /^Parameters panel$/,
    /^Protons$/,
    /^Reset all$/,
    /^Diffusion/,
    /^Reacceleration/,
    /^Processes/,
  ];
  const order = landmarks.map(position);
  expect(order).toEqual([...order].sort((a, b) => a - b));

  for (const name of ['Data sets', 'Table']) {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    // The drawer holds the focus.
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('.app > .bar, .rail'))).toBeNull();
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  }
});

async function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('nothing scrolls sideways on phones and the figure stays in view', async ({ phone: page }) => {
  await openExplorer(page);
  await openGroups(page);
  for (const [width, height] of [
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('tab', { name: 'Protons' }).click();
    await expect.poll(() => sideways(page), `${width} px`).toBeLessThanOrEqual(0);
    await page.locator('[data-parameter="L"]').scrollIntoViewIfNeeded();
    await expect(page.getByRole('figure', { name: 'Proton spectrum' })).toBeInViewport({ ratio: 0.9 });
    for (const tab of ['Electrons', 'Both']) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
      await expect.poll(() => sideways(page), `${tab}, ${width} px`).toBeLessThanOrEqual(0);
    }
  }
});

/** Elements whose words do not fit in them. What shortens by design (ellipsis, scrolling strips) says so in its style. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, label, summary, h1, h2, h3, p, a',
    )) {
      if (element.offsetParent === null || element.closest('.visually-hidden, .plotly')) continue;
      const { textOverflow, overflowY } = getComputedStyle(element);
      // A button that keeps only its icon has its words for screen readers.
      if ([...element.querySelectorAll('span')].some((span) => getComputedStyle(span).clipPath !== 'none'))
        continue;
      const strip = element.closest('.legend');
      if (textOverflow === 'ellipsis' || (strip && getComputedStyle(strip).overflowX === 'auto')) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      const leaves =
        words.right > own.right + 2 ||
        words.left < own.left - 2 ||
        (overflowY !== 'visible' && words.bottom > own.bottom + 3);
      if (leaves || own.right > innerWidth + 1)
        cut.push(`${element.tagName} ${element.textContent?.slice(0, 40)}`);
    }
    return cut;
  });
}

test('text of twice the size is not cut', async ({ desktop: page }) => {
  test.setTimeout(180_000);
  await openExplorer(page, '#v1&delta0=0.3');
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await openGroups(page);
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [390, 844],
    [320, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    // Sizes of figures follow a little later.
    await expect(async () => {
      expect(await sideways(page), `${width} px`).toBeLessThanOrEqual(0);
      expect(await cutTexts(page), `${width} px`).toEqual([]);
      expect((await page.getByRole('figure').boundingBox())?.height).toBeGreaterThan(150);
    }).toPass({ timeout: 15_000 });
    for (const drawer of ['Data sets', 'Table']) {
      await page.getByRole('button', { name: drawer }).click();
      await expect(
        page.getByRole('dialog').locator('.drawer-body > :not(.drawer-head)').first(),
      ).toBeVisible();
      expect(await cutTexts(page), `${drawer}, ${width} px`).toEqual([]);
      await page.keyboard.press('Escape');
    }
  }
});

test('with reduced motion nothing moves by itself', async ({ desktop: page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openExplorer(page);
  await openGroups(page);
  const moving = await page.evaluate(() => {
    const seconds = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
    return [...document.querySelectorAll('.app *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return seconds(style.transitionDuration) > 0 || style.animationName !== 'none';
      })
      .filter((element) => !element.closest('.js-plotly-plot'))
      .map((element) => element.className);
  });
  expect(moving).toEqual([]);
});

test('with forced colours sliders, switches and the focus are still seen', async ({ desktop: page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  await openExplorer(page, '#v1&delta0=0.3');
  await openGroups(page);
  const slider = parameterRow(page, 'delta0').getByRole('slider');
  // By keyboard: a ring is for those who need it.
  await parameterRow(page, 'delta0')
    .getByRole('button', { name: /^About/ })
    .focus();
  await page.keyboard.press('Tab');
  await expect(slider).toBeFocused();
  const ring = await slider.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element.closest('.slider') ?? element);
    return { outlineStyle, outlineWidth };
  });
  expect(ring).toEqual({ outlineStyle: 'solid', outlineWidth: '2px' });
  // On and off differ by more than a place: forced colours take the fills away.
  const look = (id: string) =>
    parameterRow(page, id)
      .getByRole('switch')
      .evaluate((element) => getComputedStyle(element, '::before').backgroundColor);
  expect(await look('ionisation')).not.toBe(await look('p.secondBreak'));
});

test('a finger finds targets of at least 44 px that do not overlap', async ({ phone: page }) => {
  await openExplorer(page, '#v1&delta0=0.3');
  await openGroups(page);
  const small = await page.evaluate(() => {
    const found: string[] = [];
    const selector = '.app :is(button, select, summary, input, a[href])';
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (element.offsetParent === null || element.closest('.popover, dialog, .js-plotly-plot')) continue;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const x = (left + right) / 2;
      const y = (top + bottom) / 2;
      // Pressed 21 px from the middle, on all sides but those where the page ends or a label of its own answers.
      const reaches = (dx: number, dy: number) => {
        const hit = document.elementFromPoint(
          Math.min(innerWidth - 2, Math.max(1, x + dx)),
          Math.min(innerHeight - 2, Math.max(1, y + dy)),
        );
        return (
          hit !== null &&
          (element === hit || element.contains(hit) || hit.closest('label')?.contains(element))
        );
      };
      const inSlider = element.closest('.slider') !== null;
      const tall = bottom - top >= 43.5 || (reaches(0, 21) && reaches(0, -21));
      const wide = inSlider || right - left >= 43.5 || (reaches(21, 0) && reaches(-21, 0));
      if (!tall || !wide) {
        const name = element.getAttribute('aria-label') ?? element.textContent ?? element.id;
        found.push(
          `${element.tagName} ${element.className} ${name.slice(0, 30)} ${Math.round(right - left)}×${Math.round(bottom - top)}`,
        );
      }
    }
    return found;
  });
  expect(small).toEqual([]);
});
