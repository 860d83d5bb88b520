import { describe, expect, it } from 'vitest';
import { solverKey } from '../../src/model/key';
import { type ParameterId, type Parameters, standardParameters } from '../../src/model/parameters/values';
import { type SolveKey, solveKeys } from '../../src/model/particles';

function readBy(id: ParameterId, value: number | string): readonly SolveKey[] {
  const changed = { ...standardParameters, [id]: value } as Parameters;
  return solveKeys.filter((solve) => solverKey(changed, solve) !== solverKey(standardParameters, solve));
}

describe('what is solved together', () => {
  it('reads the injection of the particle that it is born of', () => {
    expect(readBy('p.alpha1', 2.5)).toEqual(['p', 'nuclei', 'secondaries']);
    expect(readBy('e.alpha1', 2.5)).toEqual(['e-']);
  });

  it('reads the processes that act on what is in it', () => {
    expect(readBy('fragmentation', 'off')).toEqual(['p', 'nuclei', 'secondaries']);
    expect(readBy('inverseCompton', 'off')).toEqual(['e-', 'secondaries']);
    expect(readBy('D0', 4e28)).toEqual(solveKeys);
    expect(readBy('phi.p', 300)).toEqual([]);
  });
});
