/** Axis titles with units, and the range that holds the data. */
import { convertTable } from '../measurements/axes';
import { scaledByPower } from '../measurements/scaling';
import type { MeasuredTable } from '../measurements/tableTypes';
import type { SpeciesKey } from '../model/propagated';
import type { Abscissa } from '../state/view';

export interface AxisChoice {
  readonly species: SpeciesKey;
  readonly abscissa: Abscissa;
  readonly power: number;
}

export interface AxisRanges {
  /** log10 of the first and the last abscissa. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export function abscissaTitle(abscissa: Abscissa): string {
  return abscissa === 'energy' ? 'Kinetic energy <i>E</i> (GeV)' : 'Rigidity <i>R</i> (GV)';
}

export function abscissaUnit(abscissa: Abscissa): 'GeV' | 'GV' {
  return abscissa === 'energy' ? 'GeV' : 'GV';
}

/** The unit of E^k times a flux: one power of the unit is in the flux already. */
function unitPower(unit: string, power: number): string {
  const left = Number((power - 1).toFixed(2));
  if (left === 0) return '';
  return left === 1 ? `${unit} ` : `${unit}<sup>${String(left).replace('-', '−')}</sup> `;
}

export function fluxTitle({ species, abscissa, power }: AxisChoice): string {
  const symbol = abscissa === 'energy' ? 'E' : 'R';
  const flux = species === 'p' ? 'Φ<sub>p</sub>' : 'Φ<sub>e</sub>';
  const factor = power === 0 ? '' : `<i>${symbol}</i><sup>${power}</sup> `;
  return `${factor}${flux} (${unitPower(abscissaUnit(abscissa), power)}m<sup>−2</sup> s<sup>−1</sup> sr<sup>−1</sup>)`;
}

/** A table as it is drawn: on the chosen abscissa, multiplied by the chosen power, positive points only. */
export function drawnTable(table: MeasuredTable, { abscissa, power }: AxisChoice): MeasuredTable {
  const converted = convertTable(table, abscissa === 'energy' ? 'EK' : 'R');
  const points = converted.points.map((point) => scaledByPower(point, power));
  return { ...converted, points: points.filter((point) => point.y > 0 && point.x > 0) };
}

/** Abscissae that are always in view (log10): the paper's range, for protons up to the air-shower data. */
const standardX: Record<SpeciesKey, readonly [number, number]> = { p: [-0.35, 7.6], 'e-': [-0.35, 3.55] };
/** When there is nothing to measure the range by (log10). */
const fallbackY: readonly [number, number] = [1, 5];

/** A range that holds all given tables with a margin. It follows the data only, so curves never move it. */
export function axisRanges(tables: readonly MeasuredTable[], choice: AxisChoice): AxisRanges {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const table of tables) {
    for (const point of drawnTable(table, choice).points) {
      xs.push(Math.log10(point.x));
      ys.push(Math.log10(point.y));
    }
  }
  const [left, right] = standardX[choice.species];
  const x = [Math.min(left, ...xs.map((value) => value - 0.1)), Math.max(right, ...xs)] as const;
  if (ys.length === 0) return { x, y: fallbackY };
  const lowest = Math.min(...ys);
  const highest = Math.max(...ys);
  const margin = 0.12 * (highest - lowest) + 0.15;
  return { x, y: [lowest - margin, highest + margin] };
}
