/**
 * The particles that have curves, one table: which parameters are theirs, what they are called, and on which energies and cells
 * they are solved. Figures have a table of their own, keyed by these ids. Physics (mass, charge) is in physics/species.ts.
 * The ids stand in addresses, state files, CSV files and on the command line: they stay.
 */

/** Widths of momentum cells, in ln p. */
export interface MomentumWidths {
  /** Where the spectrum is a power law, at low and at high energy. */
  readonly below: number;
  readonly above: number;
  /** Kinetic energy (GeV) around which one turns into the other. */
  readonly turnGeV: number;
}

export interface ParticleGrid {
  /**
   * Lowest kinetic energy that is solved where reacceleration acts: particles that losses have brought below the energy
   * at which injection begins come up again. Without it none do, and nothing below that energy is solved.
   */
  readonly lowestGeV: number;
  /** Well above the last energy shown, unless injection is cut off before. */
  readonly highestGeV: number;
  /** The cells of the sketch, which knows nothing of the spectrum yet. */
  readonly sketch: MomentumWidths;
  /** The widest cells of the full solve. */
  readonly widest: MomentumWidths;
  /** Width of a cell times the root of the bending. */
  readonly bending: number;
  /** How much wider cells are in three dimensions. */
  readonly boxWidth: number;
  /** Beyond any cutoff that can be set for nearby sources: what is released above is e^-40 of the power law. */
  readonly releasedToGeV: number;
}

interface ParticleDefinition {
  /** Begins the ids of its parameters, and names its settings in addresses. */
  readonly prefix: string;
  /** What addresses and files call it: stays, whatever the page says. */
  readonly word: string;
  readonly name: string;
  readonly singular: string;
  /** The published quantity that its flux is. */
  readonly quantity: string;
  readonly injection: string;
  readonly norm: string;
  readonly potential: string;
  readonly cutoff: string;
  /** Kinetic energy (GeV) at which the interstellar flux is set: DRAGON's choice. */
  readonly normalisationEnergyGeV: number;
  /** Of the processes and ingredients that not every particle has, those that act on it. */
  readonly processes: readonly string[];
  /** Kinetic energies at which the answer is given. */
  readonly givenGeV: readonly [number, number];
  readonly grid: ParticleGrid;
}

export const particles = {
  p: {
    prefix: 'p',
    word: 'protons',
    name: 'Protons',
    singular: 'Proton',
    quantity: 'p',
    injection: 'protonInjection',
    norm: 'p.norm',
    potential: 'phi.p',
    cutoff: 'p.rhoCut',
    normalisationEnergyGeV: 100,
    processes: ['fragmentation'],
    givenGeV: [1e-2, 1e7],
    grid: {
      lowestGeV: 3e-5,
      highestGeV: 1e8,
      sketch: { below: 0.2, above: 0.5, turnGeV: 300 },
      widest: { below: 0.5, above: 0.7, turnGeV: 300 },
      bending: 0.19,
      boxWidth: 1,
      releasedToGeV: 4e9,
    },
  },
  'e-': {
    prefix: 'e',
    word: 'electrons',
    name: 'Electrons',
    singular: 'Electron',
    quantity: 'e-',
    injection: 'electronInjection',
    norm: 'e.norm',
    potential: 'phi.e',
    cutoff: 'e.rhoCut',
    normalisationEnergyGeV: 33,
    processes: ['bremsstrahlung', 'synchrotron', 'inverseCompton', 'field', 'radiation'],
    givenGeV: [1e-2, 1e5],
    grid: {
      lowestGeV: 1e-4,
      highestGeV: 3e6,
      sketch: { below: 0.15, above: 0.3, turnGeV: 30 },
      widest: { below: 0.5, above: 0.5, turnGeV: 100 },
      bending: 0.15,
      boxWidth: 1.3,
      releasedToGeV: 4e7,
    },
  },
} as const satisfies Readonly<Record<string, ParticleDefinition>>;

export type SpeciesKey = keyof typeof particles;
export type Particle = (typeof particles)[SpeciesKey];
export type ParticlePrefix = Particle['prefix'];

/** In the order in which they are shown. */
// The cast: keys of a table that is written above.
export const speciesKeys = Object.keys(particles) as SpeciesKey[];

export function speciesRecord<T>(make: (species: SpeciesKey) => T): Record<SpeciesKey, T> {
  // The cast: one entry for each particle.
  return Object.fromEntries(speciesKeys.map((species) => [species, make(species)])) as Record<SpeciesKey, T>;
}

/**
 * What is solved together, and the particles (above) whose injection and whose processes such a solve reads: nuclei, from helium to
 * silicon, are injected beside protons; secondaries (antiprotons, positrons and electrons) are born of protons and nuclei, and lose
 * energy as protons and as electrons do.
 */
const solves = {
  p: { injected: 'p', processesOf: ['p'], givenGeV: particles.p.givenGeV },
  'e-': { injected: 'e-', processesOf: ['e-'], givenGeV: particles['e-'].givenGeV },
  nuclei: { injected: 'p', processesOf: ['p'], givenGeV: [1e-2, 1e6] },
  secondaries: { injected: 'p', processesOf: ['p', 'e-'], givenGeV: [1e-2, 1e5] },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly injected: SpeciesKey;
      readonly processesOf: readonly SpeciesKey[];
      readonly givenGeV: readonly [number, number];
    }
  >
>;

export type SolveKey = keyof typeof solves;

// The cast: keys of a table that is written above.
export const solveKeys = Object.keys(solves) as SolveKey[];

export function isSpecies(solve: SolveKey): solve is SpeciesKey {
  return solve in particles;
}

/** Kinetic energies (GeV, of nuclei per nucleon) at which a solve gives its answer. */
export function givenIn(solve: SolveKey): readonly [number, number] {
  return solves[solve].givenGeV;
}

/** The particle whose injection a solve reads. */
export function injectedIn(solve: SolveKey): SpeciesKey {
  return solves[solve].injected;
}

/** Of the processes that not every particle has, those that a solve reads. */
export function processesIn(solve: SolveKey): readonly string[] {
  return solves[solve].processesOf.flatMap((species): readonly string[] => particles[species].processes);
}

export function particleOf(prefix: ParticlePrefix): Particle {
  // The cast: every prefix is taken from the table.
  return Object.values(particles).find((one) => one.prefix === prefix) as Particle;
}
