import { describe, expect, it } from 'vitest';
import { parseCommandLine, type SolveCommand } from '../../src/cli/commandLine';
import { alternatives } from '../../src/cli/words';
import { parameterTable } from '../../src/model/parameters/parameterTable';
import { allowedValues, type ParameterId } from '../../src/model/parameters/values';
import { presetIds, presets } from '../../src/model/presets';
import { nuclideIds } from '../../src/physics/nuclides';

function allowed(id: ParameterId): string {
  return allowedValues(parameterTable.find((entry) => entry.id === id)!);
}

const isotopes = `${nuclideIds.slice(0, -1).join(', ')} or ${nuclideIds.at(-1)}`;
const allSpecies = `p, e-, He, C, N, O, Ne, Mg, Si, Li, Be, B, pbar, e+, ${isotopes}`;
const allObservables = `p, e-, He, C, N, O, Ne, Mg, Si, Li, Be, B, Li/C, Be/C, B/C, Be10/Be9, pbar, pbar/p, e+, e+/(e-+e+), e-+e+, ${isotopes}, or a ratio of two of p, He, C, ... Si28`;

const start = ['--preset', 'thm', '--species', 'p'];

function understood(...words: string[]): SolveCommand {
  const parsed = parseCommandLine(words);
  if (parsed.kind !== 'solve') throw new Error(`not a solve: ${JSON.stringify(parsed)}`);
  return parsed.command;
}

function refusal(...words: string[]): string {
  const parsed = parseCommandLine(words);
  if (parsed.kind !== 'refused') throw new Error(`not refused: ${JSON.stringify(parsed)}`);
  return parsed.reason;
}

describe('a command line that can be understood', () => {
  it('solves a preset as it stands, settled, as CSV, unless told otherwise', () => {
    expect(understood(...start)).toEqual({
      kind: 'particle',
      presetId: 'thm',
      species: 'p',
      parameters: presets.thm.parameters,
      tier: 'settled',
      format: 'csv',
      profile: null,
    });
  });

  it('takes settings of numbers, choices and switches', () => {
    const { parameters } = understood(
      ...start,
      '--set',
      'D0=6e28',
      '--set=profile=step',
      '--set',
      'reacceleration=off',
    );
    expect(parameters).toEqual({
      ...presets.thm.parameters,
      D0: 6e28,
      profile: 'step',
      reacceleration: 'off',
    });
  });

  it('reads tier, format and profile', () => {
    const command = understood(
      ...[
        '--preset=cm',
        '--species=e-',
        '--tier',
        'live',
        '--format',
        'json',
        '--profile',
        'r',
        '--energy=1e2',
      ],
    );
    expect(command).toMatchObject({
      presetId: 'cm',
      species: 'e-',
      tier: 'live',
      format: 'json',
      profile: { axis: 'r', kineticEnergyGeV: 100 },
    });
  });

  it('takes nuclei and secondaries, each as a species with energy and rigidity', () => {
    const of = (word: string) => understood('--preset', 'thm', '--species', word);
    for (const word of [
      'e+',
      'pbar',
      'He',
      'Li',
      'Be',
      'B',
      'C',
      'N',
      'O',
      'Ne',
      'Mg',
      'Si',
      'He3',
      'Be10',
      'Si28',
    ])
      expect(of(word)).toMatchObject({ kind: 'composed', subject: { word }, axis: null, tier: 'settled' });
  });

  it.each([
    ['B/C', 'rigidity'],
    ['C', 'rigidity'],
    ['pbar/p', 'rigidity'],
    ['N/O', 'rigidity'],
    ['p/He', 'rigidity'],
    ['Be10/Be9', 'kineticEnergyPerNucleon'],
    ['He3/He4', 'kineticEnergyPerNucleon'],
    ['e+', 'kineticEnergyPerNucleon'],
    ['e+/(e-+e+)', 'kineticEnergyPerNucleon'],
    ['e- + e+', 'kineticEnergyPerNucleon'],
  ])('gives %s on the axis of its publications, %s, unless told', (word, axis) => {
    const asked = ['--preset', 'thm', '--observable', word];
    expect(understood(...asked)).toMatchObject({ kind: 'composed', axis });
    expect(understood(...asked, '--axis', 'rigidity')).toMatchObject({ axis: 'rigidity' });
  });

  it('gives help whatever else is asked', () => {
    expect(parseCommandLine(['--help'])).toEqual({ kind: 'help' });
    expect(parseCommandLine(['--preset', 'none', '-h'])).toEqual({ kind: 'help' });
  });
});

