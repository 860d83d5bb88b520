/** What axe finds on the page, as it looks and in other looks. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The rules whose findings depend on colours and sizes; what the others find is the same in every look of a page. Sizes: reach.spec.ts. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/** Where axe looks: the whole page, or only what has come since it was looked at as a whole (a selector). */
export type Place = 'the page' | (string & {});

/** @param rules all of them once for each view; where only its look is another, those of looks are enough. */
export async function violations(
  page: Page,
  place: Place = 'the page',
  rules: 'all' | 'of looks' = 'all',
): Promise<readonly string[]> {
  // Not as an element of the page, which the page's own policy forbids.
  if (await page.evaluate(() => !Reflect.has(window, 'axe'))) await page.evaluate(axe);
  const found: readonly Violation[] = await page.evaluate(
    async ({ within, runOnly }) => {
      const axe = Reflect.get(window, 'axe');
      const options = { resultTypes: ['violations'], ...(runOnly.length > 0 ? { runOnly } : {}) };
      // axe knows no top layer: what lies under a drawer or a popover it takes for lying over it, and judges no colour there.
      const isOnTop =
        within !== null && document.querySelector(`${within}:is(:modal, :popover-open)`) !== null;
      const style = document.createElement('style');
      style.textContent = isOnTop ? `body { visibility: hidden } ${within} { visibility: visible }` : '';
      document.head.append(style);
      try {
        return (await axe.run(within ?? document, options)).violations;
      } finally {
        style.remove();
      }
    },
    { within: place === 'the page' ? null : place, runOnly: rules === 'all' ? [] : rulesOfLooks },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}

/** As browsers and systems ask for them. All of them but the first are the same page in other colours. */
const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  'forced colours': { colorScheme: 'light', forcedColors: 'active' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
} as const;

export type Look = keyof typeof looks;

/** Another theme draws every figure anew: what has many views is walked through once for each theme. */
export async function wear(page: Page, look: Look): Promise<void> {
  await page.emulateMedia(looks[look]);
  // The theme follows, and transitions of colours end.
  await page.waitForFunction(
    (theme) =>
      document.documentElement.getAttribute('data-theme') === theme &&
      !document.getAnimations().some((animation) => animation instanceof CSSTransition),
    looks[look].colorScheme,
  );
}

/** What axe finds in the view at hand, in these looks: all rules in the light, those of looks in others. */
export async function violationsInLooks(
  page: Page,
  wanted: readonly Look[],
  place: Place = 'the page',
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const look of wanted) {
    await wear(page, look);
    const rules = look === 'light' ? 'all' : 'of looks';
    found.push(...(await violations(page, place, rules)).map((violation) => `${look}: ${violation}`));
  }
  return found;
}
