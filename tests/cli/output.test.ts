import { describe, expect, it } from 'vitest';
import type { Solution } from '../../src/cli/answer';
import { parseCommandLine, type SolveCommand } from '../../src/cli/commandLine';
import { helpText } from '../../src/cli/help';
import { formatCsv, formatJson } from '../../src/cli/output';

import { observableWords, speciesSubjectWords } from '../../src/cli/subject';
import { parameterTable } from '../../src/model/parameters/parameterTable';
import { allowedValues, parseParameter } from '../../src/model/parameters/values';
import { asciiText } from '../../src/text/asciiText';
import { recordsOf } from '../text/readRecords';

function command(...words: string[]): SolveCommand {
  const parsed = parseCommandLine(words);
  if (parsed.kind !== 'solve') throw new Error('not a solve');
  return parsed.command;
}

const report = {
  tier: 'settled',
  grid: { r: 3, z: 2, momentum: 5 },
  iterations: 4,
  residual: 1.23e-5,
  milliseconds: 12.5,
  errorEstimate: 0.0023,
  refinement: 0,
} as const;
const spectrum: Solution = {
  report,
  columns: { kineticEnergyGeV: [1, 10], rigidityGV: [1.5, 10.9], lis: [1e3, 1 / 3], modulated: [1e-9, 0.25] },
};
const thm = command('--preset', 'thm', '--species', 'p', '--set', 'delta0=0.21');

describe('CSV', () => {
  const lines = formatCsv(thm, spectrum).split('\n');

  it('holds every parameter in its header, in a form that --set takes back', () => {
    for (const entry of parameterTable) {
      const line = lines.find((text) => text.startsWith(`# ${entry.id} = `));
      const value = line?.slice(`# ${entry.id} = `.length).split(' ')[0] ?? '';
      expect(parseParameter(entry, value)).toEqual({ ok: true, value: thm.parameters[entry.id] });
    }
  });

  it('is ASCII, and no cell of it begins a formula', () => {
    for (const preset of ['thm', 'cm'])
      for (const species of ['p', 'e-'])
        for (const more of [[], ['--profile', 'z', '--energy', '10']]) {
          const text = formatCsv(command('--preset', preset, '--species', species, ...more), spectrum);
          expect(text).toMatch(/^\p{ASCII}*$/u);
          for (const cell of recordsOf(text).flat())
            if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
        }
  });

  it('says what was solved, after which paper, and what differs from its preset', () => {
    expect(lines).toContain('# preset: thm, Two-halo model (THM); changed: delta0');
    expect(lines.find((line) => line.startsWith('# citation: '))).toContain('arXiv:1504.06903');
    expect(lines).toContain('# D0 = 5.5e28 cm^2/s');
    expect(lines).toContain(`# p.norm = ${thm.parameters['p.norm']} GeV^-1 m^-2 s^-1 sr^-1`);
    expect(lines).toContain('# grid: 3 x 2 x 5 (r, z, p), z >= 0');
    expect(lines).toContain('# residual: 1.2e-5');
    expect(lines).toContain('# tier: settled');
    expect(lines).toContain('# estimated error: 0.3 %');
  });

  it('says on which finer grid it was solved', () => {
    const finer = formatCsv(thm, { ...spectrum, report: { ...report, refinement: 2, errorEstimate: 0.031 } });
    expect(finer).toContain('# tier: settled, refinement 2\n');
    expect(finer).toContain('# estimated error: 4 %\n');
  });

  it('then has one line of names and one line for each row', () => {
    const body = lines.filter((line) => !line.startsWith('#'));
    expect(body).toEqual([
      'kineticEnergyGeV,rigidityGV,lis,modulated',
      '1,1.5,1000,1e-9',
      '10,10.9,0.3333333,0.25',
      '',
    ]);
  });

  it('is plain ASCII but for the citation', () => {
    const ascii = lines.filter((line) => !line.startsWith('# citation')).join('');
    expect(ascii).toMatch(/^[ -~]*$/);
  });
});

