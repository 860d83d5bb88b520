import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { startGhostSolver } from '../../src/state/ghostSolver';
import { ghostsOf, mostGhosts } from '../../src/state/ghosts';
import { laneKey } from '../../src/state/solverKey';
import { createExplorerStore } from '../../src/state/store';
import { fakeClient, propagated } from './fakes';

function opened() {
  const store = createExplorerStore();
  return { store, actions: store.getState().actions, ghosts: () => store.getState().ghosts };
}

describe('frozen curves', () => {
  it('stay as they were when the parameters move on', () => {
    const { actions, ghosts } = opened();
    actions.freeze('before');
    actions.change('delta0', 0.4);
    expect(ghosts()[0]?.parameters.delta0).toBe(paperExplorer.delta0);
  });

  it('take over what is solved, and only if it is of these parameters', () => {
    const { store, actions, ghosts } = opened();
    const solved = propagated('p');
    const key = laneKey('thm:p', store.getState().parameters);
    actions.updateLane('thm:p', { curve: { propagated: solved, key, order: 1 } });
    actions.updateLane('cm:p', { curve: { propagated: propagated('p'), key: 'of other values', order: 2 } });
    actions.freeze('now');
    expect(ghosts()[0]?.curves['thm:p']).toEqual(solved);
    expect(ghosts()[0]?.curves['cm:p']).toBeUndefined();
  });

  it('keep their line pattern when others are deleted; a new one takes the free pattern', () => {
    const { actions, ghosts } = opened();
    for (const name of ['a', 'b', 'c']) actions.freeze(name);
    actions.removeGhost(ghosts()[1]!.id);
    expect(ghosts().map((ghost) => [ghost.name, ghost.slot])).toEqual([
      ['a', 0],
      ['c', 2],
    ]);
    actions.freeze('d');
    expect(ghosts().at(-1)?.slot).toBe(1);
    expect(new Set(ghosts().map((ghost) => ghost.id)).size).toBe(3);
  });

  it('are named and renamed, never with nothing, and are at most six', () => {
    const { actions, ghosts } = opened();
    for (let count = 0; count < 9; count++) actions.freeze('  ');
    expect(ghosts()).toHaveLength(mostGhosts);
    expect(ghosts()[0]?.name).toBe('Ghost 1');
    actions.renameGhost(ghosts()[0]!.id, '  two   words ');
    actions.renameGhost(ghosts()[1]!.id, ' ');
    expect(
      ghosts()
        .map((ghost) => ghost.name)
        .slice(0, 2),
    ).toEqual(['two words', 'Ghost 2']);
  });

  it('have each a name of its own', () => {
    const { actions, ghosts } = opened();
    for (const name of ['before', 'before', '', 'Ghost 2', '']) actions.freeze(name);
    const names = () => ghosts().map((ghost) => ghost.name);
    expect(names()).toEqual(['before', 'before (2)', 'Ghost 1', 'Ghost 2', 'Ghost 3']);
    actions.removeGhost(ghosts()[2]!.id);
    actions.freeze('');
    actions.renameGhost(ghosts()[0]!.id, 'Ghost 2');
    actions.renameGhost(ghosts()[1]!.id, 'before (2)');
    expect(names()).toEqual(['Ghost 2 (2)', 'before (2)', 'Ghost 2', 'Ghost 3', 'Ghost 1']);
    actions.renameGhost(ghosts()[1]!.id, 'x'.repeat(99));
    actions.freeze('x'.repeat(99));
    expect(names().at(-1)).toBe(`${'x'.repeat(36)} (2)`);
  });

  it('have names that can be drawn, printed and exported', () => {
    const { actions, ghosts } = opened();
    actions.freeze('\0nul\ud83d and \u202ehalf\ttab');
    actions.freeze('\0\ud800');
    actions.setGhosts(ghostsOf([...ghosts(), { name: 'a\uffffb', parameters: paperExplorer }]));
    expect(ghosts().map((ghost) => ghost.name)).toEqual(['nul and half tab', 'Ghost 1', 'ab']);
    actions.renameGhost(ghosts()[0]!.id, '\x07');
    expect(ghosts()[0]?.name).toBe('nul and half tab');
  });

  it('are solved one by one from their own parameters', async () => {
    const { store, actions, ghosts } = opened();
    const client = fakeClient();
    startGhostSolver(store, client);
    actions.change('xi', 0.2);
    actions.freeze('from a file');
    actions.change('xi', 0.3);
    for (let call = 0; call < 4; call++) {
      expect(client.calls).toHaveLength(call + 1);
      await client.calls[call]?.answer();
    }
    expect(client.calls).toHaveLength(4);
    expect(client.calls.filter(({ request }) => request.parameters.profile !== 'uniform')).toHaveLength(2);
    for (const { request } of client.calls)
      if (request.parameters.profile !== 'uniform') expect(request.parameters.xi).toBe(0.2);
    expect(Object.keys(ghosts()[0]?.curves ?? {})).toHaveLength(4);
  });
});
