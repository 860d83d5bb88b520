import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { offlinePlugin } from './scripts/offlinePlugin.ts';
import { serviceWorkerFile } from './scripts/precacheList.ts';
import { preloadPlugin } from './scripts/preloadPlugin.ts';
import { quietPlugin } from './scripts/quietPlugin.ts';

/**
 * TEST_REPORTS: a folder for a machine-readable test report as well (.ci/run). DIST_DIR: another folder for the built
 * page, so that two people can build in one working tree.
 */
const { TEST_REPORTS: reportFolder, DIST_DIR: outDir = 'dist' } = process.env;

/** Floors without a browser, a clock or a memory that one test could leave for the next. */
const pureTests = [
  'architecture',
  'exact',
  'inference',
  'measurements',
  'memo',
  'physics',
  'solver',
  'text',
].map((floor) => `tests/${floor}/**/*.test.ts`);

export default defineConfig({
  // Relative asset addresses: the built folder works under any path, and inside an iframe.
  base: './',
  plugins: [react(), preloadPlugin(), offlinePlugin(), quietPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir,
    emptyOutDir: true,
    // Browsers that know ES2022 and no preloading of modules load them a little later.
    modulePreload: { polyfill: false },
    // Plotly, the largest, comes in one piece after the first curves; `npm run budgets` weighs every file, gzipped.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // On a busy machine only: how long plugins took is no fault of the page.
      checks: { bundlerTimings: false },
      input: { index: 'index.html', serviceWorker: 'src/offline/serviceWorker.ts' },
      // A service worker rules over its own folder and below: it lies beside the page, under a name that stays.
      output: {
        entryFileNames: ({ name }) =>
          name === 'serviceWorker' ? serviceWorkerFile : 'assets/[name]-[hash].js',
        // What the page starts with is one file: cut up by what comes on demand, it would be larger and slower.
        codeSplitting: {
          groups: [{ name: 'page', tags: ['$initial'], test: /^(?!.*[\\/]src[\\/]offline[\\/])/ }],
        },
      },
    },
  },
  preview: { port: 4173 },
  test: {
    // All processors.
    maxWorkers: '100%',
    projects: [
      // Numbers and texts: nothing of theirs outlives a test, so that files share what they load, half of their cost.
      {
        extends: true,
        test: { name: 'pure', include: pureTests, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
          exclude: ['tests/browser/**', ...pureTests],
        },
      },
    ],
    // No test is about speed: a slow or busy machine must not fail one.
    testTimeout: 300_000,
    reporters:
      reportFolder === undefined
        ? ['default']
        : ['default', ['json', { outputFile: `${reportFolder}/vitest.json` }]],
  },
});
