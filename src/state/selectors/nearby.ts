/** What nearby sources add to a lane's curve. Their physics is a part of the program of its own, which comes when asked for. */
import type { NearbyContribution } from '../../model/nearby';
import type { Parameters } from '../../model/parameters/values';
import type { SpeciesKey } from '../../model/propagated';
import { loadPart } from '../../parts/loadPart';
import type { NearbySourceId } from '../../physics/nearbySourceNames';

let physics: typeof import('../../model/nearby') | null = null;

export async function loadNearby(): Promise<void> {
  physics ??= await loadPart(() => import('../../model/nearby'));
}

export function isNearbyLoaded(): boolean {
  return physics !== null;
}

/** Empty until the physics is there. */
export function nearbyOf(
  model: Parameters,
  species: SpeciesKey,
  kineticEnergyGeV: Float64Array,
): readonly NearbyContribution[] {
  return physics === null ? [] : physics.nearbyContributions(model, species, kineticEnergyGeV);
}

/** What a source's distance and age rest on; null until the physics is there. */
export function provenanceOf(id: NearbySourceId): { readonly distance: string; readonly age: string } | null {
  if (physics === null) return null;
  const { distance, age } = physics.nearbyProvenance[id];
  return { distance: distance.basis, age: age.basis };
}
