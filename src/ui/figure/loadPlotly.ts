/** Plotly is the largest part of the page by far, so it comes by itself, after the first paint. */
import { loadPart } from '../../parts/loadPart';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

let loading: Promise<Plotly> | null = null;

function nextPaint(): Promise<void> {
  // A timer behind the frame, because a hidden page gets no frames but may be shown later.
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    setTimeout(resolve, 300);
  });
}

async function load(): Promise<Plotly> {
  await nextPaint();
  // The bundle is a script in the old style: depending on the build its interface is the module or its default.
  const loaded: Plotly & { readonly default?: Plotly } = await loadPart(
    () => import('plotly.js-cartesian-dist-min'),
  );
  return loaded.default ?? loaded;
}

/** Rejects with a `PartMissing`; a failure is not kept, so that whoever asks again gets another attempt. */
export function loadPlotly(): Promise<Plotly> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
