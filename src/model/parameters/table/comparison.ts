import type { ParameterDefinition } from '../definition';
import { comparisonNorm } from './normalisation';

/**
 * What the explorer's second curve, the conventional model (CM), has of its own. Everything else it shares
 * with the first curve, so that moving a shared parameter moves both.
 */
export const comparisonTable = [
  {
    id: 'cm.delta',
    symbol: { tex: '\\delta_{\\mathrm{CM}}', plain: 'δ_CM' },
    label: 'Slope of the conventional model',
    unit: '',
    kind: 'linear',
    minimum: 0.1,
    maximum: 0.8,
    step: 0.01,
    standard: 0.5,
    group: 'diffusion',
  },
  comparisonNorm('p', 0.046037),
  comparisonNorm('e', 0.0046302),
] as const satisfies readonly ParameterDefinition[];
