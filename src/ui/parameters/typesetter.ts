/** Loads KaTeX once the page is idle and keeps what it wrote. MathML output needs neither its fonts nor its styles. */
import { loadPart } from '../../parts/loadPart';

type Typesetter = (tex: string) => string;

const written = new Map<string, string>();
const listeners = new Set<() => void>();
let current: Typesetter | null = null;
let requested = false;

async function load(): Promise<void> {
  const { default: katex } = await loadPart(() => import('katex'));
  current = (tex) => {
    const known = written.get(tex);
    if (known !== undefined) return known;
    const markup = katex.renderToString(tex, { output: 'mathml', throwOnError: false });
    written.set(tex, markup);
    return markup;
  };
  for (const listener of listeners) listener();
}

/** Waits until the figure has had its chance: symbols are read later than curves. */
const patienceMilliseconds = 2500;

export function subscribeToTypesetter(listener: () => void): () => void {
  listeners.add(listener);
  if (!requested) {
    requested = true;
    // A failed load leaves the plain symbols, which say the same.
    setTimeout(() => load().catch(() => undefined), patienceMilliseconds);
  }
  return () => listeners.delete(listener);
}

export function typesetter(): Typesetter | null {
  return current;
}
