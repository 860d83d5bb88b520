/** How far the solves of several particles are from vanishing cells, where their estimates speak. */
import { randomModel, seededRandom } from '../../src/model/accuracy';
import type { Parameters } from '../../src/model/parameters/values';
import type { Propagated } from '../../src/model/propagated';
import { propagateNuclei } from '../../src/model/propagateNuclei';
import { propagateSecondaries } from '../../src/model/propagateSecondaries';
import { shownSecondaries } from '../../src/model/secondaries';
import { cellRefinement } from '../../src/model/tiers';
import { type NuclideId, nuclideIds } from '../../src/physics/nuclides';

export type Several = 'nuclei' | 'secondaries';
const propagateSeveral = { nuclei: propagateNuclei, secondaries: propagateSecondaries } as const;
const shown: Record<Several, readonly string[]> = { nuclei: nuclideIds, secondaries: shownSecondaries };

export const boron: readonly NuclideId[] = ['B10', 'B11'];
export const carbon: readonly NuclideId[] = ['C12', 'C13'];

/** GeV (per nucleon), as in network.ts: leptons end earlier. */
const from = 0.5;
const upTo = (id: string) => (id === 'e+' || id === 'secondary e-' || id === 'extra e+' ? 1e3 : 1e4);
/** Of what is injected in the network up to three times its cutoff, of what is born of it to a tenth of that. */
const overCutoff = { nuclei: 3 / 2, secondaries: 0.3 };

const solved = new Map<string, readonly [Propagated, Propagated, Propagated]>();

/** The settled grid and two refinements of it, solved once per file. */
export function refinements(
  parameters: Parameters,
  solve: Several,
): readonly [Propagated, Propagated, Propagated] {
  const key = `${solve} ${JSON.stringify(parameters)}`;
  const known = solved.get(key);
  if (known) return known;
  const at = (refinement: number) => propagateSeveral[solve]({ parameters, tier: 'settled', refinement });
  const all = [at(0), at(1), at(2)] as const;
  solved.set(key, all);
  return all;
}

/** Sums of fluxes at all energies. */
export function sumOf({ fluxes }: Propagated, ids: readonly string[]): Float64Array {
  const [first, ...others] = ids.map((id) => fluxes?.[id] ?? new Float64Array());
  if (first === undefined) throw new Error('A sum has at least one flux.');
  return first.map((value, i) => others.reduce((sum, other) => sum + other[i]!, value));
}

/** Values for vanishing cells from those of two refinements, for errors that fall as the square of the cells (Richardson). */
export function extrapolated(coarse: Float64Array, fine: Float64Array): Float64Array {
  const left = 1 / (cellRefinement ** 2 - 1);
  return fine.map((value, i) => value * (value / coarse[i]!) ** left);
}

/** Largest relative difference between two energies. */
export function farthest(
  kineticEnergyGeV: Float64Array,
  [one, other]: readonly [Float64Array, Float64Array],
  [low, high]: readonly [number, number],
): number {
  return kineticEnergyGeV.reduce(
    (most, energy, i) =>
      energy < low || energy > high ? most : Math.max(most, Math.abs(one[i]! / other[i]! - 1)),
    0,
  );
}

/** Largest error of any flux that is shown, given the refinements 1 and 2. */
export function largestError(
  parameters: Parameters,
  solve: Several,
  own: Propagated,
  [coarse, fine]: readonly [Propagated, Propagated],
): number {
  const end = overCutoff[solve] * parameters['p.rhoCut'];
  return Math.max(
    ...shown[solve]
      .filter((id) => own.fluxes?.[id] !== undefined)
      .map((id) => {
        const limit = extrapolated(sumOf(coarse, [id]), sumOf(fine, [id]));
        return farthest(own.kineticEnergyGeV, [sumOf(own, [id]), limit], [from, Math.min(end, upTo(id))]);
      }),
  );
}

/** Models anywhere on all sliders. */
export function randomModels(count: number): Parameters[] {
  const random = seededRandom(99);
  return Array.from({ length: count }, () => randomModel(random, 1, 'on', 'all'));
}
