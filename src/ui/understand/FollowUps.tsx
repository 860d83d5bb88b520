/** What papers that followed claim of nuclei, antiprotons and positrons, which are solved for it once it is shown. */
import { useMemo } from 'react';
import { type FollowUpClaim, followUpClaims, followUpObservables } from '../../inference/followUpClaims';
import type { Verdict } from '../../inference/paperClaims';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { modelKeys, modelRecord } from '../../model/models';
import type { SolveKey } from '../../model/propagated';
import { laneOf, laneParameters } from '../../state/lanes';
import { observableSpectrum } from '../../state/selectors/composition';
import { useVariations, type Variation } from '../../state/services/variations';
import { useExplorer } from '../../state/useExplorer';
import { ClaimItem } from './ClaimItem';

const solves = ['nuclei', 'secondaries'] as const;

function useVerdicts(
  tables: readonly MeasuredTable[],
): readonly { readonly claim: FollowUpClaim; readonly verdict: Verdict }[] {
  const parameters = useExplorer((state) => state.parameters);
  const isComposed = useExplorer((state) => state.composed);
  const thm = useExplorer((state) => state.lanes['thm:p'].curve?.propagated);
  const cm = useExplorer((state) => state.lanes['cm:p'].curve?.propagated);
  const wanted = useMemo<readonly Variation<SolveKey>[]>(
    () =>
      modelKeys.flatMap((model) =>
        solves.map((species) => {
          const lane = laneOf(model, species);
          // A claim needs no finer grid than the first.
          return { key: lane, parameters: laneParameters(lane, parameters), species, refinement: 0 };
        }),
      ),
    [parameters],
  );
  const solved = useVariations(wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: observables are put together once that part of the program is there.
  return useMemo(() => {
    const protons = { thm, cm };
    const observables = Object.fromEntries(
      followUpObservables.map((id) => [
        id,
        modelRecord((model) => {
          const of = (solve: SolveKey) => (solve === 'p' ? protons[model] : solved.get(laneOf(model, solve)));
          return observableSpectrum(id, model, of, parameters);
        }),
      ]),
    );
    // The cast: one entry for each observable.
    const context = { observables, tables } as Parameters<FollowUpClaim['evaluate']>[0];
    return followUpClaims.map((claim) => ({ claim, verdict: claim.evaluate(context) }));
  }, [thm, cm, solved, parameters, tables, isComposed]);
}

export function FollowUps({ tables }: { readonly tables: readonly MeasuredTable[] }) {
  const checked = useVerdicts(tables);
  return (
    <section aria-label="Papers that followed">
      <h3>Papers that followed</h3>
      <p>
        What they say of nuclei, antiprotons and positrons, as far as their abstracts go. Their parameters
        were not found: the values held to their claims are the sliders’, so that one that fails here says
        nothing against its paper.
      </p>
      <ul className="paper-claims">
        {checked.map(({ claim, verdict }) => (
          <ClaimItem key={claim.id} claim={claim} verdict={verdict} arxiv={claim.arxiv} />
        ))}
      </ul>
    </section>
  );
}
