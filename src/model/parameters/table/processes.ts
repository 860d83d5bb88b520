/** What can be switched off to see what it does. */
import type { ParameterDefinition } from '../definition';

function process<Id extends string>(id: Id, label: string) {
  return {
    id,
    symbol: { tex: '', plain: '' },
    label,
    kind: 'switch',
    standard: 'on',
    group: 'processes',
  } as const;
}

export const processTable = [
  process('reacceleration', 'Reacceleration'),
  process('fragmentation', 'Inelastic collisions'),
  process('ionisation', 'Ionisation'),
  process('coulomb', 'Coulomb losses'),
  process('bremsstrahlung', 'Bremsstrahlung'),
  process('synchrotron', 'Synchrotron'),
  process('inverseCompton', 'Inverse Compton'),
  process('adiabatic', 'Adiabatic losses'),
] as const satisfies readonly ParameterDefinition[];
