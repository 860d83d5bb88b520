/**
 * The network of nuclei in a slab: what is made of what, and what is left of it after the grammage X and collisions, with no loss
 * of energy. Algebra only: N / X + N sigma / m = q + (sum over parents of N sigma / m), m the mass of a gas atom.
 */

import { inelasticRatePerMyrPerAtom } from '../../src/physics/inelastic';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
} from '../../src/physics/kinematics';
import { decayRatePerMyr, type NuclideId, nuclideIds, nuclideTable } from '../../src/physics/nuclides';
import {
  type HeliumTargetId,
  type SpallationId,
  spallationParents,
  spallationRatePerMyrPerAtom,
} from '../../src/physics/spallation';
import { cm2PerMb, collisionRatePerMyrPerMb, heliumToHydrogenRatio } from '../../src/physics/units';

const hydrogenMassG = 1.67262192e-24;
/** Mass of gas for each hydrogen atom. */
const gasMassPerHydrogenG = hydrogenMassG * (1 + 4 * heliumToHydrogenRatio);

type OfRigidity = (rigidityGV: number, beta: number) => number;

export interface Slab {
  /** Injected, per momentum; what is not named is secondary only. */
  readonly sources: Partial<Record<NuclideId, (momentumGeV: number) => number>>;
  readonly grammageGPerCm2: OfRigidity;
  /** L^2/D, Myr: the time in which what decays may do so; without it nothing decays. */
  readonly escapeTimeMyr?: OfRigidity;
  readonly spallation: SpallationId;
  readonly heliumTarget: HeliumTargetId;
}

/** Densities of all nuclides at a kinetic energy per nucleon. */
export function slabDensities(slab: Slab, energyGeV: number): Record<NuclideId, number> {
  const densities = Object.fromEntries(nuclideIds.map((id) => [id, 0])) as Record<NuclideId, number>;
  const decayed = { ...densities };
  for (const id of [...nuclideIds].reverse()) {
    const nuclide = nuclideTable[id];
    const momentum = momentumFromKineticEnergy(nuclide, kineticEnergyPerNucleonGeV(energyGeV));
    const beta = betaFromMomentum(nuclide, momentum);
    const rigidity = rigidityFromMomentum(nuclide, momentum);
    /** Per grammage, of a rate: cross section over mass. */
    const perGrammage = cm2PerMb / gasMassPerHydrogenG / (beta * collisionRatePerMyrPerMb);

    let made = (slab.sources[id]?.(momentum) ?? 0) + decayed[id];
    for (const parent of spallationParents(slab.spallation, id)) {
      const rate = spallationRatePerMyrPerAtom(slab.spallation, slab.heliumTarget, parent, id, momentum);
      made += densities[parent] * perGrammage * rate;
    }
    const destroyed = perGrammage * inelasticRatePerMyrPerAtom(nuclide, momentum);
    const lost = 1 / slab.grammageGPerCm2(rigidity, beta);
    if (slab.escapeTimeMyr && nuclide.decay) {
      // Decay between the planes of escape: a coth a instead of one, a^2 = L^2/D times the rate.
      const a = Math.sqrt(slab.escapeTimeMyr(rigidity, beta) * decayRatePerMyr(nuclide, momentum));
      const withDecay = a / Math.tanh(a);
      densities[id] = made / (lost * withDecay + destroyed);
      decayed[nuclide.decay.daughter] += densities[id] * lost * (withDecay - 1);
    } else {
      densities[id] = made / (lost + destroyed);
    }
  }
  return densities;
}
