/**
 * Keeps ghosts through a reload, for as long as the browser's tab lives. They are not in the address: six parameter
 * sets do not fit into 2 kB. What is stored may be of another version: a ghost that cannot be read whole is left out and
 * told, because a curve of other parameters under its name would be a lie; the others stay.
 */
import { printable } from '../../text/printable';
import type { Ghost, NamedParameters } from '../explorerState';
import { ghostName, withNamed } from '../ghosts';
import type { ExplorerStore } from '../store';
import { decodeHash, encodeHash } from '../texts/hashCodec';
import { standardView } from '../view';
import { keptText } from './keptText';
import { isRecord, parsedText } from './storedText';
import { tellRefused } from './tellRefused';

const kept = keptText('session', 'two-halo-ghosts');

function readGhost(entry: unknown): NamedParameters | null {
  const { name, address } = isRecord(entry) ? entry : {};
  if (typeof name !== 'string' || typeof address !== 'string') return null;
  const { kind, parameters, refused } = decodeHash(address);
  return kind === 'state' && refused.length === 0 ? { name, parameters } : null;
}

function nameOf(entry: unknown): string {
  const { name } = isRecord(entry) ? entry : {};
  const known = typeof name === 'string' ? ghostName(name) : '';
  return known === '' ? 'One without a name.' : `"${printable(known)}".`;
}

export function startGhostMemory(store: ExplorerStore): void {
  const keep = (ghosts: readonly Ghost[]) =>
    kept.write(
      JSON.stringify(
        ghosts.map(({ name, parameters }) => ({
          name,
          address: encodeHash({ parameters, view: standardView }),
        })),
      ),
    );
  store.subscribe((state, previous) => {
    if (state.ghosts !== previous.ghosts) keep(state.ghosts);
  });
  const stored = parsedText(kept.read());
  const entries = Array.isArray(stored) ? stored : [];
  const read = entries.map(readGhost);
  const known = read.filter((ghost) => ghost !== null);
  // This program may come late: what was frozen meanwhile stays.
  const { ghosts: frozen, actions } = store.getState();
  if (known.length > 0) actions.setGhosts(withNamed(frozen, known));
  else if (frozen.length > 0) keep(frozen);
  tellRefused(
    store,
    'Frozen curves of this session that another version made could not be read:',
    entries.filter((_, index) => read[index] === null).map(nameOf),
  );
}
