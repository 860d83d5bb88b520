/**
 * A frame with `sandbox="allow-scripts"` alone gives the page an origin of its own, "null": there browsers refuse workers, so
 * that nothing can be solved, storage and service workers. It is said, with what is missing.
 */
export interface FrameProblem {
  readonly title: string;
  readonly details: readonly string[];
}

/** `origin` is the page's own, as text. */
export function frameProblem(origin: string): FrameProblem | null {
  if (origin !== 'null') return null;
  return {
    title: 'The frame around this page does not let it solve anything.',
    details: [
      'Its sandbox lacks allow-same-origin: write sandbox="allow-scripts allow-same-origin", or leave sandbox out.',
      'Until then there are no curves, and nothing is kept.',
    ],
  };
}
