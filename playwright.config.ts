/** The built page in a real browser. Run `npm run build` first, or `npm test`, which does. */
import { defineConfig } from '@playwright/test';
import { chromiumExecutable, chromiumFlags } from './tests/browser/chromium';
import { desktopSize } from './tests/browser/page';

/**
 * TEST_REPORTS: a folder for a machine-readable report as well (.ci/run). PREVIEW_PORT: another port, and DIST_DIR
 * (vite.config.ts) another built page, so that two runs can go on in one working tree.
 */
const { TEST_REPORTS: reportFolder, PREVIEW_PORT: port = '4183' } = process.env;

/**
 * A third of what a start of the page costs is JavaScript being optimised for a long life, which a page under test has not. The
 * other tiers give the same numbers; WebAssembly is compiled as ever.
 */
const withoutLastTier = '--js-flags=--no-turbofan';

export default defineConfig({
  testDir: 'tests/browser',
  // No test is about speed; a start of the page keeps one core and more busy.
  workers: 2,
  fullyParallel: true,
  // Generous, because a busy machine is no fault: what is waited for comes, or it does not.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  // A run whose result decides something is not lost to one hiccup of its machine; .ci/run tells what needed it.
  retries: reportFolder === undefined ? 0 : 1,
  reporter:
    reportFolder === undefined
      ? [['list']]
      : [['list'], ['json', { outputFile: `${reportFolder}/playwright.json` }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    viewport: desktopSize,
    // To fetch every file for a visit without a network costs as much again as the start itself: only for tests of that.
    serviceWorkers: 'block',
    launchOptions: { executablePath: chromiumExecutable(), args: [...chromiumFlags, withoutLastTier] },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 180_000,
  },
});
