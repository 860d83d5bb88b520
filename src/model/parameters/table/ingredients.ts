/** Sources, gas, field and radiation of the Galaxy. */
import {
  gasModelNames,
  magneticFieldNames,
  radiationFieldNames,
  sourceModelNames,
} from '../../../physics/galaxyModels';
import type { ParameterDefinition } from '../definition';
import { choices } from './choices';

export const ingredientsTable = [
  {
    id: 'sources',
    symbol: { tex: 'f_S(r,z)', plain: 'f_S(r,z)' },
    label: 'Supernova distribution',
    kind: 'choice',
    options: [...choices(sourceModelNames), { value: 'arms', label: 'In spiral arms (3D)' }],
    standard: 'ferriere',
    group: 'ingredients',
  },
  {
    id: 'gas',
    symbol: { tex: 'n_{\\mathrm{gas}}(r,z)', plain: 'n_gas(r,z)' },
    label: 'Interstellar gas',
    kind: 'choice',
    options: choices(gasModelNames),
    standard: 'galprop',
    group: 'ingredients',
  },
  {
    id: 'field',
    symbol: { tex: 'B(r,z)', plain: 'B(r,z)' },
    label: 'Magnetic field',
    kind: 'choice',
    options: choices(magneticFieldNames),
    standard: 'pshirkov',
    group: 'ingredients',
  },
  {
    id: 'radiation',
    symbol: { tex: 'u_{\\mathrm{rad}}(r,z)', plain: 'u_rad(r,z)' },
    label: 'Radiation field',
    kind: 'choice',
    options: choices(radiationFieldNames),
    standard: 'galprop',
    group: 'ingredients',
  },
] as const satisfies readonly ParameterDefinition[];
