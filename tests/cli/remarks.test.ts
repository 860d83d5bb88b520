/** What a command may not have meant is said. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/commandLine';
import { remarksOn } from '../../src/cli/remarks';
import { parameterTable } from '../../src/model/parameters/parameterTable';
import { standardParameters } from '../../src/model/parameters/values';
import { acceptedError } from '../../src/model/tiers';

const columns = { kineticEnergyGeV: [1], lis: [1] };

function remarks(words: string): readonly string[] {
  const parsed = parseCommandLine(words.split(' '));
  if (parsed.kind !== 'solve') throw new Error(JSON.stringify(parsed));
  return remarksOn(parsed.command, columns, 0);
}

const protons = '--preset thm --species p';
const electrons = '--preset thm --species e-';

describe('injection breaks', () => {
  it.each([
    [
      `${protons} --set p.secondBreak=on --set p.rhoBr=100 --set p.rhoBr2=20`,
      /second break \(20 GV\) is not above/,
    ],
    [
      `${protons} --set p.secondBreak=on --set p.rhoBr=50 --set p.rhoBr2=50`,
      /second break \(50 GV\) is not above/,
    ],
  ])('out of order are told: %s', (words, text) => {
    expect(remarks(words).join(' ')).toMatch(text);
  });

  it('in order are not', () => {
    expect(remarks(`${protons} --set p.secondBreak=on --set p.rhoBr2=300`)).toEqual([]);
  });
});

describe('a setting that changes nothing is told, with why', () => {
  it.each([
    ['phi.e=300', protons, 'phi.e changes nothing here: the species is p.'],
    ['e.alpha1=2.5', protons, 'e.alpha1 changes nothing here: the species is p.'],
    ['fragmentation=off', electrons, 'fragmentation changes nothing here: the species is e-.'],
    ['synchrotron=off', protons, 'synchrotron changes nothing here: the species is p.'],
    ['p.alpha2=2', protons, 'p.alpha2 changes nothing here: p.secondBreak is off.'],
    ['near.p.slope=2', protons, 'near.p.slope changes nothing here: no nearby source is on.'],
    ['Delta=0.2', '--preset cm --species p', 'Delta changes nothing here: profile is uniform.'],
    ['n=7', `${protons} --set profile=step`, 'n changes nothing here: profile is step.'],
    ['vA=30', `${protons} --set reacceleration=off`, 'vA changes nothing here: reacceleration is off.'],
    [
      'sources=arms',
      protons,
      'sources changes nothing here: without --tier 3d arms have their mean over azimuth.',
    ],
    [
      'armWidth=1',
      `${protons} --tier 3d`,
      'armWidth changes nothing here: it needs sources=arms and armContrast above 0.',
    ],
    [
      'phi.p=300',
      `${protons} --profile z --energy 10`,
      'phi.p changes nothing here: a profile is of the interstellar flux.',
    ],
    [
      'near.vela=on',
      `${protons} --profile r --energy 10`,
      'near.vela changes nothing here: a profile has no nearby sources in it.',
    ],
  ])('%s with %s', (setting, words, remark) => {
    expect(remarks(`${words} --set ${setting}`)).toEqual([remark]);
  });

  it('and one that acts is not', () => {
    for (const setting of [
      'D0=6e28',
      'phi.p=300',
      'p.norm=0.04',
      'near.vela=on',
      'gas=bronfmanFerriere',
      'L=5',
    ])
      expect(remarks(`${protons} --set ${setting}`)).toEqual([]);
    expect(remarks(`${protons} --tier 3d --set sources=arms --set armWidth=1`)).toEqual([]);
  });

  it('whatever the parameter, the reason is not another species than asked for nor left open', () => {
    for (const species of ['p', 'e-'])
      for (const entry of parameterTable) {
        const other =
          entry.kind === 'switch'
            ? standardParameters[entry.id] === 'on'
              ? 'off'
              : 'on'
            : entry.kind === 'choice'
              ? entry.options.find(({ value }) => value !== entry.standard)!.value
              : entry.maximum;
        for (const remark of remarks(`--preset thm --species ${species} --set ${entry.id}=${other}`))
          expect(remark).toMatch(/^\S+ changes nothing here: \S.*\.$/);
      }
  });
});

describe('an answer that is off', () => {
  const command = (words: string) => {
    const parsed = parseCommandLine(words.split(' '));
    if (parsed.kind !== 'solve') throw new Error(JSON.stringify(parsed));
    return parsed.command;
  };

  it('is told from one per cent on, with what would help', () => {
    expect(remarksOn(command(protons), columns, acceptedError)).toEqual([]);
    expect(remarksOn(command(protons), columns, 0.031)).toEqual([
      'The flux is off by up to 4 %, by the estimate of this solve.',
    ]);
    expect(remarksOn(command(`${protons} --tier live`), columns, Number.NaN)).toEqual([
      'The flux is off by an unknown amount, by the estimate of this solve. --tier settled refines its grid by itself.',
    ]);
  });
});
