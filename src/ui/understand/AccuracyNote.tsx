/** Says how far off the solves of a view are, where that is more than is accepted of a curve. */
import type { Propagated } from '../../model/propagated';
import { acceptedError } from '../../model/refinement';
import { offText } from '../../text/percent';

export function AccuracyNote({ solved }: { readonly solved: Iterable<Propagated> }) {
  const worst = Math.max(0, ...Array.from(solved, ({ report }) => report.errorEstimate));
  if (worst <= acceptedError) return null;
  return (
    <p className="accuracy-note" role="status">
      Not all of this is exact: some of its solves are {offText(worst)}.
    </p>
  );
}
