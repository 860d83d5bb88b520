import { describe, expect, it, vi } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { ghostsOf, mostGhosts, withNamed } from '../../src/state/ghosts';
import { laneKey } from '../../src/state/laneKeys';
import { speciesLaneIds } from '../../src/state/lanes';
import { startGhostMemory } from '../../src/state/services/ghostMemory';
import { startGhostSolver } from '../../src/state/services/ghostSolver';
import { createSolutions } from '../../src/state/services/solutions';
import { createExplorerStore } from '../../src/state/store';
import { fakeJobs, propagated } from './fakes';

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
    const jobs = fakeJobs(5, undefined, 1);
    startGhostSolver(store, createSolutions(store, jobs));
    actions.change('xi', 0.2);
    actions.freeze('from a file');
    actions.change('xi', 0.3);
    for (let call = 0; call < 4; call++) {
      expect(jobs.calls).toHaveLength(call + 1);
      await jobs.calls[call]?.answer();
    }
    expect(jobs.calls).toHaveLength(4);
    expect(jobs.calls.filter(({ request }) => request.parameters.profile !== 'uniform')).toHaveLength(2);
    for (const { request } of jobs.calls)
      if (request.parameters.profile !== 'uniform') expect(request.parameters.xi).toBe(0.2);
    expect(Object.keys(ghosts()[0]?.curves ?? {})).toHaveLength(4);
  });

  it('that are too coarse are solved on finer grids, one after another', async () => {
    const { store, actions, ghosts } = opened();
    const jobs = fakeJobs(5, (refinement) => (refinement === 0 ? 0.04 : 0.004), 1);
    startGhostSolver(store, createSolutions(store, jobs));
    actions.change('xi', 0.2);
    actions.freeze('rough');
    for (let call = 0; call < 8; call++) await jobs.calls[call]?.answer();
    expect(jobs.calls.map(({ request }) => request.refinement ?? 0)).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
    for (const lane of speciesLaneIds) expect(ghosts()[0]?.curves[lane]?.report.refinement).toBe(1);
  });

  it('are left as they are where a finer grid does not converge, without a word', async () => {
    const { store, actions, ghosts } = opened();
    const jobs = fakeJobs(5, () => 0.04, 1);
    startGhostSolver(store, createSolutions(store, jobs));
    actions.change('xi', 0.2);
    actions.freeze('rough');
    for (let call = 0; call < 8; call++)
      await jobs.calls[call]?.answer(
        jobs.calls[call]?.request.refinement === 1
          ? { ok: false, kind: 'notConverged', message: 'It did not.' }
          : undefined,
      );
    expect(jobs.calls).toHaveLength(8);
    expect(Object.keys(ghosts()[0]?.curves ?? {})).toHaveLength(4);
    expect(store.getState().notices).toEqual([]);
  });

  it('are never taken for another: a number is given once, also after deleting and opening', () => {
    const { store, actions, ghosts } = opened();
    const seen: number[] = [];
    const see = () =>
      seen.push(
        ...ghosts()
          .map(({ id }) => id)
          .filter((id) => !seen.includes(id)),
      );
    actions.freeze('one');
    see();
    actions.removeGhost(ghosts()[0]!.id);
    actions.freeze('two');
    see();
    const { parameters, view } = store.getState();
    actions.open({ parameters, view, ghosts: [{ name: 'three', parameters }] });
    see();
    actions.setGhosts(withNamed(ghosts(), [{ name: 'four', parameters }]));
    see();
    expect(seen).toHaveLength(4);
    expect(ghosts().map(({ name }) => name)).toEqual(['three', 'four']);
  });

  it('an answer for a deleted curve does not land on the one in its place', async () => {
    const { actions, ghosts, store } = opened();
    const jobs = fakeJobs(5, undefined, 1);
    startGhostSolver(store, createSolutions(store, jobs));
    actions.change('xi', 0.2);
    actions.freeze('first');
    actions.removeGhost(ghosts()[0]!.id);
    actions.change('xi', 0.3);
    actions.freeze('second');
    const late = propagated('p');
    await jobs.calls.splice(0)[0]!.answer({ ok: true, propagated: late });
    expect(Object.values(ghosts()[0]!.curves)).not.toContain(late);
    expect(jobs.calls[0]?.request.parameters.xi).toBe(0.3);
  });

  it('what does not converge is not tried again by itself, for any curve of the same values, and is at Retry', async () => {
    const { actions, store } = opened();
    const jobs = fakeJobs(5, undefined, 1);
    startGhostSolver(store, createSolutions(store, jobs));
    const fail = async () => {
      for (let call = 0; jobs.calls.length > call; call++)
        await jobs.calls[call]!.answer({ ok: false, kind: 'notConverged', message: 'It does not settle.' });
      return jobs.calls.splice(0).length;
    };
    actions.freeze('one');
    expect(await fail()).toBe(4);
    actions.freeze('the same');
    actions.setView({ tab: 'electrons' });
    expect(await fail()).toBe(0);
    expect(store.getState().notices.at(-1)).toMatchObject({
      canRetry: true,
      details: ['It does not settle.'],
    });
    actions.retry();
    expect(store.getState().notices).toEqual([]);
    expect(jobs.calls).toHaveLength(1);
  });

  it('a lost worker says nothing about the values: another curve of them is tried, and the same one at Retry', async () => {
    const { actions, ghosts, store } = opened();
    const jobs = fakeJobs(5, undefined, 1);
    startGhostSolver(store, createSolutions(store, jobs));
    const lose = async () => {
      for (let call = 0; jobs.calls.length > call; call++)
        await jobs.calls[call]!.answer({ ok: false, kind: 'crashed', message: 'It stopped.' });
      return jobs.calls.splice(0).length;
    };
    actions.freeze('one');
    expect(await lose()).toBe(4);
    actions.setView({ tab: 'electrons' });
    expect(await lose()).toBe(0);
    actions.retry();
    expect(await lose()).toBe(4);
    const { parameters, view } = store.getState();
    actions.open({ parameters, view, ghosts: [{ name: 'one', parameters }] });
    expect(await lose()).toBe(4);
    expect(ghosts()).toHaveLength(1);
  });

  it('of an earlier page come beside those that were frozen before they were there', () => {
    const { store, actions, ghosts } = opened();
    vi.stubGlobal('sessionStorage', {
      getItem: () => JSON.stringify([{ name: 'earlier', address: 'v1&delta0=0.3' }]),
      setItem: () => undefined,
    });
    actions.freeze('at once');
    startGhostMemory(store);
    expect(ghosts().map(({ name }) => name)).toEqual(['at once', 'earlier']);
    vi.unstubAllGlobals();
  });
});
