import type { comparisonTable } from '../table/comparison';
import type { HelpOf } from './helpOf';

export const comparisonHelp: HelpOf<typeof comparisonTable> = {
  'cm.delta': {
    definition: 'Power of rigidity with which diffusion grows everywhere in the conventional model.',
    source: 'Jin16 Table 1',
  },
  'cm.p.norm': {
    definition: 'Interstellar proton flux at 100 GeV to which the conventional model is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
  'cm.e.norm': {
    definition: 'Interstellar electron flux at 33 GeV to which the conventional model is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
};
