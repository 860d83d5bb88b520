/**
 * The particles that have curves, one table: which parameters are theirs and what they are called. Everything that knows more
 * of a particle (grids, figures) has a table of its own, keyed by these ids. Physics (mass, charge) is in physics/species.ts.
 * The ids stand in addresses, state files, CSV files and on the command line: they stay.
 */
export const particles = {
  p: {
    /** Begins the ids of its parameters, and names its settings in addresses. */
    prefix: 'p',
    /** What addresses and files call it: stays, whatever the page says. */
    word: 'protons',
    name: 'Protons',
    singular: 'Proton',
    injection: 'protonInjection',
    norm: 'p.norm',
    potential: 'phi.p',
    cutoff: 'p.rhoCut',
    /** Kinetic energy (GeV) at which the interstellar flux is set: DRAGON's choice. */
    normalisationEnergyGeV: 100,
    /** Of the processes and ingredients that not every particle has, those that act on it. */
    processes: ['fragmentation'],
  },
  'e-': {
    prefix: 'e',
    word: 'electrons',
    name: 'Electrons',
    singular: 'Electron',
    injection: 'electronInjection',
    norm: 'e.norm',
    potential: 'phi.e',
    cutoff: 'e.rhoCut',
    normalisationEnergyGeV: 33,
    processes: ['bremsstrahlung', 'synchrotron', 'inverseCompton', 'field', 'radiation'],
  },
} as const;

export type SpeciesKey = keyof typeof particles;
export type Particle = (typeof particles)[SpeciesKey];
export type ParticlePrefix = Particle['prefix'];

/** In the order in which they are shown. */
// The cast: keys of a table that is written above.
export const speciesKeys = Object.keys(particles) as SpeciesKey[];

export function particleOf(prefix: ParticlePrefix): Particle {
  // The cast: every prefix is taken from the table.
  return Object.values(particles).find((one) => one.prefix === prefix) as Particle;
}
