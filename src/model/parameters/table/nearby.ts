/**
 * Entries of the parameter table for nearby discrete sources: what each releases, and a switch for every source of
 * `physics/nearbySourceNames`. Distances and ages are those of the catalogue.
 */
import { type NearbySourceId, nearbySourceIds, nearbySourceNames } from '../../../physics/nearbySourceNames';
import { jin16Injection } from '../../jin16';
import { type ParticlePrefix, particleOf } from '../../particles';
import type { NumberParameter, ParameterDefinition, SwitchParameter } from '../definition';

interface ReleaseValues {
  readonly energy: Readonly<Record<'minimum' | 'maximum' | 'standard', number>>;
  readonly cutoff: Readonly<Record<'minimum' | 'maximum', number>>;
}

/** What every source releases in one species. */
function release<Prefix extends ParticlePrefix>(prefix: Prefix, values: ReleaseValues) {
  const name = particleOf(prefix).singular.toLowerCase();
  return [
    {
      id: `near.${prefix}.energy`,
      symbol: { tex: `E_{\\mathrm{inj},${prefix}}`, plain: `E_inj,${prefix}` },
      label: `Energy in ${name}s`,
      unit: 'erg',
      kind: 'log',
      ...values.energy,
      step: 0.05,
      group: 'nearby',
    },
    {
      id: `near.${prefix}.slope`,
      symbol: { tex: `\\alpha_{\\mathrm{near},${prefix}}`, plain: `α_near,${prefix}` },
      label: `Slope of the ${name}s`,
      unit: '',
      kind: 'linear',
      minimum: 1.5,
      maximum: 3.5,
      step: 0.01,
      standard: jin16Injection[prefix].above,
      group: 'nearby',
    },
    {
      id: `near.${prefix}.rhoCut`,
      symbol: { tex: `\\rho_{\\mathrm{near},${prefix}}`, plain: `ρ_near,${prefix}` },
      label: `Cutoff of the ${name}s`,
      unit: 'GV',
      kind: 'log',
      ...values.cutoff,
      standard: jin16Injection[prefix].cutoff,
      step: 0.05,
      group: 'nearby',
    },
  ] as const satisfies readonly NumberParameter[];
}

/** The switch of one source. */
type NearbySwitch<Id extends string> = Omit<SwitchParameter, 'id' | 'standard'> & {
  readonly id: `near.${Id}`;
  readonly standard: 'off';
};
/** A union with one member for each source, so that each id is a literal. */
type AnyNearbySwitch = { readonly [Id in NearbySourceId]: NearbySwitch<Id> }[NearbySourceId];

function sourceSwitch<Id extends NearbySourceId>(id: Id): NearbySwitch<Id> {
  return {
    id: `near.${id}`,
    symbol: { tex: '', plain: '' },
    label: nearbySourceNames[id],
    kind: 'switch',
    standard: 'off',
    group: 'nearby',
  };
}

export const nearbyTable = [
  ...release('p', {
    energy: { minimum: 1e48, maximum: 1e51, standard: 1e50 },
    cutoff: { minimum: 1e4, maximum: 1e8 },
  }),
  ...release('e', {
    energy: { minimum: 1e46, maximum: 1e50, standard: 1e48 },
    cutoff: { minimum: 1e2, maximum: 1e6 },
  }),
  ...nearbySourceIds.map((id): AnyNearbySwitch => sourceSwitch(id)),
] as const satisfies readonly ParameterDefinition[];
