import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../src/cli/solve.ts', import.meta.url));

/** Runs the command as `npm run solve` does. */
function solve(...words: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...words], { encoding: 'utf8' });
}

describe('npm run solve', () => {
  it('prints a CSV on stdout and nothing else, and exits 0', () => {
    const { status, stdout, stderr } = solve('--preset', 'cm', '--species', 'e-', '--tier', 'live');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const rows = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(rows[0]).toBe('kineticEnergyGeV,rigidityGV,lis,modulated');
    expect(rows.length).toBeGreaterThan(200);
    for (const row of rows.slice(1)) expect(row.split(',').map(Number).every(Number.isFinite)).toBe(true);
  });

  it('prints JSON when asked', () => {
    const words = [
      '--preset',
      'thm',
      '--species',
      'p',
      '--set',
      'vA=0',
      '--tier',
      'live',
      '--format',
      'json',
    ];
    const { status, stdout } = solve(...words);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ parameters: { vA: 0 }, tier: 'live' });
  });

  it('refuses with one line on stderr, an empty stdout and exit code 2', () => {
    const { status, stdout, stderr } = solve('--preset', 'thm', '--species', 'p', '--set', 'L=0');
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^L must be .* kpc, not "0"\.\n$/);
    expect(status).toBe(2);
  });
});
