/**
 * What each parameter is and where it comes from, in words. Apart from the table (parameterTable.ts), because the page needs
 * these sentences only when a help is opened. The types hold the two together: an entry without help does not compile.
 *
 * "Jin16" is Jin, Guo & Hu, arXiv:1504.06903, Chin. Phys. C 40, 015101 (2016).
 */
import { type NearbySource, nearbySources } from '../physics/nearbySources';
import type { ExplorerParameterId } from './parameters';
import { type ParticlePrefix, particleOf } from './particles';

export interface ParameterHelp {
  /** One sentence: what it is. */
  readonly definition: string;
  /** Where the default and the meaning come from. */
  readonly source: string;
}

/** The same sentences for both species, so that the two lists cannot drift apart. */
function injection<Prefix extends ParticlePrefix>(prefix: Prefix) {
  const name = particleOf(prefix).singular;
  const source = 'Jin16 Table 2';
  const notInPaper = 'Not in Jin16';
  const help = {
    rhoBr: { definition: `${name} rigidity at which the injected power law changes its slope.`, source },
    alpha0: { definition: `${name} injection falls as rigidity to the power −α0 below the break.`, source },
    alpha1: { definition: `${name} injection falls as rigidity to the power −α1 above the break.`, source },
    rhoCut: { definition: `${name} injection is cut off as exp(−ρ/ρ_cut).`, source },
    secondBreak: {
      definition: `Gives the ${name.toLowerCase()} injection a second break, as conventional models need for a hardening.`,
      source: 'Not in Jin16; the alternative it argues against',
    },
    rhoBr2: {
      definition: `${name} rigidity of the second injection break; acts only when the second break is on.`,
      source: notInPaper,
    },
    alpha2: {
      definition: `${name} injection falls as rigidity to the power −α2 above the second break.`,
      source: notInPaper,
    },
  };
  return prefixed(prefix, help);
}

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

function prefixed<Prefix extends string, Name extends string>(
  prefix: Prefix,
  help: Readonly<Record<Name, ParameterHelp>>,
) {
  // The cast states what the line does: each name behind the prefix.
  return Object.fromEntries(
    Object.entries<ParameterHelp>(help).map(([name, one]) => [`${prefix}.${name}`, one]),
  ) as Record<`${Prefix}.${Name}`, ParameterHelp>;
}

