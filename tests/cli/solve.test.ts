import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/model/presets';

const solveFile = fileURLToPath(new URL('../../src/cli/solve.ts', import.meta.url));

/** Runs the command as `npm run solve` does. */
function solve(...words: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', solveFile, ...words], { encoding: 'utf8' });
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

  it('prints B/C on rigidity', () => {
    const { status, stdout, stderr } = solve('--preset', 'thm', '--observable', 'B/C', '--tier', 'live');
    // Live answers tell that they are off where they are by more than one per cent; nothing else is said.
    expect(stderr).toMatch(/^(Note: A flux in it is off by up to [^\n]*\n)?$/);
    expect(status).toBe(0);
    const rows = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(rows[0]).toBe('x,lis,modulated');
    const ratios = rows.slice(1).map((row) => row.split(',').map(Number));
    for (const row of ratios) expect(row.every((value) => value > 0 && Number.isFinite(value))).toBe(true);
    // AMS-02 2018 (public/data) has 0.2363 at 20.3 GV; the paper's model was not made for it.
    const [, , modulated] = ratios.find(([rigidity]) => rigidity! > 20) ?? [];
    expect(modulated).toBeGreaterThan(0.2);
    expect(modulated).toBeLessThan(0.25);
  });

  it('solves in three dimensions with arms and a nearby source, without a bar where stderr is no terminal', () => {
    const settings = ['--set', 'sources=arms', '--set', 'armWidth=0.5', '--set', 'near.vela=on'];
    const { status, stdout, stderr } = solve('--preset', 'cm', '--species', 'p', '--tier', '3d', ...settings);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('# tier: 3d\n');
    expect(stdout).toMatch(/# grid: 61 x 61 x 31 x \d+ \(x, y, z, p\), z >= 0\n/);
    const rows = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(rows[0]).toBe('kineticEnergyGeV,rigidityGV,lis,modulated,lis_vela');
    const [energy, , lis, , vela] = rows
      .find((row) => row.startsWith('100'))!
      .split(',')
      .map(Number);
    expect(energy).toBeCloseTo(100, 3);
    // The reference flux is that of the solve; the source comes on top.
    expect(lis! - vela!).toBeCloseTo(presets.cm.parameters['p.norm'], 6);
    expect(vela).toBeGreaterThan(0);
  });

  it.runIf(existsSync('/dev/full'))(
    'says in one line that a disk is full or a pipe closed, and exits 3',
    () => {
      const program = `${process.execPath} --import tsx ${solveFile}`;
      // The help is written as everything is, and needs no solve.
      const shell = (script: string) => spawnSync('sh', ['-c', script], { encoding: 'utf8' });
      const full = shell(`${program} --help > /dev/full`);
      expect(full.stderr).toBe('The output could not be written: no space is left on the device (ENOSPC).\n');
      expect(full.status).toBe(3);
      const closed = shell(`{ sleep 0.5; ${program} --help; echo "code $?" >&2; } | true`);
      expect(closed.stderr).toBe(
        'The output could not be written: who reads it has closed the pipe (EPIPE).\ncode 3\n',
      );
    },
  );

  it('refuses with one line on stderr, an empty stdout and exit code 2', () => {
    const { status, stdout, stderr } = solve('--preset', 'thm', '--species', 'p', '--set', 'L=0');
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^L must be .* kpc, not "0"\.\n$/);
    expect(status).toBe(2);
  });
});
