/** What must hold for every table whatever it was read from. */

import type { MeasuredPoint, MeasuredTable } from './tableTypes';
import { axisUnits, fluxUnitOf } from './tableUnits';

function checkPoint(point: MeasuredPoint, table: MeasuredTable): string | null {
  if (!(point.x > 0)) return `x must be positive, not ${point.x}`;
  if (!(point.y > 0) && table.derivedFrom.length === 0) return `flux must be positive, not ${point.y}`;
  if ((point.xLow === null) !== (point.xHigh === null)) return 'a bin needs both edges or none';
  if (point.xLow !== null && point.xHigh !== null && !(point.xLow < point.x && point.x < point.xHigh)) {
    return `x = ${point.x} must lie inside its bin ${point.xLow} to ${point.xHigh}`;
  }
  const statistical = [point.statLow, point.statHigh];
  const systematic = [point.sysLow, point.sysHigh];
  if ([...statistical, ...systematic].some((error) => error !== null && error < 0))
    return 'an error must not be negative';
  const published = (errors: readonly (number | null)[]) => errors.some((error) => error !== null);
  const told = {
    statistical: table.errors.startsWith('statistical'),
    systematic: table.errors.endsWith('systematic') || table.errors === 'total only',
  };
  if (!told.systematic && published(systematic))
    return `has a systematic error, although errors are "${table.errors}"`;
  if (!told.statistical && published(statistical))
    return `has a statistical error, although errors are "${table.errors}"`;
  if (told.statistical && !published(statistical)) return 'has no statistical error';
  if (told.systematic && !published(systematic))
    return `has no ${table.errors === 'total only' ? 'total' : 'systematic'} error`;
  return null;
}

/** The first thing wrong with a table, in words, or null. Points are counted from 1. */
export function checkTable(table: MeasuredTable): string | null {
  if (table.xUnit !== axisUnits[table.axis])
    return `xUnit of axis ${table.axis} must be ${axisUnits[table.axis]}`;
  const fluxUnit = fluxUnitOf(table.quantity, table.axis);
  if (table.fluxUnit !== fluxUnit)
    return `fluxUnit of ${table.quantity} on axis ${table.axis} must be ${fluxUnit}`;
  for (const [index, point] of table.points.entries()) {
    const complaint = checkPoint(point, table);
    if (complaint !== null) return `point ${index + 1}: ${complaint}`;
    const previous = table.points[index - 1];
    if (previous && previous.x >= point.x)
      return `point ${index + 1}: x must ascend (${previous.x}, then ${point.x})`;
  }
  return null;
}
