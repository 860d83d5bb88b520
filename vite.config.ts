import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** A folder for a machine-readable test report as well (.ci/run); nothing else changes. */
const { TEST_REPORTS: reportFolder } = process.env;

export default defineConfig({
  // Relative asset addresses: the built folder works under any path, and inside an iframe.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  preview: { port: 4173 },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**'],
    // No test is about speed: a slow or busy machine must not fail one.
    testTimeout: 60_000,
    reporters:
      reportFolder === undefined
        ? ['default']
        : ['default', ['json', { outputFile: `${reportFolder}/vitest.json` }]],
  },
});
