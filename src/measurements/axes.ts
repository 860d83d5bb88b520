/**
 * The same measurement on another axis: rigidity, kinetic energy (per nucleon) or total energy.
 *
 * The flux per unit of the new axis is the old one times |d old / d new| at the point, and its errors scale with
 * it. That is exact at the abscissa. Over a bin it neglects how the Jacobian varies, which is below 0.1 % for every
 * bin of the project's tables (at most 0.08 %: AMS-02 protons, 1 to 1.16 GV).
 *
 * Of an element, every nucleus is taken for the main isotope (kinds.ts): right between rigidity and the energy of the whole nucleus
 * once it is relativistic, whatever the mix; per nucleon, a mix of mean mass number A' makes the flux off by (A'/A)^(index - 1).
 * Ratios of Li, Be and B to carbon, whose isotopes have other A/Z, change with the axis too, by up to 15 %.
 * That is for drawing on another axis. Comparisons are made on the table's own, where a model adds its isotopes.
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
import { convertedAs, isRatio } from './kinds';
import { multipliedBy } from './scaling';
import type { Axis, MeasuredPoint, MeasuredTable, Quantity } from './tableTypes';
import { axisUnits, fluxUnitOf } from './tableUnits';

/** Kinetic energy per nucleon (GeV/n) of an abscissa; for protons and leptons the same as kinetic energy. */
export function kineticEnergyAt(quantity: Quantity, axis: Axis, x: number): number {
  const particle = convertedAs(quantity);
  if (axis === 'R') return kineticEnergyFromRigidity(particle, rigidityGV(x));
  if (axis === 'ETOT') return kineticEnergyFromTotalEnergy(particle, totalEnergyGeV(x));
  return axis === 'EK' ? x / particle.massNumber : x;
}

/** The abscissa on `axis` (in the axis' unit) of a kinetic energy per nucleon in GeV/n. */
export function abscissaAt(quantity: Quantity, axis: Axis, kineticEnergyGeV: number): number {
  const particle = convertedAs(quantity);
  const energy = kineticEnergyPerNucleonGeV(kineticEnergyGeV);
  if (axis === 'R') return rigidityFromKineticEnergy(particle, energy);
  if (axis === 'ETOT') return totalEnergyFromKineticEnergy(particle, energy);
  return axis === 'EK' ? kineticEnergyGeV * particle.massNumber : kineticEnergyGeV;
}

/** The abscissa on axis `to` of the abscissa `x` on axis `from`. NaN below the rest mass on a total-energy axis. */
export function convertAbscissa(quantity: Quantity, from: Axis, to: Axis, x: number): number {
  return from === to ? x : abscissaAt(quantity, to, kineticEnergyAt(quantity, from, x));
}

/**
 * d(kinetic energy per nucleon) / d(abscissa) at an abscissa: beta Z/A on the rigidity axis, with beta the momentum Z R over the
 * total energy; 1/A on the axes of the whole particle.
 */
function energyPerAbscissa(quantity: Quantity, axis: Axis, x: number): number {
  const particle = convertedAs(quantity);
  if (axis === 'EKN') return 1;
  if (axis !== 'R') return 1 / particle.massNumber;
  const energy = kineticEnergyPerNucleonGeV(kineticEnergyAt(quantity, axis, x));
  const chargePerNucleon = particle.chargeNumber / particle.massNumber;
  return (chargePerNucleon * particle.chargeNumber * x) / totalEnergyFromKineticEnergy(particle, energy);
}

/**
 * What to multiply a flux per unit of axis `from` with to have it per unit of axis `to`, at the abscissa `x` on
 * `from`: d from / d to. One for a ratio.
 */
export function fluxJacobian(quantity: Quantity, from: Axis, to: Axis, x: number): number {
  if (from === to || isRatio(quantity)) return 1;
  const there = convertAbscissa(quantity, from, to, x);
  return energyPerAbscissa(quantity, to, there) / energyPerAbscissa(quantity, from, x);
}

/**
 * Nucleons for each charge in what is above the stroke, relative to carbon: 6.5, 7.9 and 10.7 of lithium, beryllium and boron, as
 * spallation and the decay of beryllium-10 leave them.
 */
const heaviness: Partial<Record<Quantity, number>> = {
  'Li/C': 6.5 / 3 / 2,
  'Be/C': 7.9 / 4 / 2,
  'B/C': 10.7 / 5 / 2,
};

/**
 * A ratio at equal energy per nucleon over the same at equal rigidity (GV): the heavier of equal rigidity have less energy for each
 * nucleon, s^(1 - index) with the index of boron at that rigidity. A fit to AMS-02 boron, 3 to 400 GV, within 0.2: 1.5 % of B/C.
 */
function perNucleonOverRigidity(quantity: Quantity, rigidity: number): number {
  return (heaviness[quantity] ?? 1) ** (-2.05 * (1 - (2.9 / rigidity) ** 1.2));
}

/** What to multiply values with on another axis: a flux with its Jacobian, a ratio of different A/Z with what the mix makes of it. */
function valueFactor(quantity: Quantity, from: Axis, to: Axis, x: number): number {
  if ((from === 'EKN') === (to === 'EKN') || !isRatio(quantity)) return fluxJacobian(quantity, from, to, x);
  const factor = perNucleonOverRigidity(quantity, convertAbscissa(quantity, from, 'R', x));
  return to === 'EKN' ? factor : 1 / factor;
}

/** One point on another axis: abscissa, bin edges, flux and errors. */
export function convertPoint(quantity: Quantity, from: Axis, to: Axis, point: MeasuredPoint): MeasuredPoint {
  if (from === to) return point;
  const edge = (x: number | null) => (x === null ? null : convertAbscissa(quantity, from, to, x));
  return {
    ...multipliedBy(point, valueFactor(quantity, from, to, point.x)),
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
    fluxUnit: fluxUnitOf(table.quantity, axis),
    points: table.points.map((point) => convertPoint(table.quantity, table.axis, axis, point)),
  };
}
