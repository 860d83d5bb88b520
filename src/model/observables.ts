/**
 * What can be shown, one table: fluxes of particles, of elements with all their isotopes, and ratios of them. Adding one is one row.
 * How each is drawn is plot's (plot/observableFigures.ts), keyed by these ids; they are those of the published quantities too.
 * Ids stand in CSV files, words in addresses and state files: they stay.
 */
import type { NuclideId } from '../physics/species';
import type { SolveKey, SpeciesKey } from './particles';

/** Particles whose flux is solved: those that are injected alone, nuclei, and what is born on the way. */
export type ParticleId = SpeciesKey | NuclideId | 'pbar' | 'e+' | 'secondary e-';

/** The solve in which a particle is. */
export function solveOfParticle(particle: ParticleId): SolveKey {
  if (particle === 'p' || particle === 'e-') return particle;
  return particle === 'pbar' || particle === 'e+' || particle === 'secondary e-' ? 'secondaries' : 'nuclei';
}

export const observableGroups = {
  primaries: 'Primaries',
  secondaries: 'Secondaries',
  antimatter: 'Antimatter and electrons',
} as const;
export type ObservableGroup = keyof typeof observableGroups;

interface ObservableDefinition {
  readonly group: ObservableGroup;
  /** What addresses and files call it. */
  readonly word: string;
  readonly name: string;
  /** Without a space: on an axis, in a legend. */
  readonly symbol: string;
  /** The particles whose fluxes are added; the main one first. */
  readonly above: readonly ParticleId[];
  /** Of a ratio those that are divided by; of a flux none. */
  readonly below: readonly ParticleId[];
}

function element(group: ObservableGroup, symbol: string, name: string, above: readonly NuclideId[]) {
  return { group, word: symbol.toLowerCase(), name, symbol, above, below: [] } as const;
}

const carbon = ['C12', 'C13'] as const;
const lithium = ['Li7', 'Li6'] as const;
const beryllium = ['Be9', 'Be7', 'Be10'] as const;
const boron = ['B11', 'B10'] as const;

export const observables = {
  p: { group: 'primaries', word: 'protons', name: 'Protons', symbol: 'p', above: ['p'], below: [] },
  'e-': { group: 'antimatter', word: 'electrons', name: 'Electrons', symbol: 'e⁻', above: ['e-'], below: [] },
  He: element('primaries', 'He', 'Helium', ['He4', 'He3']),
  C: element('primaries', 'C', 'Carbon', carbon),
  N: element('primaries', 'N', 'Nitrogen', ['N14', 'N15']),
  O: element('primaries', 'O', 'Oxygen', ['O16']),
  Ne: element('primaries', 'Ne', 'Neon', ['Ne20']),
  Mg: element('primaries', 'Mg', 'Magnesium', ['Mg24']),
  Si: element('primaries', 'Si', 'Silicon', ['Si28']),
  Li: element('secondaries', 'Li', 'Lithium', lithium),
  Be: element('secondaries', 'Be', 'Beryllium', beryllium),
  B: element('secondaries', 'B', 'Boron', boron),
  'Li/C': {
    group: 'secondaries',
    word: 'li-c',
    name: 'Lithium over carbon',
    symbol: 'Li/C',
    above: lithium,
    below: carbon,
  },
  'Be/C': {
    group: 'secondaries',
    word: 'be-c',
    name: 'Beryllium over carbon',
    symbol: 'Be/C',
    above: beryllium,
    below: carbon,
  },
  'B/C': {
    group: 'secondaries',
    word: 'b-c',
    name: 'Boron over carbon',
    symbol: 'B/C',
    above: boron,
    below: carbon,
  },
  'Be10/Be9': {
    group: 'secondaries',
    word: 'be10-be9',
    name: 'Beryllium-10 over beryllium-9',
    symbol: '¹⁰Be/⁹Be',
    above: ['Be10'],
    below: ['Be9'],
  },
  pbar: {
    group: 'antimatter',
    word: 'pbar',
    name: 'Antiprotons',
    symbol: 'p̄',
    above: ['pbar'],
    below: [],
  },
  'pbar/p': {
    group: 'antimatter',
    word: 'pbar-p',
    name: 'Antiprotons over protons',
    symbol: 'p̄/p',
    above: ['pbar'],
    below: ['p'],
  },
  'e+': { group: 'antimatter', word: 'positrons', name: 'Positrons', symbol: 'e⁺', above: ['e+'], below: [] },
  'e+ fraction': {
    group: 'antimatter',
    word: 'positron-fraction',
    name: 'Positron fraction',
    symbol: 'e⁺/(e⁻ + e⁺)',
    above: ['e+'],
    below: ['e-', 'secondary e-', 'e+'],
  },
  'e- + e+': {
    group: 'antimatter',
    word: 'all-electrons',
    name: 'Electrons and positrons',
    symbol: 'e⁻ + e⁺',
    above: ['e-', 'secondary e-', 'e+'],
    below: [],
  },
} as const satisfies Readonly<Record<string, ObservableDefinition>>;

export type ObservableId = keyof typeof observables;

/** In the order in which they are offered. */
// The cast: keys of a table that is written above.
export const observableIds = Object.keys(observables) as ObservableId[];

export function observableRecord<T>(make: (id: ObservableId) => T): Record<ObservableId, T> {
  // The cast: one entry for each observable.
  return Object.fromEntries(observableIds.map((id) => [id, make(id)])) as Record<ObservableId, T>;
}

export function isRatio(id: ObservableId): boolean {
  return observables[id].below.length > 0;
}

/** Nuclei heavier than protons have their energy per nucleon. */
export function isPerNucleon(id: ObservableId): boolean {
  return observables[id].above.some((particle) => solveOfParticle(particle) === 'nuclei');
}

/**
 * What must be solved for an observable. The scale of nuclei and secondaries is that of the protons; a ratio of particles of one
 * solve has none.
 */
export function solvesOf(id: ObservableId): readonly SolveKey[] {
  const { above, below }: ObservableDefinition = observables[id];
  const own = new Set([...above, ...below].map(solveOfParticle));
  const isScaled = below.length === 0 || own.size > 1;
  if (isScaled && (own.has('nuclei') || own.has('secondaries'))) own.add('p');
  return [...own];
}

/**
 * The particle whose explanations (slopes, sensitivities, processes, maps) go on where an observable has none of its own: what it is
 * made of loses energy as that does.
 */
export function nearestSpecies(id: ObservableId): SpeciesKey {
  const { above }: ObservableDefinition = observables[id];
  return above.every((particle) => particle === 'e-' || particle === 'e+' || particle === 'secondary e-')
    ? 'e-'
    : 'p';
}
