/** What axe finds on the page. Its context must let scripts in around the page's own policy (`bypassCSP`). */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The rules whose findings depend on colours and sizes; what the others find is the same in every look of a page. Sizes: reach.spec.ts. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'];

/** @param rules all of them once for each view; where only its look is another, those of looks are enough. */
export async function violations(page: Page, rules: 'all' | 'of looks' = 'all'): Promise<readonly string[]> {
  if (await page.evaluate(() => !Reflect.has(window, 'axe'))) await page.addScriptTag({ path: axePath });
  const found: readonly Violation[] = await page.evaluate(
    async (runOnly) => {
      const axe = Reflect.get(window, 'axe');
      return (await axe.run(document, runOnly.length > 0 ? { runOnly } : {})).violations;
    },
    rules === 'all' ? [] : rulesOfLooks,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
