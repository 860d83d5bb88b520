/**
 * Keeps ghosts through a reload, for as long as the browser's tab lives. They are not in the address: six parameter
 * sets do not fit into 2 kB. Storage may be switched off (private windows, frames): then nothing is kept.
 */
import * as v from 'valibot';
import { type Ghost, ghostsOf, type NamedParameters } from './ghosts';
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
  const keep = (ghosts: readonly Ghost[]) => {
    const kept = ghosts.map(({ name, parameters }) => ({
      name,
      address: encodeHash({ parameters, view: standardView }),
    }));
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(kept));
    } catch {
      // Nothing to do: they then last as long as the page.
    }
  };
  const known = remembered();
  const { ghosts, actions } = store.getState();
  // This program may have come late: what was frozen meanwhile stays.
  if (ghosts.length > 0) keep(ghosts);
  else if (known.length > 0) actions.setGhosts(ghostsOf(known));
  store.subscribe((state, previous) => {
    if (state.ghosts !== previous.ghosts) keep(state.ghosts);
  });
}
