/**
 * How far and how long: the lengths and times that decide what the two halos do to a spectrum. Scales, not solutions: each
 * holds for a thin disc of sources and one process at a time.
 */
import { type DiffusionLaw, diffusionCoefficient } from './diffusion';
import { diffusionLengthKpc, electronCoolingTimeMyr } from './diffusionLength';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  momentumFromRigidity,
  rigidityFromMomentum,
  rigidityGV,
} from './kinematics';
import type { LossTerm, MediumQuantity } from './losses';
import { integrate } from './quadrature';
import { type Species, speciesTable } from './species';
import { crossingRigidityGV, innerHaloShare } from './twoZone';

/** Energy (GeV) at which Jin16 Section 3 quotes diffusion lengths. */
export const quotedEnergyGeV = 10;

/** The diffusion lengths of electrons as Jin16 Section 3 prints them, kpc. */
export const quotedLengthsKpc = { inner: 2.7, outer: 3.2, conventional: 3.1 } as const;

/** Speed over that of light at a rigidity in GV. */
export function betaAtRigidity(species: Species, rigidity: number): number {
  return betaFromMomentum(species, momentumFromRigidity(species, rigidityGV(rigidity)));
}

/** Rigidity (GV) of an electron of a kinetic energy (GeV). */
export function electronRigidityGV(energyGeV: number): number {
  const electron = speciesTable['e-'];
  return rigidityFromMomentum(
    electron,
    momentumFromKineticEnergy(electron, kineticEnergyPerNucleonGeV(energyGeV)),
  );
}

/**
 * sqrt(2 D t) of an electron, kpc, with D at a height and the cooling time 17 Myr (E/10 GeV)^-1 of Jin16 Section 3. Falls as
 * E^((delta-1)/2).
 */
export function electronDiffusionLengthKpc(law: DiffusionLaw, zKpc: number, energyGeV: number): number {
  const rigidity = electronRigidityGV(energyGeV);
  const beta = betaAtRigidity(speciesTable['e-'], rigidity);
  return diffusionLengthKpc(
    diffusionCoefficient(law, zKpc, rigidity, beta),
    electronCoolingTimeMyr(energyGeV),
  );
}

/**
 * Mean time (Myr) from a thin disc to the edge of the halo at |z| = L by diffusion alone: the integral of z/D from 0 to L,
 * which is L^2/(2D) for a uniform halo. It is the number of particles in the halo over the rate of their sources, from the
 * solution of PHYSICS 1.8(a). The time spent in the gas (a leaky box's h L / D) is another one, and shorter.
 */
export function escapeTimeMyr(law: DiffusionLaw, rigidity: number, beta: number): number {
  const inner = law.xi * law.halfThicknessKpc;
  const rate = (z: number) => z / diffusionCoefficient(law, z, rigidity, beta);
  // The kink of the smooth profile, the jump of the step, lies between two panels.
  return integrate(rate, 0, inner, 12) + integrate(rate, inner, law.halfThicknessKpc);
}

/** Loss time p / (-dp/dt) in Myr of all given terms together, in one medium; infinite without losses. */
export function lossTimeMyr(
  terms: readonly LossTerm[],
  medium: Readonly<Record<MediumQuantity, number>>,
  species: Species,
  energyGeV: number,
): number {
  const momentum = momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energyGeV));
  const loss = terms.reduce(
    (sum, term) => sum + medium[term.medium] * term.momentumLossGeVPerMyr(momentum),
    0,
  );
  return momentum / loss;
}

/** Decades of rigidity, on each side of 1 GV, in which equal shares are looked for. */
const widestSearch = 40;

/**
 * Rigidity (GV) at which both halos give half of the density in the plane (Jin16 Eq. 4); NaN where there is none. For the step
 * it is rho0 [(1-xi)/xi]^(1/Delta). The smooth profile's inner halo diffuses faster near its edge, so that it catches up later.
 */
export function equalSharesRigidityGV(law: DiffusionLaw): number {
  if (law.profile !== 'smooth') return crossingRigidityGV(law);
  if (law.Delta === 0) return Number.NaN;
  const excess = (log: number) => Math.sign(law.Delta) * (innerHaloShare(law, 10 ** log) - 0.5);
  let [low, high] = [-widestSearch, widestSearch];
  if (!(excess(low) < 0 && excess(high) > 0)) return Number.NaN;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return 10 ** ((low + high) / 2);
}

/** The first abscissa of an ascending list at which `curve` falls below `other`; null if it does not. */
export function firstBelow(
  x: readonly number[],
  curve: readonly number[],
  other: readonly number[],
): number | null {
  const at = x.findIndex((_, i) => curve[i]! < other[i]!);
  if (at < 0) return null;
  if (at === 0) return x[0]!;
  const gap = (i: number) => Math.log(curve[i]! / other[i]!);
  const share = gap(at - 1) / (gap(at - 1) - gap(at));
  return x[at - 1]! * (x[at]! / x[at - 1]!) ** share;
}
