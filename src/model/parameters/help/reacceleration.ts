import type { reaccelerationTable } from '../table/reacceleration';
import type { HelpOf } from './helpOf';

export const reaccelerationHelp: HelpOf<typeof reaccelerationTable> = {
  vA: {
    definition: 'Speed of the magnetic waves that scatter cosmic rays and reaccelerate them.',
    source: 'Jin16 Table 1',
  },
  dppDelta: {
    definition: 'Which slope stands in the momentum diffusion coefficient of Eq. 2.',
    source: 'Not stated in Jin16',
  },
};
