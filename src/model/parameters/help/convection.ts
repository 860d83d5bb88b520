import type { convectionTable } from '../table/convection';
import type { HelpOf } from './helpOf';

export const convectionHelp: HelpOf<typeof convectionTable> = {
  V0: {
    definition: 'Speed of the Galactic wind just above and below the plane, from which it blows away.',
    source: 'V_c of Jin16 Eq. 1, zero in its Table 1; the linear law of GALPROP and DRAGON',
  },
  V1: {
    definition: 'How much faster the Galactic wind blows for each kiloparsec of height.',
    source: 'V_c of Jin16 Eq. 1, zero in its Table 1; the linear law of GALPROP and DRAGON',
  },
};