describe('nuclei and observables', () => {
  const solvedWith = [{ solve: 'p', report: { ...report, errorEstimate: 0.004, refinement: 1 } }] as const;
  const carbon: Solution = {
    report,
    solvedWith,
    columns: { kineticEnergyPerNucleonGeV: [1], rigidityGV: [3.4], lis: [2], modulated: [1] },
  };
  const ratio: Solution = { report, solvedWith: [], columns: { x: [1], lis: [0.2], modulated: [0.3] } };
  const of = (...words: string[]) => command('--preset', 'thm', ...words);
  const given = (text: string) => text.split('\n').find((line) => line.includes('lis: '));

  it('have a CSV that says what is added how, and what set the scale', () => {
    const text = formatCsv(of('--species', 'C'), carbon);
    expect(text).toContain('# species: C\n');
    expect(text).toContain(
      '# solved with it: protons, refinement 1; grid 3 x 2 x 5 (r, z, p); iterations 4; residual 1.2e-5; estimated error 0.4 %\n',
    );
    expect(given(text)).toBe(
      '# lis: interstellar flux at the Sun; modulated: flux at Earth; (GeV/n)^-1 m^-2 s^-1 sr^-1; isotopes are added at equal kinetic energy per nucleon; rigidityGV is that of carbon-12',
    );
    expect(text).toContain('\nkineticEnergyPerNucleonGeV,rigidityGV,lis,modulated\n1,3.4,2,1\n');
  });

  it.each([
    [
      ['--observable', 'B/C'],
      'x: rigidity in GV; lis: interstellar ratio at the Sun; modulated: ratio at Earth; isotopes are added at equal rigidity',
    ],
    [
      ['--observable', 'C', '--axis', 'rigidity'],
      'x: rigidity in GV; lis: interstellar flux at the Sun; modulated: flux at Earth; GV^-1 m^-2 s^-1 sr^-1; isotopes are added at equal rigidity',
    ],
    [
      ['--observable', 'Be10/Be9'],
      'x: kinetic energy per nucleon in GeV; lis: interstellar ratio at the Sun; modulated: ratio at Earth',
    ],
    [
      ['--observable', 'e+/(e-+e+)'],
      'x: kinetic energy in GeV; lis: interstellar ratio at the Sun; modulated: ratio at Earth',
    ],
    [
      ['--species', 'pbar'],
      'lis: interstellar flux at the Sun; modulated: flux at Earth; GeV^-1 m^-2 s^-1 sr^-1',
    ],
  ])('say what is given with %j', (words, line) => {
    expect(given(formatCsv(of(...words), ratio))).toBe(`# ${line}`);
  });

  it('are ASCII, and no cell of them begins a formula', () => {
    for (const observable of ['B/C', 'e+/(e-+e+)', 'e-+e+', 'pbar/p', 'Be10']) {
      const text = formatCsv(of('--observable', observable), ratio);
      expect(text).toMatch(/^\p{ASCII}*$/u);
      expect(text).toContain(`# observable: ${observable}\n# axis: `);
      for (const cell of recordsOf(text).flat())
        if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
    }
  });

  it('have a JSON of the same', () => {
    expect(JSON.parse(formatJson(of('--species', 'C'), carbon))).toMatchObject({
      species: 'C',
      errorEstimate: 0.0023,
      solvedWith: [{ solve: 'p', refinement: 1, errorEstimate: 0.004, grid: report.grid }],
      fluxUnit: '(GeV/n)^-1 m^-2 s^-1 sr^-1',
      spectrum: carbon.columns,
    });
    const document = JSON.parse(formatJson(of('--observable', 'B/C'), ratio));
    expect(document).toMatchObject({ observable: 'B/C', axis: 'rigidity', spectrum: ratio.columns });
    for (const name of ['species', 'fluxUnit', 'solvedWith', 'profile'])
      expect(document).not.toHaveProperty(name);
  });
});

describe('JSON', () => {
  it('holds parameters, grid, iterations, residual, milliseconds and spectrum', () => {
    const cm = command('--preset', 'cm', '--species', 'p');
    const document = JSON.parse(formatJson(cm, spectrum));
    expect(Object.keys(document.parameters)).toEqual(parameterTable.map(({ id }) => id));
    expect(document).toMatchObject({
      grid: report.grid,
      iterations: 4,
      residual: 1.23e-5,
      errorEstimate: 0.0023,
      refinement: 0,
      milliseconds: 12.5,
      spectrum: spectrum.columns,
    });
  });

  it('holds a profile with its axis and energy in place of the spectrum', () => {
    const asked = command('--preset', 'thm', '--species', 'p', '--profile', 'z', '--energy', '10');
    const document = JSON.parse(formatJson(asked, { report, columns: { zKpc: [0, 1], lis: [2, 1] } }));
    expect(document.profile).toEqual({ axis: 'z', kineticEnergyGeV: 10, zKpc: [0, 1], lis: [2, 1] });
    expect(document.spectrum).toBeUndefined();
  });
});

it('the help text names every parameter with its range', () => {
  const help = helpText();
  for (const entry of parameterTable) {
    const line = help.split('\n').find((text) => text.startsWith(`  ${entry.id} `));
    expect(line).toContain(asciiText(allowedValues(entry)));
  }
  expect(help).toContain(' cm^2/s [5.5e28]');
});

it('the help text names every species and observable, in lines that a terminal shows', () => {
  const help = helpText();
  const listed = help.split(/\s+/);
  for (const word of [...speciesSubjectWords, ...observableWords]) expect(listed).toContain(word);
  const options = help.slice(0, help.indexOf('Parameters ('));
  for (const line of options.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
});
