import { coulombLogMomentumLoss, coulombMomentumLoss } from '../../src/physics/coulomb';
import { betaFromMomentum, type MomentumGeV } from '../../src/physics/kinematics';
import type { Species } from '../../src/physics/species';
import { gevPerMyrPerEVPerS } from '../../src/physics/units';

/** -dE/dt of the whole particle in eV/s in a plasma of `electronsPerCm3`: both terms of the momentum loss together. */
export function coulombEnergyLossEVPerS(
  species: Species,
  momentum: MomentumGeV,
  electronsPerCm3: number,
): number {
  const momentumLoss =
    electronsPerCm3 * coulombMomentumLoss(species, momentum) +
    electronsPerCm3 * Math.log(electronsPerCm3) * coulombLogMomentumLoss(species, momentum);
  return (momentumLoss * species.massNumber * betaFromMomentum(species, momentum)) / gevPerMyrPerEVPerS;
}
