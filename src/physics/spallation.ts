/**
 * Spallation: what nuclei become in collisions with the gas. A fragment keeps its parent's speed, so only cross sections are needed.
 *
 * Left out: helium from what is heavier (the two tables differ by factors of up to 100 there, and it is little beside what is
 * injected), and fragments below helium.
 */
import { betaFromMomentum, kineticEnergyFromMomentum, type MomentumGeV } from './kinematics';
import { atLogEnergy, numbersIn, numbersOfDifferences } from './logTable';
import { type NuclideId, nuclideIds, nuclideTable } from './nuclides';
import { evoli2020 } from './spallationEvoli2020';
import { galprop12 } from './spallationGalprop12';
import type { SpallationText } from './spallationText';
import { collisionRatePerMyrPerMb, heliumToHydrogenRatio } from './units';

export const spallationIds = ['evoli2020', 'galprop12'] as const;
export type SpallationId = (typeof spallationIds)[number];

export const heliumTargetIds = ['ferrando', 'area'] as const;
export type HeliumTargetId = (typeof heliumTargetIds)[number];

/**
 * Helium-4 to helium-3 with the tritium that becomes it, mb (Webber et al. 2003, and GALPROP's table: 44 to 51 mb between
 * 0.5 and 10 GeV per nucleon). The table of Evoli et al. has 26 mb, without tritium.
 */
const helium3FromHelium4Mb = 50;

interface SpallationTable {
  readonly logEnergies: readonly number[];
  readonly rows: Readonly<Partial<Record<string, readonly number[]>>>;
}

const channel = (parent: string, child: string) => `${parent} ${child}`;

function readTable({ energiesGeV, nothing, rows }: SpallationText): SpallationTable {
  const mb = (thousandths: number) => (thousandths > nothing ? Math.exp(thousandths / 1000) : 0);
  return {
    logEnergies: numbersIn(energiesGeV).map(Math.log),
    rows: Object.fromEntries(
      rows.split('\n').map((row) => {
        const [parent = '', child = '', ...differences] = row.split(' ');
        return [channel(parent, child), numbersOfDifferences(differences.join(' ')).map(mb)];
      }),
    ),
  };
}

const tables: Record<SpallationId, SpallationTable> = {
  evoli2020: readTable(evoli2020),
  galprop12: readTable(galprop12),
};

/** Cross section on hydrogen in mb, with all that soon decays into the child; 0 where there is no channel. */
export function spallationCrossSectionMb(
  table: SpallationId,
  parent: NuclideId,
  child: NuclideId,
  kineticEnergyPerNucleonGeV: number,
): number {
  if (parent === 'He4' && child === 'He3') return helium3FromHelium4Mb;
  const { logEnergies, rows } = tables[table];
  const row = rows[channel(parent, child)];
  return row ? atLogEnergy(logEnergies, row, Math.log(kineticEnergyPerNucleonGeV)) : 0;
}

/** What a child is made of, from light to heavy. */
export function spallationParents(table: SpallationId, child: NuclideId): readonly NuclideId[] {
  return nuclideIds.filter(
    (parent) => channel(parent, child) in tables[table].rows || (parent === 'He4' && child === 'He3'),
  );
}

/** Nodes of Ferrando et al.: kinetic energy in GeV per nucleon, delta, mu. */
const ferrandoEnergies = [
  [0.43, 2.45, 0.082],
  [0.73, 3.45, 0.047],
  [1.51, 4.4, 0.031],
] as const;
/** Charge of the parent, f. */
const ferrandoCharges = [
  [6, -0.76],
  [8, -0.41],
  [26, 1],
] as const;

const between = (x: number, x0: number, x1: number, y0: number, y1: number) =>
  y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);

/** Ferrando et al. 1988 (PRC 37, 1490) in the form of GALPROP: delta is linear in ln E, mu in E, f in ln Z. */
function ferrandoRatio(parentCharge: number, childCharge: number, energy: number): number {
  const [first, middle, last] = ferrandoEnergies;
  const held = Math.min(Math.max(energy, first[0]), last[0]);
  const [low, high] = held < middle[0] ? [first, middle] : [middle, last];
  const delta = between(Math.log(held), Math.log(low[0]), Math.log(high[0]), low[1], high[1]);
  const mu = between(held, low[0], high[0], low[2], high[2]);
  const [carbon, oxygen, iron] = ferrandoCharges;
  const [light, heavy] = parentCharge < oxygen[0] ? [carbon, oxygen] : [oxygen, iron];
  const f = between(Math.log(parentCharge), Math.log(light[0]), Math.log(heavy[0]), light[1], heavy[1]);

  const ofLoss = (charges: number) => Math.exp(mu * Math.abs(charges - f * delta) ** 1.43);
  const lost = parentCharge - childCharge;
  const half = Math.floor(parentCharge / 2);
  if (lost <= half) return ofLoss(lost);
  // Beyond the data, a power of the charge lost, with the value and the last step of the formula at half of it.
  const power = (half * (ofLoss(half) - ofLoss(half - 1))) / ofLoss(half);
  return ofLoss(half) * (lost / half) ** power;
}

/** Cross section on helium as a multiple of that on hydrogen. `area` is 4^(2/3), as CRAMS has it. */
export function heliumTargetRatio(
  choice: HeliumTargetId,
  parent: NuclideId,
  child: NuclideId,
  kineticEnergyPerNucleonGeV: number,
): number {
  if (choice === 'area') return 4 ** (2 / 3);
  return ferrandoRatio(
    nuclideTable[parent].chargeNumber,
    nuclideTable[child].chargeNumber,
    kineticEnergyPerNucleonGeV,
  );
}

/** Collisions per Myr that make a child of a parent, for one hydrogen atom per cm^3 with its helium. */
export function spallationRatePerMyrPerAtom(
  spallation: SpallationId,
  heliumTarget: HeliumTargetId,
  parent: NuclideId,
  child: NuclideId,
  momentum: MomentumGeV,
): number {
  const nuclide = nuclideTable[parent];
  const energy = kineticEnergyFromMomentum(nuclide, momentum);
  const onHelium = heliumToHydrogenRatio * heliumTargetRatio(heliumTarget, parent, child, energy);
  return (
    spallationCrossSectionMb(spallation, parent, child, energy) *
    (1 + onHelium) *
    betaFromMomentum(nuclide, momentum) *
    collisionRatePerMyrPerMb
  );
}
