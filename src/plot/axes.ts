/** Axis titles with units, and the range that holds the data. */
import { abscissaAt, convertTable, kineticEnergyAt } from '../measurements/axes';
import { scaledByPower } from '../measurements/scaling';
import type { Axis, MeasuredTable } from '../measurements/tableTypes';
import { isPerNucleon, isRatio, type ObservableId, observables } from '../model/observables';
import { observableFigures } from './observableFigures';
import type { Abscissa, AxisChoice, AxisRanges, EnergyRange, ScalingChoice } from './vocabulary';

export function scalingPower(choice: ScalingChoice, observable: ObservableId): number {
  return choice === 'auto' || isRatio(observable) ? observableFigures[observable].power : Number(choice);
}

/** On which abscissa, and of which observable: nuclei have their energy per nucleon. */
type Place = Pick<AxisChoice, 'abscissa' | 'observable'>;

export function abscissaTitle({ abscissa, observable }: Place): string {
  if (abscissa === 'rigidity') return 'Rigidity <i>R</i> (GV)';
  const energy = isPerNucleon(observable) ? 'Kinetic energy per nucleon' : 'Kinetic energy';
  return `${energy} <i>E</i> (${energyUnit(observable)})`;
}

export function energyUnit(observable: ObservableId): 'GeV' | 'GeV/n' {
  return isPerNucleon(observable) ? 'GeV/n' : 'GeV';
}

export function abscissaUnit({ abscissa, observable }: Place): 'GeV' | 'GeV/n' | 'GV' {
  return abscissa === 'rigidity' ? 'GV' : energyUnit(observable);
}

/** Where a kinetic energy (GeV, of nuclei per nucleon) lies on the abscissa, and the way back. */
export function abscissaOf({ observable, abscissa }: Place, energyGeV: number): number {
  return abscissa === 'energy' ? energyGeV : abscissaAt(observable, 'R', energyGeV);
}

export function energyOf({ observable, abscissa }: Place, x: number): number {
  return abscissa === 'energy' ? x : kineticEnergyAt(observable, 'R', x);
}

/** Kinetic energies (GeV) between which a zoomed figure shows its curves; null where it is not zoomed. */
export function energiesInView(
  observable: ObservableId,
  view: {
    readonly abscissa: Abscissa;
    readonly zoom: Readonly<Partial<Record<ObservableId, AxisRanges | null>>>;
  },
): EnergyRange | null {
  const zoom = view.zoom[observable] ?? null;
  if (zoom === null) return null;
  const energy = (log: number) => energyOf({ observable, abscissa: view.abscissa }, 10 ** log);
  return [energy(zoom.x[0]), energy(zoom.x[1])];
}

/** The unit of E^k times a flux: one power of the unit is in the flux already. */
function unitPower(unit: string, power: number): string {
  const left = Number((power - 1).toFixed(2));
  if (left === 0) return '';
  if (left === 1) return `${unit} `;
  const base = unit.includes('/') ? `(${unit})` : unit;
  return `${base}<sup>${String(left).replace('-', '−')}</sup> `;
}

/** Axes shorter than this (pixels) have no room for the unit beside them: curves tell it when they are pointed at. */
const unitFits = 150;

/**
 * A power of the abscissa times the flux, with its unit where there is room for it; or a ratio.
 *
 * @param length of the axis, pixels.
 */
export function ordinateTitle(choice: AxisChoice, length = Number.POSITIVE_INFINITY): string {
  const { observable, abscissa, power } = choice;
  if (isRatio(observable)) return observables[observable].symbol;
  const symbol = abscissa === 'energy' ? 'E' : 'R';
  const flux = `Φ<sub>${observable === 'e-' ? 'e' : observables[observable].symbol}</sub>`;
  const factor = power === 0 ? '' : `<i>${symbol}</i><sup>${power}</sup> `;
  if (length < unitFits) return `${factor}${flux}`;
  return `${factor}${flux} (${unitPower(abscissaUnit(choice), power)}m<sup>−2</sup> s<sup>−1</sup> sr<sup>−1</sup>)`;
}

