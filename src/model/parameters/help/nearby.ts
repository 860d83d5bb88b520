import { type NearbySource, nearbySources } from '../../../physics/nearbySources';
import { type ParticlePrefix, particleOf } from '../../particles';
import type { nearbyTable } from '../table/nearby';
import { type HelpOf, type ParameterHelp, prefixed } from './helpOf';

/** What every nearby source releases in one species. */
function release<Prefix extends ParticlePrefix>(prefix: Prefix, energySource: string) {
  const name = particleOf(prefix).singular.toLowerCase();
  return prefixed(`near.${prefix}`, {
    energy: {
      definition: `Kinetic energy that each nearby source releases in ${name}s above 1 GeV.`,
      source: energySource,
    },
    slope: {
      definition: `Nearby sources release ${name}s as rigidity to the power −α per unit momentum.`,
      source: 'As the injection above the break, Jin16 Table 2',
    },
    rhoCut: {
      definition: `What nearby sources release in ${name}s is cut off as exp(−ρ/ρ_near).`,
      source: 'As the injection, Jin16 Table 2',
    },
  });
}

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

function sourceHelp(source: NearbySource): ParameterHelp {
  const { name, kind, distanceKpc, ageKyr } = source;
  return {
    definition: `Adds the ${kinds[kind]} ${name}, ${distanceKpc} kpc away and ${ageKyr} kyr old, as one burst.`,
    source: `${confirmation(source)}; its entry in the key says what they rest on`,
  };
}

// The cast states what the line does: one entry for each source.
const switches = Object.fromEntries(
  nearbySources.map((source) => [`near.${source.id}`, sourceHelp(source)]),
) as Record<`near.${(typeof nearbySources)[number]['id']}`, ParameterHelp>;

export const nearbyHelp: HelpOf<typeof nearbyTable> = {
  ...release('p', '1e51 erg for a supernova, a tenth to nuclei; unconfirmed'),
  ...release('e', '1e47 to 1e48 erg above 1 GeV; unconfirmed'),
  ...switches,
};
