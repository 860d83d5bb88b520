/**
 * The same measurement on another axis: rigidity, kinetic energy (per nucleon) or total energy.
 *
 * The flux per unit of the new axis is the old one times |d old / d new| at the point, and its errors scale with
 * it. That is exact at the abscissa. Over a bin it neglects how the Jacobian varies, which is below 0.1 % for every
 * bin of the project's tables (at most 0.08 %: AMS-02 protons, 1 to 1.16 GV).
 */
import {
  kineticEnergyFromRigidity,
  kineticEnergyFromTotalEnergy,
  kineticEnergyPerNucleonGeV,
  rigidityFromKineticEnergy,
  rigidityGV,
  totalEnergyFromKineticEnergy,
  totalEnergyGeV,
} from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { multipliedBy } from './scaling';
import type { Axis, MeasuredPoint, MeasuredTable, Quantity } from './tableTypes';
import { axisUnits, fluxUnits } from './tableUnits';

/** The particle whose mass and charge convert a quantity; for both charges together, the electron. */
function speciesOf(quantity: Quantity) {
  return quantity === 'p' ? speciesTable.p : speciesTable['e-'];
}

/** Kinetic energy per nucleon (GeV/n) of an abscissa; for protons and electrons the same as kinetic energy. */
export function kineticEnergyAt(quantity: Quantity, axis: Axis, x: number): number {
  const species = speciesOf(quantity);
  if (axis === 'R') return kineticEnergyFromRigidity(species, rigidityGV(x));
  if (axis === 'ETOT') return kineticEnergyFromTotalEnergy(species, totalEnergyGeV(x));
  return x;
}

/** The abscissa on `axis` (in the axis' unit) of a kinetic energy per nucleon in GeV/n. */
export function abscissaAt(quantity: Quantity, axis: Axis, kineticEnergyGeV: number): number {
  const species = speciesOf(quantity);
  const energy = kineticEnergyPerNucleonGeV(kineticEnergyGeV);
  if (axis === 'R') return rigidityFromKineticEnergy(species, energy);
  if (axis === 'ETOT') return totalEnergyFromKineticEnergy(species, energy);
  return kineticEnergyGeV;
}

/** The abscissa on axis `to` of the abscissa `x` on axis `from`. NaN below the rest mass on a total-energy axis. */
export function convertAbscissa(quantity: Quantity, from: Axis, to: Axis, x: number): number {
  return from === to ? x : abscissaAt(quantity, to, kineticEnergyAt(quantity, from, x));
}

/**
 * d(kinetic energy) / d(abscissa) at an abscissa: the speed beta = p/E on the rigidity axis (unit charge and one
 * nucleon at most, as for every quantity here), one on the energy axes.
 */
function energyPerAbscissa(quantity: Quantity, axis: Axis, x: number): number {
  if (axis !== 'R') return 1;
  const energy = kineticEnergyPerNucleonGeV(kineticEnergyAt(quantity, axis, x));
  return x / totalEnergyFromKineticEnergy(speciesOf(quantity), energy);
}

/**
 * What to multiply a flux per unit of axis `from` with to have it per unit of axis `to`, at the abscissa `x` on
 * `from`: d from / d to.
 */
export function fluxJacobian(quantity: Quantity, from: Axis, to: Axis, x: number): number {
  if (from === to) return 1;
  const there = convertAbscissa(quantity, from, to, x);
  return energyPerAbscissa(quantity, to, there) / energyPerAbscissa(quantity, from, x);
}

/** One point on another axis: abscissa, bin edges, flux and errors. */
export function convertPoint(quantity: Quantity, from: Axis, to: Axis, point: MeasuredPoint): MeasuredPoint {
  if (from === to) return point;
  const edge = (x: number | null) => (x === null ? null : convertAbscissa(quantity, from, to, x));
  return {
    ...multipliedBy(point, fluxJacobian(quantity, from, to, point.x)),
    x: convertAbscissa(quantity, from, to, point.x),
    xLow: edge(point.xLow),
    xHigh: edge(point.xHigh),
  };
}

/** A whole table on another axis, with its units renamed; the table itself if it is there already. */
export function convertTable(table: MeasuredTable, axis: Axis): MeasuredTable {
  if (table.axis === axis) return table;
  return {
    ...table,
    axis,
    xUnit: axisUnits[axis],
    fluxUnit: fluxUnits[axis],
    points: table.points.map((point) => convertPoint(table.quantity, table.axis, axis, point)),
  };
}
