/** Puts the explorer into the state in which a step begins. */

import { changedParameters } from '../../model/presets';
import type { Ghost, NamedParameters } from '../explorerState';
import { mostGhosts, withNamed } from '../ghosts';
import type { ExplorerStore } from '../store';
import type { LessonState } from './lesson';

/** Names of the frozen curves that lessons made since the page was loaded, by id: they go when they are needed no more. */
const made = new Map<number, string>();

/** The ghosts with those that a lesson needs; one of the same name is replaced. Null if there is no room. */
function withFrozen(ghosts: readonly Ghost[], frozen: readonly NamedParameters[]): readonly Ghost[] | null {
  const isNeeded = ({ id, name }: Ghost) => made.get(id) !== name || frozen.some((one) => one.name === name);
  let all = ghosts.every(isNeeded) ? ghosts : ghosts.filter(isNeeded);
  for (const one of frozen) {
    const isSame = ({ name, parameters }: Ghost) =>
      name === one.name && changedParameters(parameters, one.parameters).length === 0;
    if (all.some(isSame)) continue;
    all = all.filter((ghost) => ghost.name !== one.name);
    if (all.length >= mostGhosts) return null;
    all = withNamed(all, [one]);
    const added = all.at(-1);
    if (added !== undefined) made.set(added.id, one.name);
  }
  return all;
}

/** The parameters that this replaces are one undo away. Frozen curves that the person made stay. */
export function setUp(store: ExplorerStore, { parameters, view, frozen }: LessonState): void {
  const { actions, ghosts, view: present, parameters: old } = store.getState();
  if (changedParameters(parameters, old).length > 0) actions.apply(parameters);
  // Data sets that were switched by hand are nobody else's business.
  actions.setView({ ...view, tables: present.tables });
  const next = withFrozen(ghosts, frozen);
  if (next === null)
    actions.notify('problem', 'This step compares with a frozen curve, and there is no room for another.', [
      `${mostGhosts} are the most: remove one, then set the step up again.`,
    ]);
  else if (next !== ghosts) actions.setGhosts(next);
}
