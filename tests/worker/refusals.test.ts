/** A model that is known to have no answer bothers no worker, and is refused by the model floor too. */
import { afterEach, expect, test, vi } from 'vitest';
import { exitCodes, lineOf } from '../../src/cli/program';
import { solveBox } from '../../src/model/boxGalaxy';
import type { Parameters } from '../../src/model/parameters/values';
import { propagate, propagateNear } from '../../src/model/propagate';
import { refuse } from '../../src/model/refusals';
import { SolverError } from '../../src/solver/errors';
import { answer } from '../../src/worker/answer';
import { createSolverJobs } from '../../src/worker/solverJobs';
import { createVolumeJobs } from '../../src/worker/volumeJobs';
import { fakeWorker, ownerOf, requestWithSlope } from './fakeWorkers';

const reason = 'A slope of 0.8 has no answer. Lower it.';
vi.mock('../../src/model/refusals', async (original) => {
  const refusalOf = ({ delta0 }: Parameters) => (delta0 === 0.8 ? reason : undefined);
  return {
    ...(await original<typeof import('../../src/model/refusals')>()),
    refusalOf,
    refuse: (parameters: Parameters) => {
      const told = refusalOf(parameters);
      if (told !== undefined) throw new SolverError('refused', told);
    },
  };
});
afterEach(() => void vi.restoreAllMocks());

const refused = { ok: false, kind: 'refused', message: reason };

test('the page asks before it bothers a worker; what is not refused goes on', async () => {
  const worker = fakeWorker();
  const owner = ownerOf(createSolverJobs(() => worker, 1));
  expect(await owner.solve('thm:p', requestWithSlope(0.8))).toEqual(refused);
  expect(worker.received).toEqual([]);
  const solved = owner.solve('thm:p', requestWithSlope(0.2));
  worker.answer();
  expect(await solved).toMatchObject({ ok: true });
});

test('so it does in three dimensions', async () => {
  const createWorker = vi.fn(() => {
    throw new Error('was made');
  });
  const jobs = createVolumeJobs(createWorker);
  const { parameters } = requestWithSlope(0.8);
  const outcome = await new Promise((settle) =>
    jobs.want([
      { id: 'one', request: { parameters, species: 'p', part: 'even' }, urgency: 'background', settle },
    ]),
  );
  expect(outcome).toEqual(refused);
  expect(createWorker).not.toHaveBeenCalled();
});

test('in the worker and on the command line the reason comes as a sentence of its own kind', () => {
  const request = { ...requestWithSlope(0.8), species: 'p' } as const;
  expect(answer(request, () => propagateNear(request))).toEqual(refused);
  for (const solve of [propagate, propagateNear])
    expect(() => solve(request)).toThrow(new SolverError('refused', reason));
  const { parameters } = request;
  expect(() => solveBox({ parameters, species: 'p', part: 'even' })).toThrow(reason);
  expect(() => refuse(requestWithSlope(0.2).parameters, 'p')).not.toThrow();
  expect(lineOf(new SolverError('refused', reason))).toEqual({ line: reason, code: exitCodes.refused });
});
