import { describe, expect, it } from 'vitest';
import { modelParameters } from '../../src/model/models';
import { standardParameters } from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import { SolverError } from '../../src/solver/errors';
import { answer, arraysOf } from '../../src/worker/answer';
import { parseRequest } from '../../src/worker/parseRequest';
import { requestWithSlope, solutionOf } from './fakeWorkers';

const request = requestWithSlope(0.19);
const withParameter = (id: string, value: unknown) => ({
  ...request,
  parameters: { ...standardParameters, [id]: value },
});

function throws(): never {
  throw new Error('was called');
}
const hostile = { toString: throws, [Symbol.toPrimitive]: throws };
const unreadable = Object.defineProperty({}, 'species', { get: throws });

describe('a message to the worker', () => {
  it('of the standard model is taken as it is', () => {
    expect(parseRequest(request)).toEqual({ ok: true, request });
  });

  it("may ask for a finer grid; the tier's own goes without saying", () => {
    expect(parseRequest({ ...request, refinement: 2 })).toEqual({
      ok: true,
      request: { ...request, refinement: 2 },
    });
    expect(parseRequest({ ...request, refinement: 0 })).toEqual({ ok: true, request });
  });

  it('may carry keys of the comparison model, which are dropped', () => {
    const parameters = modelParameters('cm', paperExplorer);
    const parsed = parseRequest({ ...request, parameters });
    expect(parsed.ok && Object.keys(parsed.request.parameters)).toEqual(Object.keys(standardParameters));
  });

  it.each([
    ['nothing', undefined, /not an object/],
    [
      'an unknown species',
      { ...request, species: 'He' },
      /species must be one of p, e-, nuclei, secondaries/,
    ],
    ['an unknown tier', { ...request, tier: 'fast' }, /tier must be one of live, settled, reference/],
    [
      'half a refinement',
      { ...request, refinement: 0.5 },
      /refinement must be a whole number from 0 to 3; not 0\.5/,
    ],
    ['a refinement beyond the finest', { ...request, refinement: 4 }, /refinement must be .* 0 to 3; not 4/],
    ['a refinement as text', { ...request, refinement: '1' }, /refinement must be .* 0 to 3; not 1/],
    ['no parameters', { species: 'p', tier: 'settled' }, /no parameters/],
    ['a missing parameter', withParameter('L', undefined), /^L must be .* kpc; it is missing/],
    ['a number out of range', withParameter('delta0', 1.5), /^delta0 must be .* to .*; not 1.5/],
    ['NaN', withParameter('D0', Number.NaN), /^D0 must be .*not NaN/],
    ['a number as text', withParameter('D0', '5e28'), /^D0 must be/],
    ['an unknown choice', withParameter('gas', 'none'), /^gas must be .*not none/],
    ['an unknown switch value', withParameter('coulomb', true), /^coulomb must be on or off; not true/],
    ['an object for a number', withParameter('D0', hostile), /^D0 must be .*; not an object\.$/],
    [
      'an object for a choice',
      withParameter('gas', Object.create(null)),
      /^gas must be .*; not an object\.$/,
    ],
    ['a list that holds one', withParameter('D0', [hostile]), /^D0 must be .*; not a list\.$/],
    ['hidden characters', withParameter('gas', '\u202egalprop'), /^gas must be .*; not <U\+202E>galprop\.$/],
    ['fields that cannot be read', unreadable, /^The request cannot be read\.$/],
  ])('with %s is refused with a reason', (_, message, reason) => {
    const reply = answer(message, solutionOf);
    expect(reply).toMatchObject({ ok: false, kind: 'invalid', message: expect.stringMatching(reason) });
  });
});

describe('an answer', () => {
  it('owns its arrays, so that transferring them leaves the solver its own', () => {
    const solution = solutionOf(request);
    const reply = answer(request, () => solution);
    expect(reply).toEqual({ ok: true, propagated: solution });
    expect(reply.ok && reply.propagated.flux.buffer).not.toBe(solution.flux.buffer);
    expect(reply.ok && reply.propagated.kineticEnergyGeV.buffer).not.toBe(solution.kineticEnergyGeV.buffer);
  });

  it('owns the flux of each of several particles, and hands all of them over', () => {
    const flux = Float64Array.of(2);
    const solution = { ...solutionOf(request), species: 'nuclei' as const, flux, fluxes: { C12: flux } };
    const reply = answer({ ...request, species: 'nuclei' }, () => solution);
    expect(reply).toEqual({ ok: true, propagated: solution });
    if (!reply.ok) return;
    const buffers = arraysOf(reply.propagated).map(({ buffer }) => buffer);
    expect(new Set([...buffers, flux.buffer]).size).toBe(4);
    const broken = { ...solution, fluxes: { C12: flux, B11: Float64Array.of(Number.NaN) } };
    expect(answer(request, () => broken)).toMatchObject({ ok: false, kind: 'notConverged' });
  });

  it.each(['notConverged', 'invalid', 'refused'] as const)('passes on that a solve was %s', (kind) => {
    const reply = answer(request, () => {
      throw new SolverError(kind, 'Told by the solver.');
    });
    expect(reply).toEqual({ ok: false, kind, message: 'Told by the solver.' });
  });

  it('calls any other exception a crash and says what to do', () => {
    const reply = answer(request, () => {
      throw new RangeError('Invalid array length');
    });
    expect(reply).toMatchObject({
      ok: false,
      kind: 'crashed',
      message: expect.stringMatching(/array length.*retry/),
    });
  });

  it('to a solve that throws what cannot be made a text is a crash all the same', () => {
    const reply = answer(request, () => {
      throw hostile;
    });
    expect(reply).toMatchObject({
      ok: false,
      kind: 'crashed',
      message: expect.stringContaining('an object'),
    });
  });

  it('with a flux that is not a number counts as not converged', () => {
    const reply = answer(request, () => ({ ...solutionOf(request), flux: Float64Array.of(1, Number.NaN) }));
    expect(reply).toMatchObject({ ok: false, kind: 'notConverged' });
  });
});
