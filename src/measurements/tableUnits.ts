/** The units in which every table of the project is kept. */
import { isRatio } from './kinds';
import type { Axis, Quantity } from './tableTypes';

export const axisUnits = { R: 'GV', EK: 'GeV', EKN: 'GeV/n', ETOT: 'GeV' } as const;

/** The unit of a table's numbers: a flux per unit of its axis, or 1 for a ratio. */
export function fluxUnitOf(quantity: Quantity, axis: Axis): string {
  if (isRatio(quantity)) return '1';
  const unit = axisUnits[axis];
  return `m^-2 s^-1 sr^-1 ${unit.includes('/') ? `(${unit})` : unit}^-1`;
}
