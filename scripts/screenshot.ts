/** Writes docs/screenshot.png, the picture in the README, from the built page: `npm run build && npm run screenshot`. */
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { chromiumExecutable, chromiumFlags } from '../tests/browser/chromium';

const target = 'docs/screenshot.png';
const server = await preview({ preview: { port: 4184, strictPort: true } });
const browser = await chromium.launch({ executablePath: chromiumExecutable(), args: [...chromiumFlags] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  await page.goto('http://localhost:4184/');
  await page.locator('.status[data-status="fresh"]').waitFor();
  await page.waitForFunction(() => performance.getEntriesByName('curves-over-data:p').length > 0);
  await page.locator('.symbol math').first().waitFor();
  await page.screenshot({ path: target });
  console.log(`Wrote ${target}.`);
} finally {
  await browser.close();
  await server.close();
}
