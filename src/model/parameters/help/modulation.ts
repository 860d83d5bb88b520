import type { modulationTable } from '../table/modulation';
import type { HelpOf } from './helpOf';

export const modulationHelp: HelpOf<typeof modulationTable> = {
  'phi.p': {
    definition: 'Force-field potential with which the solar wind slows protons on their way to Earth.',
    source: 'Jin16 Section 2',
  },
  'phi.e': {
    definition: 'Force-field potential with which the solar wind slows electrons on their way to Earth.',
    source: 'Jin16 gives one value, for protons; used for both',
  },
};