/** A value as it was measured, without the power of the axis, with its unit: what a curve says when it is pointed at. */
export function valueText(choice: AxisChoice, value: string): string {
  const { symbol } = observables[choice.observable];
  if (isRatio(choice.observable)) return `${symbol} = ${value}`;
  const unit = abscissaUnit(choice);
  return `Φ = ${value} ${unit.includes('/') ? `(${unit})` : unit}⁻¹ m⁻² s⁻¹ sr⁻¹`;
}

/** Labels of powers of ten need this much width each (pixels). */
const labelWidth = 28;

/** How many decades apart the numbers under an axis stand, so that they do not touch. */
export function decadeStep([from, to]: readonly [number, number], width: number): number {
  const needed = Math.ceil((labelWidth * (to - from)) / width);
  return needed > 1 && Number.isFinite(needed) ? needed : 1;
}

/** A table's axis that is the abscissa of a figure. */
export function axisOf({ abscissa, observable }: Place): Axis {
  return abscissa === 'rigidity' ? 'R' : isPerNucleon(observable) ? 'EKN' : 'EK';
}

/** A table as it is drawn: on the chosen abscissa, multiplied by the chosen power, positive points only. */
export function drawnTable(table: MeasuredTable, choice: AxisChoice): MeasuredTable {
  const { power } = choice;
  const converted = convertTable(table, axisOf(choice));
  const points = converted.points.map((point) => scaledByPower(point, power));
  return { ...converted, points: points.filter((point) => point.y > 0 && point.x > 0) };
}

/** When there is nothing to measure the range by (log10). */
const fallbackY = (id: ObservableId): readonly [number, number] => (isRatio(id) ? [-2, 0] : [1, 5]);

function logPoints(table: MeasuredTable, choice: AxisChoice): readonly (readonly [number, number])[] {
  return drawnTable(table, choice).points.map((point) => [Math.log10(point.x), Math.log10(point.y)]);
}

/**
 * Ranges that hold the data with a margin. Tables that the person added widen the view to the left (Voyager is
 * below 1 GeV); those drawn by default do not. Only data count, so moving curves never move the axes.
 */
export function axisRanges(tables: readonly MeasuredTable[], choice: AxisChoice): AxisRanges {
  const [left, right] = observableFigures[choice.observable].abscissae;
  const added = tables.filter((table) => !table.drawByDefault && table.compareWith === 'interstellar');
  const addedX = added.flatMap((table) => logPoints(table, choice)).map(([x]) => x - 0.15);
  const x = [Math.min(left, ...addedX), right] as const;
  const inView = tables
    .flatMap((table) => logPoints(table, choice))
    .filter(([at]) => at >= x[0] && at <= x[1]);
  if (inView.length === 0) return { x, y: fallbackY(choice.observable) };
  const ys = inView.map(([, y]) => y);
  const lowest = Math.min(...ys);
  const highest = Math.max(...ys);
  const margin = 0.1 * (highest - lowest) + 0.12;
  // More above than below: curves that are moved mostly rise there.
  return { x, y: [lowest - margin, highest + 1.5 * margin] };
}

/** Decades beyond which no axis of this explorer makes sense, and the narrowest zoom (log10). */
const farthest = 60;
const narrowest = 1e-3;

/** A zoom as it is kept: four decimals of a decade are less than a pixel. */
export function keptRanges(x: readonly [number, number], y: readonly [number, number]): AxisRanges | null {
  const kept = [...x, ...y].map((value) => Number(value.toFixed(4)) + 0);
  const [left, right, bottom, top] = kept as [number, number, number, number];
  const sound =
    kept.every((value) => Math.abs(value) <= farthest) &&
    right - left >= narrowest &&
    top - bottom >= narrowest;
  return sound ? { x: [left, right], y: [bottom, top] } : null;
}
