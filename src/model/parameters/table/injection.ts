/** What the sources inject. */
import { jin16Injection } from '../../jin16';
import { type ParticlePrefix, particleOf } from '../../particles';
import type { ParameterDefinition } from '../definition';

interface InjectionValues {
  /** Of the second break: its rigidity (GV), and the slope above. */
  readonly own: Readonly<Record<'second' | 'third', number>>;
  /** Rigidities (GV). */
  readonly cutoff: Readonly<Record<'minimum' | 'maximum', number>>;
}

/** The same entry for every particle, so that the lists cannot drift apart. */
function injection<Prefix extends ParticlePrefix>(prefix: Prefix, { own, cutoff }: InjectionValues) {
  const values = { ...jin16Injection[prefix], ...own };
  const group = particleOf(prefix).injection;
  return [
    {
      id: `${prefix}.rhoBr`,
      symbol: { tex: `\\rho_{\\mathrm{br},${prefix}}`, plain: `ρ_br,${prefix}` },
      label: 'Injection break',
      unit: 'GV',
      kind: 'log',
      minimum: 1,
      maximum: 100,
      step: 0.02,
      standard: values.break,
      group,
    },
    {
      id: `${prefix}.alpha0`,
      symbol: { tex: `\\alpha_{0,${prefix}}`, plain: `α0,${prefix}` },
      label: 'Slope below the break',
      unit: '',
      kind: 'linear',
      minimum: 0.5,
      maximum: 3.5,
      step: 0.01,
      standard: values.below,
      group,
    },
    {
      id: `${prefix}.alpha1`,
      symbol: { tex: `\\alpha_{1,${prefix}}`, plain: `α1,${prefix}` },
      label: 'Slope above the break',
      unit: '',
      kind: 'linear',
      minimum: 1.5,
      maximum: 3.5,
      step: 0.01,
      standard: values.above,
      group,
    },
    {
      id: `${prefix}.rhoCut`,
      symbol: { tex: `\\rho_{\\mathrm{cut},${prefix}}`, plain: `ρ_cut,${prefix}` },
      label: 'Cutoff',
      unit: 'GV',
      kind: 'log',
      ...cutoff,
      step: 0.02,
      standard: values.cutoff,
      group,
    },
    {
      id: `${prefix}.secondBreak`,
      symbol: { tex: '', plain: '' },
      label: 'Second break',
      kind: 'switch',
      standard: 'off',
      group,
    },
    {
      id: `${prefix}.rhoBr2`,
      symbol: { tex: `\\rho_{\\mathrm{br2},${prefix}}`, plain: `ρ_br2,${prefix}` },
      label: 'Second break at',
      unit: 'GV',
      kind: 'log',
      minimum: 20,
      maximum: 1e4,
      step: 0.02,
      standard: values.second,
      group,
    },
    {
      id: `${prefix}.alpha2`,
      symbol: { tex: `\\alpha_{2,${prefix}}`, plain: `α2,${prefix}` },
      label: 'Slope above the second break',
      unit: '',
      kind: 'linear',
      minimum: 1.5,
      maximum: 3.5,
      step: 0.01,
      standard: values.third,
      group,
    },
  ] as const satisfies readonly ParameterDefinition[];
}

export const injectionTable = [
  ...injection('p', { own: { second: 330, third: 2.2 }, cutoff: { minimum: 1e5, maximum: 1e8 } }),
  ...injection('e', { own: { second: 100, third: 2.5 }, cutoff: { minimum: 1e3, maximum: 1e6 } }),
] as const satisfies readonly ParameterDefinition[];
