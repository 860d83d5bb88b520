/**
 * What the gas yields in antiprotons: the formula (`antiprotonFormula.ts`), integrated over angles once for a table and read from it.
 *
 * The table holds the logarithm of the cross section over a coarse estimate that has its edge in it, at antiproton energies and at
 * distances from that edge, so it is as good next to the edge as far from it: 0.07 % rms, 1 % at most.
 */
import { memoByIdentity } from '../memo/memoByIdentity';
import {
  type AntiprotonProductionId,
  antiprotonCrossSections,
  coarseCrossSectionMbPerGeV,
  leastGammaSquared,
  type Projectile,
} from './antiprotonFormula';
import { heliumToHydrogenRatio, protonMassGeV } from './units';

export { type AntiprotonProductionId, antiprotonProductionIds, type Projectile } from './antiprotonFormula';

/** Carbon to silicon and iron make 5 % more antiprotons than protons and helium (2 %: their fluxes, and A^0.8 to A^0.9). */
export const heavierNucleiFactor = 1.05;

export interface AntiprotonYield {
  /**
   * d sigma/dT in mb/GeV for one hydrogen atom of the gas with its helium, with antineutrons and hyperons. `projectileGeV` is the kinetic
   * energy per nucleon of what comes, `antiprotonGeV` that of what is made; 0 where none can be.
   */
  mbPerGeV(projectile: Projectile, projectileGeV: number, antiprotonGeV: number): number;
}

/** Nodes in ln T, and in the logarithm of how far gamma^2 is above its least. Beyond them the coarse estimate goes on. */
const energies = { first: Math.log(1e-2), last: Math.log(1e5), count: 57 };
const distances = { first: -4, last: Math.log(1e7), count: 45 };
type Nodes = typeof energies;

const node = ({ first, last, count }: Nodes, i: number) => first + ((last - first) * i) / (count - 1);
/** Where a value lies among nodes, within them. */
const placeAmong = ({ first, last, count }: Nodes, value: number) =>
  Math.min(Math.max((value - first) / (last - first), 0), 1) * (count - 1);

/** gamma^2 of the centre of mass is 1 + T / 2m. */
const gammaSquared = (projectileGeV: number) => 1 + projectileGeV / (2 * protonMassGeV);

function tabulate(id: AntiprotonProductionId): Record<Projectile, Float64Array> {
  const table = { p: new Float64Array(energies.count * distances.count), He4: new Float64Array(0) };
  table.He4 = new Float64Array(table.p.length);
  for (let i = 0; i < energies.count; i++) {
    const antiprotonGeV = Math.exp(node(energies, i));
    const least = leastGammaSquared(antiprotonGeV);
    for (let j = 0; j < distances.count; j++) {
      const projectileGeV = 2 * protonMassGeV * (least * (1 + Math.exp(node(distances, j))) - 1);
      const { onHydrogen, onHelium } = antiprotonCrossSections(id, projectileGeV, antiprotonGeV);
      const coarse = coarseCrossSectionMbPerGeV(id, projectileGeV, antiprotonGeV);
      for (const projectile of ['p', 'He4'] as const) {
        const perAtom = onHydrogen[projectile] + heliumToHydrogenRatio * onHelium[projectile];
        table[projectile][i * distances.count + j] = Math.log(perAtom / coarse);
      }
    }
  }
  return table;
}

/** Linear in both directions. */
function read(table: Float64Array, energyPlace: number, distancePlace: number): number {
  const i = Math.min(Math.floor(energyPlace), energies.count - 2);
  const j = Math.min(Math.floor(distancePlace), distances.count - 2);
  const [above, further] = [energyPlace - i, distancePlace - j];
  const corner = i * distances.count + j;
  const low = table[corner]! + further * (table[corner + 1]! - table[corner]!);
  const next = corner + distances.count;
  const high = table[next]! + further * (table[next + 1]! - table[next]!);
  return low + above * (high - low);
}

/** The yield of a production, whose table is made when it is first asked for (0.1 s of one core). */
export const antiprotonYield = memoByIdentity((production: AntiprotonProductionId): AntiprotonYield => {
  const table = tabulate(production);
  return {
    mbPerGeV(projectile, projectileGeV, antiprotonGeV) {
      const distance = gammaSquared(projectileGeV) / leastGammaSquared(antiprotonGeV) - 1;
      if (!(distance > 0)) return 0;
      const rest = read(
        table[projectile],
        placeAmong(energies, Math.log(antiprotonGeV)),
        placeAmong(distances, Math.log(distance)),
      );
      return Math.exp(rest) * coarseCrossSectionMbPerGeV(production, projectileGeV, antiprotonGeV);
    },
  };
}, 2);
