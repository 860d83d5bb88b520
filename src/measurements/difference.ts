/**
 * Electron minus positron flux: the closest observable to primary electrons, since pair sources and
 * proton collisions add nearly as many positrons as electrons.
 */
import { type Catalogue, tableById } from './tables';
import type { MeasuredPoint, MeasuredTable, Result } from './tableTypes';

/** The differences the project offers; the first is drawn by default, as in Jin, Guo & Hu 2016. */
export const differences = [
  {
    id: 'ams02-2014-electron-minus-positron',
    electrons: 'ams02-2014-electron',
    positrons: 'ams02-2014-positron',
    drawByDefault: true,
  },
  {
    id: 'ams02-2019-electron-minus-positron',
    electrons: 'ams02-2019-electron',
    positrons: 'ams02-2019-positron',
    drawByDefault: false,
  },
] as const;

/**
 * Bin edges count as equal within 0.1 %: publications print them with three or four digits (98.1 and 98.08 GeV
 * are one edge of the AMS-02 2019 tables), while neighbouring edges lie at least 4 % apart.
 */
export const edgeTolerance = 1e-3;

function sameEdge(first: number | null, second: number | null): boolean {
  return first !== null && second !== null && Math.abs(first - second) <= edgeTolerance * first;
}

function quadratureOrNull(first: number | null, second: number | null): number | null {
  return first === null || second === null ? null : Math.hypot(first, second);
}

function subtract(electron: MeasuredPoint, positron: MeasuredPoint): MeasuredPoint {
  return {
    x: electron.x,
    xLow: electron.xLow,
    xHigh: electron.xHigh,
    y: electron.y - positron.y,
    // The difference falls when electrons go down or positrons go up.
    statLow: quadratureOrNull(electron.statLow, positron.statHigh),
    statHigh: quadratureOrNull(electron.statHigh, positron.statLow),
    sysLow: quadratureOrNull(electron.sysLow, positron.sysHigh),
    sysHigh: quadratureOrNull(electron.sysHigh, positron.sysLow),
    leftOutOfChi2: electron.leftOutOfChi2 || positron.leftOutOfChi2,
  };
}

/**
 * The difference of an electron and a positron table (same axis) on the bins they share, at the electrons'
 * abscissa. Statistical errors are added in quadrature. Systematic errors are too, as if uncorrelated: the two
 * fluxes share acceptance and energy scale, so this is an upper estimate. A point left out of a chi2 in either
 * table is left out here. Refused if axes differ or no bin is common.
 */
export function electronMinusPositron(
  electrons: MeasuredTable,
  positrons: MeasuredTable,
  labels: { readonly id: string; readonly drawByDefault: boolean },
): Result<MeasuredTable> {
  const names = `${electrons.id} and ${positrons.id}`;
  if (electrons.quantity !== 'e-' || positrons.quantity !== 'e+') {
    return { ok: false, reason: `${names} are not an electron and a positron table.` };
  }
  if (electrons.axis !== positrons.axis) return { ok: false, reason: `${names} have different axes.` };
  const points = electrons.points.flatMap((electron) => {
    const positron = positrons.points.find(
      (point) => sameEdge(electron.xLow, point.xLow) && sameEdge(electron.xHigh, point.xHigh),
    );
    return positron ? [subtract(electron, positron)] : [];
  });
  if (points.length === 0) return { ok: false, reason: `${names} have no bin in common.` };
  const publications = [...electrons.publications, ...positrons.publications].filter(
    (one, index, all) => all.findIndex((other) => other.doi === one.doi) === index,
  );
  const value: MeasuredTable = {
    ...electrons,
    id: labels.id,
    quantity: 'e- minus e+',
    publications,
    errors: 'statistical and systematic',
    drawByDefault: labels.drawByDefault,
    duplicateOf: null,
    derivedFrom: [electrons.id, positrons.id],
    notes: `Computed here from ${names} on their common bins. Errors in quadrature; systematics are treated as uncorrelated, which is an upper estimate.`,
    points,
  };
  return { ok: true, value };
}

/** The catalogue with the project's electron-minus-positron tables added. Refused if a source table is missing. */
export function withDifferences(catalogue: Catalogue): Result<Catalogue> {
  const added: MeasuredTable[] = [];
  for (const { electrons, positrons, ...labels } of differences) {
    const minuend = tableById(catalogue, electrons);
    const subtrahend = tableById(catalogue, positrons);
    if (!minuend || !subtrahend) {
      return { ok: false, reason: `The data catalogue lacks ${minuend ? positrons : electrons}.` };
    }
    const difference = electronMinusPositron(minuend, subtrahend, labels);
    if (!difference.ok) return difference;
    added.push(difference.value);
  }
  return { ok: true, value: { tables: [...catalogue.tables, ...added] } };
}
