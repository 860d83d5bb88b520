import type { normalisationTable } from '../table/normalisation';
import type { HelpOf } from './helpOf';

export const normalisationHelp: HelpOf<typeof normalisationTable> = {
  'p.norm': {
    definition: 'Interstellar proton flux at 100 GeV kinetic energy, to which the solution is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
  'e.norm': {
    definition: 'Interstellar electron flux at 33 GeV kinetic energy, to which the solution is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
};
