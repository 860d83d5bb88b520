/** What axe finds on the page. Its context must let scripts in around the page's own policy (`bypassCSP`). */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

export async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ path: axePath });
  const found: readonly Violation[] = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe');
    return (await axe.run(document)).violations;
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  );
}
