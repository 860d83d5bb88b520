/** Waves that move. */
import type { ParameterDefinition } from '../definition';

export const reaccelerationTable = [
  {
    id: 'vA',
    symbol: { tex: 'v_A', plain: 'v_A' },
    label: 'Alfvén speed',
    unit: 'km/s',
    kind: 'linear',
    minimum: 0,
    maximum: 50,
    step: 1,
    standard: 25,
    group: 'reacceleration',
  },
  {
    id: 'dppDelta',
    symbol: { tex: '\\delta\\ \\mathrm{in}\\ D_{pp}', plain: 'δ in Dpp' },
    label: 'Slope used for reacceleration',
    kind: 'choice',
    options: [
      { value: 'local', label: 'Local δ(z)' },
      { value: 'inner', label: 'δ₀ everywhere' },
      { value: 'outer', label: 'δ₀ + Δ everywhere' },
    ],
    standard: 'local',
    group: 'reacceleration',
  },
] as const satisfies readonly ParameterDefinition[];
