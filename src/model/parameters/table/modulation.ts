/** Modulation by the solar wind. */
import { type ParticlePrefix, particleOf } from '../../particles';
import type { ParameterDefinition } from '../definition';

/** The same entry for every particle. */
function potential<Prefix extends ParticlePrefix>(prefix: Prefix) {
  return {
    id: `phi.${prefix}`,
    symbol: { tex: `\\phi_${prefix}`, plain: `φ_${prefix}` },
    label: `${particleOf(prefix).singular} modulation potential`,
    unit: 'MV',
    kind: 'linear',
    minimum: 0,
    maximum: 1500,
    step: 10,
    standard: 550,
    group: 'modulation',
  } as const satisfies ParameterDefinition;
}

export const modulationTable = [potential('p'), potential('e')] as const;
