import { describe, expect, it } from 'vitest';
import type { Columns } from '../../src/cli/answer';
import { parseCommandLine, type SolveCommand } from '../../src/cli/commandLine';
import { remarksOn } from '../../src/cli/remarks';
import { runCommand } from '../../src/cli/solution';
import { standardParameters } from '../../src/model/parameters/values';

function command(...words: string[]): SolveCommand {
  const parsed = parseCommandLine([...words, '--tier', 'live']);
  if (parsed.kind !== 'solve') throw new Error('not a solve');
  return parsed.command;
}

function run(...words: string[]) {
  return runCommand(command(...words));
}

function column(columns: Columns, name: string): readonly number[] {
  const values = columns[name];
  if (values === undefined) throw new Error(`no column ${name}`);
  return values;
}

const electrons = ['--preset', 'thm', '--species', 'e-'];

describe('a solution', () => {
  const { columns, report } = run(...electrons);

  it('is converged on the grid of the tier asked for', () => {
    expect(report.tier).toBe('live');
    expect(report.iterations).toBeGreaterThan(0);
  });

  it('meets the reference flux of its parameters at 33 GeV', () => {
    const energies = column(columns, 'kineticEnergyGeV');
    const lis = column(columns, 'lis');
    const reference = standardParameters['e.norm'];
    const above = energies.findIndex((energy) => energy > 33);
    expect(lis[above]).toBeLessThan(reference);
    expect(lis[above - 1]).toBeGreaterThan(reference);
  });

  it.each([
    ['z', 'zKpc', 0],
    ['r', 'rKpc', 8.5],
  ] as const)('has the flux of the spectrum at the Sun in its %s profile', (axis, name, sun) => {
    // 10 GeV is one of the spectrum's own energies, so the two agree to round-off.
    const profile = run(...electrons, '--profile', axis, '--energy', '10').columns;
    const energy = column(columns, 'kineticEnergyGeV').findIndex((value) => Math.abs(value / 10 - 1) < 1e-9);
    const flux = column(profile, 'lis')[column(profile, name).indexOf(sun)]!;
    expect(flux / column(columns, 'lis')[energy]!).toBeCloseTo(1, 9);
  });

  it('falls from the plane to the edge of the halo', () => {
    const profile = run(...electrons, '--profile', 'z', '--energy', '100').columns;
    const zKpc = column(profile, 'zKpc');
    const lis = column(profile, 'lis');
    expect(zKpc[0]).toBe(0);
    expect(zKpc.at(-1)).toBeLessThan(5);
    for (let i = 1; i < lis.length; i++) expect(lis[i]).toBeLessThan(lis[i - 1]!);
  });
});

describe('beyond the cutoff nothing is solved', () => {
  const cut = [...electrons, '--set', 'e.rhoCut=1000'];

  it('which a profile at its very end says instead of zeros', () => {
    expect(() => run(...cut, '--profile', 'z', '--energy', '19999')).toThrow(
      /at the end of what is solved, 20 times the cutoff \(e\.rhoCut = 1000 GV\)/,
    );
  });

  it.each([[], ['--set', 'near.vela=on']])(
    'which is said of the rows of a spectrum, with %j too',
    (...more) => {
      const asked = command(...cut, ...more);
      const answer = runCommand(asked);
      const [remark, ...others] = remarksOn(asked, answer);
      expect(others).toEqual([]);
      const from = Number(/^From (\S+) GeV on nothing is solved/.exec(remark ?? '')?.[1]);
      expect(from).toBeGreaterThan(10_000);
      expect(from).toBeLessThan(20_000);
    },
  );
});
