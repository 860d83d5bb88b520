import type { extraPositronsTable, nucleiTable } from '../table/nuclei';
import type { HelpOf, ParameterHelp } from './helpOf';

const likeProtons = 'Jin16 print one injection spectrum; AMS-02 wants helium harder by 0.05 to 0.1';

function slopes(name: string, phrase: string) {
  return {
    choice: {
      definition: `Whether ${name} is injected with the slopes of protons, in rigidity, or with slopes of its own; the break and the cutoff are shared.`,
      source: likeProtons,
    },
    below: { definition: `Slope at injection of ${phrase} below the break.`, source: likeProtons },
    above: { definition: `Slope at injection of ${phrase} above the break.`, source: likeProtons },
  };
}
const helium = slopes('helium', 'helium');
const nuclei = slopes('what is heavier than helium', 'nuclei heavier than helium');

function abundance(name: string): ParameterHelp {
  return {
    definition: `What sources inject of ${name} for a million protons, at equal kinetic energy per nucleon, 100 GeV/n.`,
    source: "This project's own: brings the two-halo model of the paper to the AMS-02 flux at 21 GV",
  };
}

export const nucleiHelp: HelpOf<typeof nucleiTable> = {
  'He.slopes': helium.choice,
  'He.alpha0': helium.below,
  'He.alpha1': helium.above,
  'nuclei.slopes': nuclei.choice,
  'nuclei.alpha0': nuclei.below,
  'nuclei.alpha1': nuclei.above,
  'abundance.He': abundance('helium'),
  'abundance.C': abundance('carbon'),
  'abundance.N': abundance('nitrogen'),
  'abundance.O': abundance('oxygen'),
  'abundance.Ne': abundance('neon'),
  'abundance.Mg': abundance('magnesium'),
  'abundance.Si': abundance('silicon'),
  spallation: {
    definition:
      'Cross sections with which nuclei break up on hydrogen into lighter ones. The difference between the two choices is the honest uncertainty.',
    source: 'Evoli et al. 2018 and 2019 (PRD 99, 103023), table of 2020; Génolini et al. 2018 for the other',
  },
  heTarget: {
    definition:
      'How much more of each fragment helium in the gas makes than hydrogen: 12 % in B/C lie between the two.',
    source: 'Ferrando et al. 1988, as in GALPROP and DRAGON; 4^(2/3) as in CRAMS',
  },
  pbarProduction: {
    definition: 'How many antiprotons collisions of protons and helium with the gas make.',
    source:
      'Winkler 2017 (JCAP 02, 048); Korsmeier, Donato & Di Mauro 2018 (PRD 97, 103019), parametrisation II',
  },
};

export const extraPositronsHelp: HelpOf<typeof extraPositronsTable> = {
  extraPositrons: {
    definition:
      'Adds sources that release as many positrons as electrons: what collisions alone leave missing in positrons above 10 GeV.',
    source: 'Not in Jin16; pulsars are the usual guess',
  },
  'x.norm': {
    definition: 'Interstellar flux at 300 GeV of the positrons that these sources add.',
    source: 'A DRAGON2 run with pulsars (github.com/tospines, commit ec87490)',
  },
  'x.alpha': {
    definition: 'These sources release positrons as rigidity to the power −α per unit momentum.',
    source: 'The same run, above 3 GV',
  },
  'x.rhoCut': {
    definition: 'What these sources release is cut off as exp(−ρ/ρ_cut).',
    source: 'The same run: 1.5 TeV',
  },
};
