/**
 * Keeps ghosts through a reload, for as long as the browser's tab lives. They are not in the address: six parameter
 * sets do not fit into 2 kB. Storage may be switched off (private windows, frames): then nothing is kept.
 */
import * as v from 'valibot';
import { type NamedParameters, withNamed } from './ghosts';
import { decodeHash, encodeHash } from './hashCodec';
import type { ExplorerStore } from './store';
import { standardView } from './view';

const storageKey = 'two-halo-ghosts';
const schema = v.array(v.object({ name: v.string(), address: v.string() }));

function remembered(): readonly NamedParameters[] {
  try {
    const parsed = v.safeParse(schema, JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'));
    if (!parsed.success) return [];
    return parsed.output.map(({ name, address }) => ({ name, parameters: decodeHash(address).parameters }));
  } catch {
    return [];
  }
}

export function startGhostMemory(store: ExplorerStore): void {
  const known = remembered();
  // This comes a moment after the page: what was frozen by then stays.
  const { ghosts, actions } = store.getState();
  if (known.length > 0) actions.setGhosts(withNamed(ghosts, known));
  store.subscribe((state, previous) => {
    if (state.ghosts === previous.ghosts) return;
    const kept = state.ghosts.map(({ name, parameters }) => ({
      name,
      address: encodeHash({ parameters, view: standardView }),
    }));
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(kept));
    } catch {
      // Nothing to do: they then last as long as the page.
    }
  });
}
