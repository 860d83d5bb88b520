import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOfPage, precacheOf, precacheScript } from '../../scripts/precacheList';
import { rightFile } from '../../src/offline/rightFile';

it('names what the page loads, and nothing that a system, a host or a bundler puts beside it', () => {
  const bundled = ['index.html', 'serviceWorker.js', 'assets/index-a_-1.js', 'assets/index-b.css'];
  const strange = [
    'assets/index-a_-1.js.map',
    'assets/.hidden.js',
    'assets/LICENSE.txt',
    '.vite/manifest.json',
  ];
  const publicFiles = [
    'manifest.webmanifest',
    'icons/favicon.svg',
    'data/catalogue.json',
    'data/catalogue-nuclei.json',
    'data/dragon/curves.json',
  ];
  const beside = [
    '.DS_Store',
    '.htaccess',
    '.well-known/security.txt',
    '_headers',
    'CNAME',
    'Thumbs.db',
    'icons/.DS_Store',
    'icons/._favicon.svg',
    'data/.catalogue.json',
    'data/catalogue.json~',
    'data/catalogue-nuclei.json.orig',
    'data/ams02-2015-p.csv',
    'data/README.md',
    'data/dragon/._curves.json',
    'data/dragon/notes.txt',
  ];
  expect(filesOfPage([...bundled, ...strange], [...publicFiles, ...beside])).toEqual(
    [...publicFiles, 'assets/index-a_-1.js', 'assets/index-b.css', 'index.html'].sort(),
  );
});

it('every public file of the project that is not a table or its description is of the page', () => {
  const publicFiles = readdirSync('public', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice('public/'.length).replaceAll('\\', '/'));
  const tables = publicFiles.filter((name) => /^data\/([\w-]+\.csv|README\.md)$/.test(name));
  expect([...filesOfPage([], publicFiles), ...tables].sort()).toEqual(publicFiles.sort());
});

it('the fingerprints are those that the service worker asks for; another file is another version', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'list-'));
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  write('index.html', '<p>é</p>');
  write('assets/a.js', 'a()');
  const names = ['assets/a.js', 'index.html'];
  const list = await precacheOf(folder, names);
  expect(Object.keys(list.files)).toEqual(['assets/a.js', './']);
  const answer = new Response('<p>é</p>', { headers: { 'content-type': 'text/html' } });
  await expect(rightFile('./', list.files['./'] ?? '', answer)).resolves.toBeInstanceOf(Response);
  expect(precacheScript(list)).toBe(`self.precache=${JSON.stringify(list)}`);
  write('assets/a.js', 'b()');
  expect((await precacheOf(folder, names)).version).not.toBe(list.version);
  rmSync(folder, { recursive: true });
});
