/** What a command may not have meant is said. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../src/cli/commandLine';
import { remarksOn } from '../../src/cli/remarks';
import { parameterTable } from '../../src/model/parameters/parameterTable';
import { standardParameters } from '../../src/model/parameters/values';
import { acceptedError } from '../../src/model/tiers';

const off = (errorEstimate: number) => ({
  columns: { kineticEnergyGeV: [1], lis: [1] },
  report: { errorEstimate },
});

function remarks(words: string): readonly string[] {
  const parsed = parseCommandLine(words.split(' '));
  if (parsed.kind !== 'solve') throw new Error(JSON.stringify(parsed));
  return remarksOn(parsed.command, off(0));
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
    ['rhoH=400', protons, 'rhoH changes nothing here: breakH is off.'],
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

  it.each([
    ['abundance.C=3000', protons, 'the species is p'],
    ['abundance.C=3000', '--preset thm --species O', 'O is not made of carbon'],
    ['abundance.O=3000', '--preset thm --species Si28', 'Si28 is not made of oxygen'],
    ['abundance.He=50000', '--preset thm --observable B/C', 'B/C is not made of helium'],
    [
      'abundance.C=3000',
      '--preset thm --species pbar',
      'what heavier nuclei than helium make of pbar is a fixed share',
    ],
    ['nuclei.alpha1=2.3', '--preset thm --species C', 'nuclei.slopes is proton'],
    ['nuclei.slopes=free', '--preset thm --species C', 'its slopes are those of protons'],
    ['nuclei.slopes=free', '--preset thm --species He', 'He is not made of nuclei heavier than helium'],
    ['He.slopes=free', '--preset thm --species C', 'C is not made of helium'],
    ['He.alpha1=2.3', '--preset thm --species e+', 'He.slopes is proton'],
    ['spallation=galprop12', electrons, 'the species is e-'],
    ['spallation=galprop12', '--preset thm --species Si', 'Si is not made of heavier nuclei'],
    ['heTarget=area', '--preset thm --species pbar', 'the species is pbar'],
    ['pbarProduction=korsmeier18', '--preset thm --species e+', 'the species is e+'],
    ['pbarProduction=korsmeier18', '--preset thm --observable B/C', 'the observable is B/C'],
    ['extraPositrons=on', '--preset thm --species pbar', 'the species is pbar'],
    ['x.norm=1e-6', '--preset thm --species e+', 'extraPositrons is off'],
    ['synchrotron=off', '--preset thm --species pbar', 'the species is pbar'],
    ['radiation=delahaye10', '--preset thm --species C', 'the species is C'],
    ['phi.e=300', '--preset thm --species C', 'the species is C'],
    ['phi.p=300', '--preset thm --species e+', 'the species is e+'],
    ['e.norm=0.001', '--preset thm --species e+', 'the species is e+'],
    ['e.alpha1=2.5', '--preset thm --observable pbar/p', 'the observable is pbar/p'],
    ['p.norm=0.04', '--preset thm --observable B/C', 'it drops out of the ratio'],
    ['p.norm=0.04', '--preset thm --observable pbar/p', 'it drops out of the ratio'],
    ['p.alpha2=2', '--preset thm --species C', 'p.secondBreak is off'],
    ['near.vela=on', '--preset thm --species C', 'nearby sources add protons and electrons'],
    ['near.p.slope=2', '--preset thm --observable pbar/p', 'no nearby source is on'],
    ['sources=arms', '--preset thm --species C', 'arms have their mean over azimuth'],
    ['Delta=0.2', '--preset cm --observable B/C', 'profile is uniform'],
  ])('%s with %s: %s', (setting, words, reason) => {
    expect(remarks(`${words} --set ${setting}`)).toEqual([
      `${setting.split('=')[0]} changes nothing here: ${reason}.`,
    ]);
  });

  it.each([
    [
      'C',
      'abundance.C=3000 abundance.O=3000 spallation=galprop12 heTarget=area phi.p=300 p.norm=0.04 D0=6e28',
    ],
    ['O', 'abundance.Si=800 p.alpha1=2.4 fragmentation=off'],
    ['Si', 'abundance.Si=800'],
    ['He3', 'abundance.He=50000 heTarget=area'],
    ['pbar', 'pbarProduction=korsmeier18 abundance.He=50000 p.norm=0.04 phi.p=300 fragmentation=off'],
    [
      'e+',
      'extraPositrons=on synchrotron=off radiation=delahaye10 fragmentation=off phi.e=300 abundance.He=50000',
    ],
  ])('of %s what it is made of acts: %s', (species, settings) => {
    for (const setting of settings.split(' '))
      expect(remarks(`--preset thm --species ${species} --set ${setting}`)).toEqual([]);
  });

  it.each([
    ['B/C', 'abundance.O=3000 abundance.C=3000 phi.p=300 p.rhoBr=9'],
    ['pbar/p', 'near.vela=on'],
    ['e+/(e-+e+)', 'p.norm=0.04 e.norm=0.001 phi.e=300 near.vela=on e.alpha1=2.5'],
    ['e-+e+', 'extraPositrons=on e.norm=0.001'],
  ])('of %s what it is made of acts: %s', (observable, settings) => {
    for (const setting of settings.split(' '))
      expect(remarks(`--preset thm --observable ${observable} --set ${setting}`)).toEqual([]);
  });

  it('knows what drops out of a ratio but for its protons, and what does not', () => {
    const pbar = '--preset thm --observable pbar/p --set p.norm=0.04';
    expect(remarks(pbar)).toHaveLength(1);
    // A nearby source is as strong as it is, whatever the scale.
    expect(remarks(`${pbar} --set near.vela=on`)).toEqual([]);
    const positrons = '--preset thm --species e+ --set extraPositrons=on';
    expect(remarks(`${positrons} --set x.norm=1e-6 --set x.alpha=2 --set x.rhoCut=1000`)).toEqual([]);
    // What is injected of all nuclei changes by one factor with the protons' slope where it is not theirs.
    const free = '--set nuclei.slopes=free --set nuclei.alpha1=2.3 --set p.alpha1=2.4';
    expect(remarks(`--preset thm --observable B/C ${free}`)).toEqual([
      'p.alpha1 changes nothing here: nuclei.slopes is free.',
    ]);
    expect(remarks(`--preset thm --species C ${free}`)).toEqual([]);
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
    for (const species of ['p', 'e-', 'C', 'He', 'Be10', 'pbar', 'e+'])
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
    expect(remarksOn(command(protons), off(acceptedError))).toEqual([]);
    expect(remarksOn(command(protons), off(0.031))).toEqual([
      'The flux is off by up to 4 %, by the estimate of this solve.',
    ]);
    expect(remarksOn(command(`${protons} --tier live`), off(Number.NaN))).toEqual([
      'The flux is off by an unknown amount, by the estimate of this solve. --tier settled refines its grid by itself.',
    ]);
  });
});
