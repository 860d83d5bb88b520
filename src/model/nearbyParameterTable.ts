/**
 * Entries of the parameter table for nearby discrete sources: what each releases, and a switch for every source of
 * `physics/nearbySources`. Distances and ages are those of the catalogue.
 */
import { type NearbySource, type NearbySourceId, nearbySources } from '../physics/nearbySources';
import { jin16Injection } from './jin16';
import type { NumberParameter, ParameterDefinition, SwitchParameter } from './parameterTable';

interface ReleaseValues {
  readonly energy: Readonly<Record<'minimum' | 'maximum' | 'standard', number>>;
  readonly cutoff: Readonly<Record<'minimum' | 'maximum', number>>;
  readonly energySource: string;
}

/** What every source releases in one species. */
function release<Prefix extends 'p' | 'e'>(prefix: Prefix, values: ReleaseValues) {
  const name = prefix === 'p' ? 'proton' : 'electron';
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
      definition: `Kinetic energy that each nearby source releases in ${name}s above 1 GeV.`,
      source: values.energySource,
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
      definition: `Nearby sources release ${name}s as rigidity to the power −α per unit momentum.`,
      source: 'As the injection above the break, Jin16 Table 2',
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
      definition: `What nearby sources release in ${name}s is cut off as exp(−ρ/ρ_near).`,
      source: 'As the injection, Jin16 Table 2',
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

const kinds: Record<NearbySource['kind'], string> = {
  SNR: 'supernova remnant',
  PSR: 'pulsar',
  'SNR+PSR': 'supernova remnant with pulsar',
};

/** How well its values are sourced. */
function confirmation({ unconfirmed }: NearbySource): string {
  if (unconfirmed.length === 0) return 'Distance and age sourced';
  return unconfirmed.length === 2
    ? 'Distance and age unconfirmed'
    : unconfirmed[0] === 'age'
      ? 'Distance sourced, age unconfirmed'
      : 'Age sourced, distance unconfirmed';
}

function sourceSwitch<Id extends string>(source: NearbySource & { readonly id: Id }): NearbySwitch<Id> {
  const { id, name, kind, distanceKpc, ageKyr } = source;
  return {
    id: `near.${id}`,
    symbol: { tex: '', plain: '' },
    label: name,
    kind: 'switch',
    standard: 'off',
    group: 'nearby',
    definition: `Adds the ${kinds[kind]} ${name}, ${distanceKpc} kpc away and ${ageKyr} kyr old, as one burst.`,
    source: `${confirmation(source)}; its entry in the key says what they rest on`,
  };
}

export const nearbyParameterTable = [
  ...release('p', {
    energy: { minimum: 1e48, maximum: 1e51, standard: 1e50 },
    cutoff: { minimum: 1e4, maximum: 1e8 },
    energySource: '1e51 erg for a supernova, a tenth to nuclei; unconfirmed',
  }),
  ...release('e', {
    energy: { minimum: 1e46, maximum: 1e50, standard: 1e48 },
    cutoff: { minimum: 1e2, maximum: 1e6 },
    energySource: '1e47 to 1e48 erg above 1 GeV; unconfirmed',
  }),
  ...nearbySources.map((source): AnyNearbySwitch => sourceSwitch(source)),
] as const satisfies readonly ParameterDefinition[];
