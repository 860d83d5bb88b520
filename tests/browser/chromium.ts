/** Finds a Chromium: CHROMIUM_PATH, else the system's. Playwright's own download is not available everywhere. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** No sandbox: it needs rights that containers do not give. No background requests: the tests count requests. */
export const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] as const;

/** The two variables read here, by name. */
const environment: { readonly CHROMIUM_PATH?: string; readonly PATH?: string } = process.env;

export function chromiumExecutable(): string {
  const given = environment.CHROMIUM_PATH;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH is "${given}", but there is no such file.`);
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium or Chrome: install it (on Debian `apt-get install chromium`) or set CHROMIUM_PATH.',
  );
}