function process(definition: string): ParameterHelp {
  return { definition, source: 'Jin16 Eq. 1; switch it off to see what it does' };
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

function nearbyHelp(source: NearbySource): ParameterHelp {
  const { name, kind, distanceKpc, ageKyr } = source;
  return {
    definition: `Adds the ${kinds[kind]} ${name}, ${distanceKpc} kpc away and ${ageKyr} kyr old, as one burst.`,
    source: `${confirmation(source)}; its entry in the key says what they rest on`,
  };
}

// The cast states what the line does: one entry for each source.
const nearby = Object.fromEntries(
  nearbySources.map((source) => [`near.${source.id}`, nearbyHelp(source)]),
) as Record<`near.${(typeof nearbySources)[number]['id']}`, ParameterHelp>;

export const parameterHelp: Readonly<Record<ExplorerParameterId, ParameterHelp>> = {
  profile: {
    definition: 'How the diffusion slope changes from the disc to the outer halo.',
    source: 'Jin16 Eqs. 3 and 5',
  },
  D0: {
    definition: 'Diffusion coefficient at the reference rigidity, the same in both halos.',
    source: 'Jin16 Table 1',
  },
  delta0: {
    definition:
      'Power of rigidity with which diffusion grows in the mid-plane (everywhere, if there is one halo).',
    source: 'Jin16 Table 1',
  },
  Delta: {
    definition: 'Diffusion grows as rigidity to the power δ₀ + Δ in the outer halo.',
    source: 'Jin16 Table 1',
  },
  xi: { definition: 'The inner halo reaches up to ξL above and below the plane.', source: 'Jin16 Section 2' },
  n: {
    definition: 'Inside ξL the slope rises as (|z|/ξL)ⁿ from δ₀ to δ₀ + Δ; acts on the smooth profile.',
    source: 'Jin16 Eq. 5',
  },
  L: { definition: 'Height above the plane where cosmic rays escape freely.', source: 'Jin16 Section 2' },
  R: {
    definition: 'Galactocentric radius where cosmic rays escape freely.',
    source: 'Not stated in Jin16; 20 kpc is our choice',
  },
  rho0: {
    definition: 'Rigidity at which the diffusion coefficient is D₀ at every height.',
    source: "Not printed in Jin16; only 4 GV (DRAGON's default) gives its three diffusion lengths",
  },
  eta: {
    definition: 'Diffusion is proportional to β to this power; it matters below about 1 GV only.',
    source: 'Jin16 writes D = β D₀ (ρ/ρ₀)^δ',
  },
  vA: {
    definition: 'Speed of the magnetic waves that scatter cosmic rays and reaccelerate them.',
    source: 'Jin16 Table 1',
  },
  dppDelta: {
    definition: 'Which slope stands in the momentum diffusion coefficient of Eq. 2.',
    source: 'Not stated in Jin16',
  },
  V0: {
    definition: 'Speed of the Galactic wind just above and below the plane, from which it blows away.',
    source: 'V_c of Jin16 Eq. 1, zero in its Table 1; the linear law of GALPROP and DRAGON',
  },
  V1: {
    definition: 'How much faster the Galactic wind blows for each kiloparsec of height.',
    source: 'V_c of Jin16 Eq. 1, zero in its Table 1; the linear law of GALPROP and DRAGON',
  },
  ...injection('p'),
  ...injection('e'),
  'phi.p': {
    definition: 'Force-field potential with which the solar wind slows protons on their way to Earth.',
    source: 'Jin16 Section 2',
  },
  'phi.e': {
    definition: 'Force-field potential with which the solar wind slows electrons on their way to Earth.',
    source: 'Jin16 gives one value, for protons; used for both',
  },
  'p.norm': {
    definition: 'Interstellar proton flux at 100 GeV kinetic energy, to which the solution is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
  'e.norm': {
    definition: 'Interstellar electron flux at 33 GeV kinetic energy, to which the solution is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
  sources: {
    definition:
      'Where cosmic rays are injected; one at the Sun by definition. Arms act in 3D; the other curves have their mean over azimuth.',
    source: 'Jin16 reference 26, which we read as Ferrière 2001 (DRAGON)',
  },
  gas: {
    definition: 'Atomic, molecular and ionised hydrogen, with 0.11 helium atoms for each hydrogen atom.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  field: {
    definition: 'Strength of the Galactic magnetic field, which sets the synchrotron losses of electrons.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  radiation: {
    definition: 'Starlight, dust emission and microwave background, which electrons scatter to gamma rays.',
    source: "Not stated in Jin16; DRAGON's default",
  },
  armTable: {
    definition: 'Centre lines and relative strengths of the four spiral arms.',
    source: 'Not in Jin16; tables as in DRAGON',
  },
  armLaw: {
    definition: 'The axisymmetric law that the sources in arms follow on average at each radius and height.',
    source: 'As the sources of the axisymmetric model',
  },
  armContrast: {
    definition: 'Share of the sources that stand in the arms; the others are spread evenly in azimuth.',
    source: 'DRAGON puts all sources in the arms; not in Jin16',
  },
  armWidth: {
    definition: 'Standard deviation of the sources about the centre line of an arm, along the radius.',
    source: 'DRAGON; Faucher-Giguère & Kaspi 2006 spread pulsars by 0.07 r',
  },
  armPhase: {
    definition:
      'Turns the arms about the Galactic centre, and so moves the Sun with respect to them; zero as in the table.',
    source: 'Where the Sun stands between the arms is known to a few hundred parsecs at best',
  },
  ...release('p', '1e51 erg for a supernova, a tenth to nuclei; unconfirmed'),
  ...release('e', '1e47 to 1e48 erg above 1 GeV; unconfirmed'),
  ...nearby,
  reacceleration: process('Diffusion in momentum on moving magnetic waves (Eq. 2).'),
  fragmentation: process('Loss of protons in inelastic collisions with gas.'),
  ionisation: process('Energy loss by ionising neutral gas.'),
  coulomb: process('Energy loss in ionised gas.'),
  bremsstrahlung: process('Energy loss of electrons by braking radiation on gas.'),
  synchrotron: process('Energy loss of electrons in the magnetic field.'),
  inverseCompton: process('Energy loss of electrons on starlight, dust light and the CMB.'),
  adiabatic: process(
    'Momentum loss of particles that a widening wind carries apart; acts where there is a wind.',
  ),
  'cm.delta': {
    definition: 'Power of rigidity with which diffusion grows everywhere in the conventional model.',
    source: 'Jin16 Table 1',
  },
  'cm.p.norm': {
    definition: 'Interstellar proton flux at 100 GeV to which the conventional model is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
  'cm.e.norm': {
    definition: 'Interstellar electron flux at 33 GeV to which the conventional model is scaled.',
    source: 'Not stated in Jin16; set by the data window named in the preset',
  },
};
