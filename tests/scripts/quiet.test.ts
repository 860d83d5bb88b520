/**
 * `npm ci` warns of a package that does not want this Node, of one that is deprecated, and of an install script that
 * nobody has decided on. All three are in the lock file: here without a network and for every Node we say we support.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
  readonly engines?: { readonly node?: string };
  readonly hasInstallScript?: true;
  readonly deprecated?: string;
}

// The casts: npm writes these files, and `npm ci` refuses others.
const project = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly engines: { readonly node: string };
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');

/** Major, minor and patch; what is missing is 0. Throws on what it does not know. */
function parts(version: string): readonly [number, number, number] {
  const found = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(version);
  if (found === null) throw new Error(`Not a version: ${version}`);
  return [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
}

function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [parts(version), parts(least)];
  const difference = a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
  return difference >= 0;
}

/** As much of npm's grammar of ranges as the lock file has: `>=a`, `^a` and `a` (of Node: never below 1), with `||`. */
function accepts(range: string, version: string): boolean {
  return range.split('||').some((alternative) => {
    const found = /^(>=|\^|)\s*([\d.]+)$/.exec(alternative.trim());
    if (found === null) throw new Error(`A range that this test cannot read: ${range}`);
    const [, operator, least = ''] = found;
    const isNotTooNew = operator === '>=' || parts(version)[0] === parts(least)[0];
    return isNotTooNew && isAtLeast(version, least);
  });
}

describe('npm ci is silent', () => {
  const lowest = project.engines.node
    .split('||')
    .map((alternative) => alternative.trim().replace(/^\D+/, ''));

  it.each(lowest)('every package wants Node %s, the lowest of its line that we support', (version) => {
    const refusing = locked.filter(([, { engines }]) => !accepts(engines?.node ?? '>=0', version));
    expect(refusing.map(([path, { engines }]) => `${nameOf(path)} wants ${engines?.node}`)).toEqual([]);
  });

  it('a package that does not want a Node is found', () => {
    expect(accepts('>=22.12.0', '20.19.0')).toBe(false);
    expect(accepts('^20.0.0 || ^22.0.0 || >=24.0.0', '23.0.0')).toBe(false);
    expect(accepts('^20.19.0 || >=22.12.0', '22.13.0')).toBe(true);
    expect(accepts('>= 12', '20.19.0')).toBe(true);
  });

  it('whether an install script may run is decided, and nothing is that has none', () => {
    const scripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path));
    expect([...new Set(scripts)].sort()).toEqual(Object.keys(project.allowScripts).sort());
  });

  it('no package is deprecated', () => {
    expect(locked.filter(([, { deprecated }]) => deprecated).map(([path]) => nameOf(path))).toEqual([]);
  });
});