describe('a command line that cannot be understood is refused in one line that names what is allowed', () => {
  it.each([
    [['--species', 'p'], `--preset is missing: give ${alternatives(presetIds)}.`],
    [['--preset', 'thm'], `--species is missing: give ${allSpecies}. For a ratio give --observable.`],
    [['--preset', 'THM', '--species', 'p'], `--preset must be ${alternatives(presetIds)}, not "THM".`],
    [['--preset', 'thm', '--species', 'he'], `--species must be ${allSpecies}, not "he". Did you mean He?`],
    [
      ['--preset', 'thm', '--species', 'B/C'],
      `--species must be ${allSpecies}, not "B/C". Give it with --observable.`,
    ],
    [
      ['--preset', 'thm', '--observable', 'b/c'],
      `--observable must be ${allObservables}, not "b/c". Did you mean B/C?`,
    ],
    [['--preset', 'thm', '--observable', 'B/e+'], `--observable must be ${allObservables}, not "B/e+".`],
    [
      [...start, '--observable', 'B/C'],
      '--species and --observable are both given: one answer has one of them.',
    ],
    [
      ['--preset', 'thm', '--observable', 'B/C', '--axis', 'energy'],
      '--axis must be rigidity or kineticEnergyPerNucleon, not "energy".',
    ],
    [
      [...start, '--axis', 'rigidity'],
      '--axis needs --observable: the spectrum of a species has energy and rigidity.',
    ],
    [
      ['--preset', 'thm', '--species', 'C', '--tier', '3d'],
      '--tier 3d is for --species p or e-: C has --tier live, settled or reference.',
    ],
    [
      ['--preset', 'thm', '--observable', 'B/C', '--profile', 'z', '--energy', '10'],
      '--profile is for --species p or e-: B/C is given at the Sun.',
    ],
    [
      ['--preset', 'thm', '--species', 'Be10', '--energy', '10'],
      '--energy is for --species p or e-: Be10 is given at the Sun.',
    ],
    [[...start, '--set', 'abundance.C=1'], `abundance.C must be ${allowed('abundance.C')}, not "1".`],
    [[...start, '--set', 'spallation=galprop'], 'spallation must be evoli2020 or galprop12, not "galprop".'],
    [[...start, '--tier', 'fast'], '--tier must be live, settled, reference or 3d, not "fast".'],
    [[...start, '--format', 'xml'], '--format must be csv or json, not "xml".'],
    [['--preset', '--species', 'p'], '--preset needs a value.'],
    [[...start, '--set'], '--set needs a value.'],
    [[...start, '--set', 'D0'], '--set needs id=value, not "D0".'],
    [[...start, '--preset', 'cm'], '--preset is given twice.'],
    [[...start, '--set', 'D0=6e28', '--set', 'D0=7e28'], 'D0 is set twice.'],
    [[...start, '--set', 'delta0=1'], `delta0 must be ${allowed('delta0')}, not "1".`],
    [[...start, '--set', 'delta0=steep'], `delta0 must be ${allowed('delta0')}, not "steep".`],
    [[...start, '--set', 'delta0='], `delta0 must be ${allowed('delta0')}, not "".`],
    [[...start, '--set', 'coulomb=maybe'], 'coulomb must be on or off, not "maybe".'],
    [[...start, '--set', 'profile=flat'], 'profile must be smooth, step or uniform, not "flat".'],
    [[...start, '--energy', '10'], '--energy needs --profile z or --profile r.'],
    [[...start, '--profile', 'z'], '--profile needs --energy, 0.01 to 10000000 GeV for p.'],
    [[...start, '--profile', 'x', '--energy', '10'], '--profile must be z or r, not "x".'],
    [
      [...start, '--profile', 'z', '--energy', '1e9'],
      '--energy must be 0.01 to 10000000 GeV for p, not "1e9".',
    ],
    [
      [...start, '--profile', 'z', '--energy', 'ten'],
      '--energy must be 0.01 to 10000000 GeV for p, not "ten".',
    ],
  ])('%j', (words, reason) => {
    expect(refusal(...words)).toBe(reason);
  });

  it('names what is misspelt', () => {
    expect(refusal(...start, '--teir', 'live')).toMatch(/^--teir is no option\. .* Did you mean --tier\?$/);
    expect(refusal('—species', 'p')).toMatch(
      /^"—species" belongs to no option\. .* Did you mean --species\?$/,
    );
    expect(refusal(...start, '--set', 'Delta0=0.3')).toMatch(/ Did you mean delta0\?$/);
    expect(refusal(...start, '--set', 'phi=300')).toMatch(/ Did you mean phi\.p\?$/);
    expect(refusal(...start, '--set', 'nothing=300')).not.toContain('Did you mean');
    expect(refusal(...start, '--speed', '9')).not.toContain('Did you mean');
  });

  it('prints what it read with control characters made visible, on one line', () => {
    const hidden = 'a\u001b[31m\u0007\nb\u200b';
    const shown = 'a<U+001B>[31m<U+0007><U+000A>b<U+200B>';
    const commands = [
      [hidden],
      [...start, '--set', hidden],
      [...start, '--set', `${hidden}=1`],
      [...start, '--set', `delta0=${hidden}`],
      [...start, '--set', `gas=${hidden}`],
      [...start, '--tier', hidden],
      [...start, '--profile', 'z', '--energy', hidden],
    ];
    for (const words of commands) expect(refusal(...words)).toContain(shown);
    expect(refusal(`--${hidden}`)).toContain(shown);
  });

  it('refuses a profile where nothing is solved, and says how far it is', () => {
    const cut = ['--preset', 'thm', '--species', 'e-', '--set', 'e.rhoCut=1000', '--profile', 'z'];
    const allowed = '0.01 to 20000 GeV for e- (solved up to 20 times the cutoff, e.rhoCut = 1000 GV)';
    expect(refusal(...cut, '--energy', '1e5')).toBe(`--energy must be ${allowed}, not "1e5".`);
    expect(refusal(...cut)).toBe(`--profile needs --energy, ${allowed}.`);
    expect(understood(...cut, '--energy', '100').profile?.kineticEnergyGeV).toBe(100);
  });

  it('lists every parameter when an id is unknown', () => {
    const reason = refusal(...start, '--set', 'delta=0.3');
    expect(reason).toMatch(/^"delta" is no parameter\. Parameters: /);
    for (const { id } of parameterTable) expect(reason).toContain(id);
    expect(reason).not.toContain('cm.');
    expect(reason).not.toContain('\n');
  });

  it('lists every option when one is unknown', () => {
    expect(refusal(...start, '--speed', '9')).toMatch(
      /^--speed is no option\. Options: --preset, --species, --observable, --axis, /,
    );
    expect(refusal(...start, 'fast')).toMatch(/^"fast" belongs to no option\. Options: /);
  });

  it("says how to set what the explorer's second curve has of its own", () => {
    expect(refusal(...start, '--set', 'cm.delta=0.4')).toMatch(/use --preset cm --set delta0=value\.$/);
    expect(refusal(...start, '--set', 'cm.p.norm=0.04')).toMatch(/use --preset cm --set p\.norm=value\.$/);
  });
});
