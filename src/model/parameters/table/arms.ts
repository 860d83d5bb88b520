/** Spiral arms, which act in three dimensions. */
import { armTableNames, defaultArmWidthKpc, sourceModelNames } from '../../../physics/galaxyModels';
import type { ParameterDefinition } from '../definition';
import { choices } from './choices';

export const armsTable = [
  {
    id: 'armTable',
    symbol: { tex: '', plain: '' },
    label: 'Arms',
    kind: 'choice',
    options: choices(armTableNames),
    standard: 'faucherKaspi06',
    group: 'arms',
  },
  {
    id: 'armLaw',
    symbol: { tex: '\\langle f_S\\rangle', plain: '⟨f_S⟩' },
    label: 'Mean over azimuth',
    kind: 'choice',
    options: choices(sourceModelNames),
    standard: 'ferriere',
    group: 'arms',
  },
  {
    id: 'armContrast',
    symbol: { tex: 'c', plain: 'c' },
    label: 'Contrast of the arms',
    unit: '',
    kind: 'linear',
    minimum: 0,
    maximum: 1,
    step: 0.05,
    standard: 1,
    group: 'arms',
  },
  {
    id: 'armWidth',
    symbol: { tex: 'w', plain: 'w' },
    label: 'Width of the arms',
    unit: 'kpc',
    kind: 'linear',
    minimum: 0.1,
    maximum: 2,
    step: 0.05,
    standard: defaultArmWidthKpc,
    group: 'arms',
  },
  {
    id: 'armPhase',
    symbol: { tex: '\\varphi', plain: 'φ' },
    label: 'Turn of the arms',
    unit: '°',
    kind: 'linear',
    minimum: -180,
    maximum: 180,
    step: 5,
    standard: 0,
    group: 'arms',
  },
] as const satisfies readonly ParameterDefinition[];
