/** The built page in a real browser. Run `npm run build` first, or `npm test`, which does. */
import { defineConfig } from '@playwright/test';
import { chromiumExecutable, chromiumFlags } from './tests/browser/chromium';

const port = 4183;
/** A folder for a machine-readable report as well (.ci/run); nothing else changes. */
const { TEST_REPORTS: reportFolder } = process.env;

export default defineConfig({
  testDir: 'tests/browser',
  // One at a time: several tests measure time.
  workers: 1,
  timeout: 45_000,
  reporter:
    reportFolder === undefined
      ? [['list']]
      : [['list'], ['json', { outputFile: `${reportFolder}/playwright.json` }]],
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: chromiumExecutable(), args: [...chromiumFlags] },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
