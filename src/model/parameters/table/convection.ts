/** The Galactic wind. */
import type { ParameterDefinition } from '../definition';

export const convectionTable = [
  {
    id: 'V0',
    symbol: { tex: 'V_0', plain: 'V₀' },
    label: 'Wind speed at the plane',
    unit: 'km/s',
    kind: 'linear',
    minimum: 0,
    maximum: 50,
    step: 1,
    standard: 0,
    group: 'convection',
  },
  {
    id: 'V1',
    symbol: { tex: 'V_1', plain: 'V₁' },
    label: 'Growth of the wind with height',
    unit: 'km/s/kpc',
    kind: 'linear',
    minimum: 0,
    maximum: 30,
    step: 1,
    standard: 0,
    group: 'convection',
  },
] as const satisfies readonly ParameterDefinition[];
