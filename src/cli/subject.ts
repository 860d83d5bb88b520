/**
 * What a command may ask for: a particle, an element with all its isotopes, or an observable, which may be any ratio of nuclei; and
 * the words for them. Pure.
 */
import {
  isPerNucleon,
  isRatio,
  type ObservableId,
  observableIds,
  observables,
  type ParticleId,
  solveOfParticle,
  solvesOf,
} from '../model/observables';
import type { SolveKey } from '../model/particles';
import { type NuclideId, nuclideIds, nuclideTable } from '../physics/nuclides';
import { type Species, speciesTable } from '../physics/species';

/** A row of the table of observables, a single isotope, or a ratio that the table does not have. */
export type Subject =
  | { readonly kind: 'observable'; readonly word: string; readonly id: ObservableId }
  | { readonly kind: 'isotope'; readonly word: string; readonly id: NuclideId }
  | { readonly kind: 'ratio'; readonly word: string; readonly above: Subject; readonly below: Subject };

/** Observables whose id is no single word. */
const wordOf: Readonly<Partial<Record<ObservableId, string>>> = {
  'e+ fraction': 'e+/(e-+e+)',
  'e- + e+': 'e-+e+',
};

const tableSubjects = observableIds.map(
  (id): Subject => ({ kind: 'observable', word: wordOf[id] ?? id, id }),
);
const isotopes = nuclideIds.map((id): Subject => ({ kind: 'isotope', word: id, id }));
const isSingle = (subject: Subject) => !isRatioSubject(subject) && particlesIn(subject).every(isAlone);
/** Positrons stand for themselves; electrons and positrons together are a sum of several. */
const isAlone = (particle: ParticleId) => particle !== 'secondary e-';

/** With `--species`: particles, elements and isotopes. */
export const speciesSubjects: readonly Subject[] = [...tableSubjects.filter(isSingle), ...isotopes];
/** With `--observable`: the table, and isotopes. */
const observableSubjects: readonly Subject[] = [...tableSubjects, ...isotopes];
/** What ratios may be of: protons and nuclei, of which no two are the same but for their masses. */
const ratioTerms = speciesSubjects.filter((subject) =>
  particlesIn(subject).every((particle) => particle === 'p' || solveOfParticle(particle) === 'nuclei'),
);

export const speciesSubjectWords: readonly string[] = speciesSubjects.map(({ word }) => word);
export const observableWords: readonly string[] = observableSubjects.map(({ word }) => word);
export const ratioTermWords: readonly string[] = ratioTerms.map(({ word }) => word);

export function speciesSubject(word: string): Subject | undefined {
  return speciesSubjects.find((subject) => subject.word === word);
}

export function observableSubject(word: string): Subject | undefined {
  const known = observableSubjects.find((subject) => subject.word === word);
  if (known !== undefined) return known;
  const [above, below, ...more] = word
    .split('/')
    .map((name) => ratioTerms.find((term) => term.word === name));
  if (above === undefined || below === undefined || more.length > 0) return undefined;
  return { kind: 'ratio', word, above, below };
}

/** Whose rigidity and mass stand for what is added: the main isotope's. */
export function mainParticle(subject: Subject): ParticleId {
  if (subject.kind === 'isotope') return subject.id;
  return subject.kind === 'ratio' ? mainParticle(subject.above) : observables[subject.id].above[0];
}

export function particlesIn(subject: Subject): readonly ParticleId[] {
  if (subject.kind === 'isotope') return [subject.id];
  if (subject.kind === 'ratio') return [...particlesIn(subject.above), ...particlesIn(subject.below)];
  return [...observables[subject.id].above, ...observables[subject.id].below];
}

export function isRatioSubject(subject: Subject): boolean {
  return subject.kind === 'ratio' || (subject.kind === 'observable' && isRatio(subject.id));
}

/** What must be solved, the leading one first: beside nuclei and secondaries the protons, which set their scale. */
export function solvesIn(subject: Subject): readonly SolveKey[] {
  if (subject.kind === 'observable') return solvesOf(subject.id);
  if (subject.kind === 'isotope') return ['nuclei', 'p'];
  return [...new Set([...solvesIn(subject.above), ...solvesIn(subject.below)])];
}

/** As AMS publishes: nuclei, protons and antiprotons on rigidity, electrons and positrons on energy; isotopes on energy, as ACE does. */
export function isPublishedOnRigidity(subject: Subject): boolean {
  const hasIsotope = (one: Subject): boolean =>
    one.kind === 'ratio'
      ? hasIsotope(one.above) || hasIsotope(one.below)
      : one.kind === 'isotope' || one.id === 'Be10/Be9';
  return !hasIsotope(subject) && speciesOf(mainParticle(subject)).kind === 'nucleus';
}

/** Whether its energy is that of each nucleon; of single nucleons and leptons it is their own. */
export function hasNucleons(subject: Subject): boolean {
  if (subject.kind === 'isotope') return true;
  if (subject.kind === 'ratio') return hasNucleons(subject.above) || hasNucleons(subject.below);
  return isPerNucleon(subject.id);
}

/** Whether several isotopes are added in it. */
export function isSumOfIsotopes(subject: Subject): boolean {
  if (subject.kind === 'isotope') return false;
  if (subject.kind === 'ratio') return isSumOfIsotopes(subject.above) || isSumOfIsotopes(subject.below);
  const sides = [observables[subject.id].above, observables[subject.id].below];
  return sides.some((side: readonly ParticleId[]) => side.filter(isNuclide).length > 1);
}

export function isNuclide(particle: ParticleId): particle is NuclideId {
  return particle in nuclideTable;
}

export function speciesOf(particle: ParticleId): Species {
  if (isNuclide(particle)) return nuclideTable[particle];
  return speciesTable[particle === 'secondary e-' ? 'e-' : particle];
}
