/** How solutions become an observable (model/composition): a part of the program of its own, which comes when one is shown. */
import { memoByIdentity } from '../../memo/memoByIdentity';
import type { ModelKey } from '../../model/models';
import { type ObservableId, solvesOf } from '../../model/observables';
import type { ExplorerParameters } from '../../model/parameters/values';
import type { ObservableSpectrum, Propagated, SolveKey, SpeciesKey, Spectrum } from '../../model/propagated';
import { loadPart } from '../../parts/loadPart';
import { mostGhosts } from '../ghosts';
import { laneOf, laneParameters, mostFigures } from '../lanes';
import { laneSpectrum } from './spectra';

let composition: typeof import('../../model/composition') | null = null;

export async function loadComposition(): Promise<void> {
  composition ??= await loadPart(() => import('../../model/composition'));
}

export function isCompositionLoaded(): boolean {
  return composition !== null;
}

/** What is solved of a model; undefined where nothing is. */
export type SolvedOf = (solve: SolveKey) => Propagated | undefined;

interface Made {
  readonly id: ObservableId;
  readonly parameters: ReturnType<typeof laneParameters>;
  readonly solved: SolvedOf;
  readonly spectrumOf: (species: SpeciesKey) => Spectrum | undefined;
}

const composed = memoByIdentity(
  ({ id, parameters, solved, spectrumOf }: Made): ObservableSpectrum | null => {
    const solves = solvesOf(id);
    const own = (solve: SolveKey) => (solves.includes(solve) ? solved(solve) : undefined);
    const [protons, nuclei, secondaries] = [own('p'), own('nuclei'), own('secondaries')];
    const [p, electrons] = [spectrumOf('p'), spectrumOf('e-')];
    return (
      composition?.composedSpectrum(
        id,
        {
          spectra: { ...(p && { p }), ...(electrons && { 'e-': electrons }) },
          ...(protons && { protons }),
          ...(nuclei && { nuclei }),
          ...(secondaries && { secondaries }),
        },
        parameters,
      ) ?? null
    );
  },
  // Both models, and of each as many frozen curves; on the page and in an export.
  2 * mostFigures * 2 * (1 + mostGhosts),
  ({ id, parameters, solved, spectrumOf }) => [
    id,
    composition,
    ...solvesOf(id).map(solved),
    spectrumOf('p'),
    spectrumOf('e-'),
    parameters['p.norm'],
    parameters['phi.p'],
    parameters['phi.e'],
    parameters.extraPositrons,
    parameters['x.norm'],
  ],
);

/** The same object for solutions that are drawn in the same way; null while one is missing. */
export function observableSpectrum(
  id: ObservableId,
  model: ModelKey,
  solved: SolvedOf,
  explorer: ExplorerParameters,
): ObservableSpectrum | null {
  const solves = solvesOf(id);
  const spectrumOf = (species: SpeciesKey) => {
    const propagated = solves.includes(species) ? solved(species) : undefined;
    return propagated && laneSpectrum(laneOf(model, species), propagated, explorer);
  };
  if (id === 'p' || id === 'e-') return spectrumOf(id) ?? null;
  return composed({ id, parameters: laneParameters(laneOf(model, 'p'), explorer), solved, spectrumOf });
}
