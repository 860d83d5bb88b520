/** Nothing comes on demand by another way than the one that says so when it does not come. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
  .map((file) => ({
    file,
    text: readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .replace(/\s+/g, ' '),
  }));

/** Where `pattern` stands in the sources, with what is around it. */
function found(pattern: RegExp, except: readonly string[] = []): readonly string[] {
  return sources
    .filter(({ file }) => !except.includes(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(pattern)].map(
        ({ index }) => `${file}: ${text.slice(Math.max(0, index - 40), index + 60)}`,
      ),
    );
}

describe('what comes on demand', () => {
  it('is imported through loadPart or lazyPart', () => {
    expect(found(/(?<!typeof )(?<!(loadPart|lazyPart)\( ?\(\) => )\bimport\(/g)).toEqual([]);
    expect(found(/(loadPart|lazyPart)\( ?\(\) => import\(/g).length).toBeGreaterThan(20);
  });

  it('is never waited for without a boundary around it', () => {
    expect(found(/(?<!\.)\blazy\(/g, ['src/ui/lazyPart.tsx'])).toEqual([]);
    expect(found(/<Suspense\b/g, ['src/ui/Boundary.tsx'])).toEqual([]);
  });

  it('is told when it does not come: no loadPart is left to itself', () => {
    expect(found(/\bvoid (loadPart|loadPlotly|import)\(/g)).toEqual([]);
  });
});
