/**
 * Which tables a total chi2 may add up. Positrons, and what counts them in, are compared where the model's curve holds secondaries:
 * beside a curve of primary electrons they are drawn only. Numbers that are shown twice count once.
 */
import type { MeasuredTable, Quantity } from '../measurements/tableTypes';

const withPositrons: readonly Quantity[] = ['e+', 'e- + e+', 'e+ fraction'];

/**
 * Why a shown table is not compared with the model at all, or null if it is.
 *
 * @param holdsPositrons whether there is a curve of the table's own quantity, with the positrons that collisions make.
 */
export function notCompared(table: MeasuredTable, holdsPositrons = false): string | null {
  if (withPositrons.includes(table.quantity) && !holdsPositrons)
    return 'not compared: the model has no positrons';
  return table.errors === 'none' ? 'not compared: no errors published' : null;
}

function showsTheSame(table: MeasuredTable, other: MeasuredTable): boolean {
  const isCopy = table.duplicateOf === other.id;
  const isPartOf = other.derivedFrom.includes(table.id);
  return isCopy || isPartOf;
}

/** The same air showers, read with another hadronic model. */
function sameShowers(table: MeasuredTable, other: MeasuredTable): boolean {
  const dois = (one: MeasuredTable) => one.publications.map((publication) => publication.doi).join();
  return table.hadronicModel !== null && other.hadronicModel !== null && dois(table) === dois(other);
}

/** Why a table that is compared does not enter the total of those shown, or null if it does. */
export function notInTotal(table: MeasuredTable, shown: readonly MeasuredTable[]): string | null {
  if (shown.some((other) => showsTheSame(table, other))) return 'not in the total: another set holds it';
  const before = shown.slice(0, shown.indexOf(table));
  return before.some((other) => sameShowers(table, other)) ? 'not in the total: the same air showers' : null;
}
