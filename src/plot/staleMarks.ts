/** Dims curves of earlier values: classes on everything that draws them, touched only when something changes. */
import type { CurveId } from './curves';

export function createStaleMarks(
  elements: readonly Element[],
): (curves: readonly (readonly [CurveId, boolean])[]) => void {
  const marked = new Map<CurveId, boolean>();
  return (curves) => {
    for (const [curve, isStale] of curves) {
      if (isStale === (marked.get(curve) ?? false)) continue;
      marked.set(curve, isStale);
      for (const element of elements) element.classList.toggle(`is-stale-${curve}`, isStale);
    }
  };
}
