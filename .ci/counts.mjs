/** Adds up the reports of vitest and Playwright: `node .ci/counts.mjs <folder> <exit code of npm test>`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, exitCode] = process.argv.slice(2);

function report(name) {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

const unit = report('vitest.json');
const browser = report('playwright.json')?.stats;
const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0) + (browser?.flaky ?? 0);
let failed = (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0);
const skipped = (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.skipped ?? 0);

const counted = (report, count) => (report ? `${count} passed` : 'not run');
console.log(
  `vitest: ${counted(unit, unit?.numPassedTests)}; Playwright: ${counted(browser, browser?.expected)}`,
);
if (browser?.flaky > 0) console.log(`${browser.flaky} passed at the second try only (flaky)`);
if (skipped > 0) console.log(`${skipped} skipped`);
if (exitCode !== '0' && failed === 0) {
  console.log(`stopped with exit code ${exitCode} outside the tests: counted as one failure`);
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
