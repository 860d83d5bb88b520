/** The table of secondary electrons and positrons that the program holds (src/physics/aafragTable.ts), made of the tables of AAfrag. Pure. */
import { protonMassGeV } from '../src/physics/units';
import { cells, differences } from './tableText';

/** Steps from the least energy of leptons to that of the proton, equal in the logarithm. */
const steps = 100;
const leastLeptonGeV = 1e-3;
const perDecade = 20;
/** lg of E d sigma/dE in mb that counts as nothing. */
const nothing = -9;
/** Where the tables of AAfrag end. */
const lastLgLepton = 5;

type Lepton = 'e+' | 'e-';

interface Row {
  readonly protonGeV: number;
  /** lg of E d sigma/dE in mb by place, lg E times `perDecade`. */
  readonly lgSpectrum: ReadonlyMap<number, Record<Lepton, number>>;
}

function readRows(csv: string): readonly Row[] {
  const rows = new Map<number, Map<number, Record<Lepton, number>>>();
  for (const line of cells(csv).slice(1)) {
    const [totalGeV = 0, leptonGeV = 0, positron = 0, electron = 0] = line.map(Number);
    const lg = (mbPerGeV: number) => Math.max(Math.log10(leptonGeV * mbPerGeV), nothing);
    const protonGeV = totalGeV - protonMassGeV;
    const row = rows.get(protonGeV) ?? new Map();
    row.set(Math.round(Math.log10(leptonGeV) * perDecade), { 'e+': lg(positron), 'e-': lg(electron) });
    rows.set(protonGeV, row);
  }
  return [...rows].map(([protonGeV, lgSpectrum]) => ({ protonGeV, lgSpectrum }));
}

/** Linear between the energies of a row. */
function within({ lgSpectrum }: Row, lepton: Lepton, lgLepton: number): number {
  const place = lgLepton * perDecade;
  const low = Math.floor(place);
  const at = (one: number) => lgSpectrum.get(one)?.[lepton] ?? nothing;
  // A whole place reads nothing of the next, which may be where the tables end.
  return place === low ? at(low) : at(low) + (place - low) * (at(low + 1) - at(low));
}

/** Where the tables end before the proton's energy, as the highest row that is whole has it at the same share of that. */
function lgSpectrumAt(row: Row, whole: Row, lepton: Lepton, lgLepton: number): number {
  if (lgLepton <= lastLgLepton) return within(row, lepton, lgLepton);
  const shift = Math.log10(row.protonGeV / whole.protonGeV);
  const matched = within(row, lepton, lastLgLepton) - within(whole, lepton, lastLgLepton - shift);
  return Math.max(within(whole, lepton, lgLepton - shift) + matched, nothing);
}

function thousandths(row: Row, whole: Row, lepton: Lepton): string {
  const lgLeast = Math.log10(leastLeptonGeV);
  const lgRange = Math.log10(row.protonGeV) - lgLeast;
  const values = Array.from({ length: steps + 1 }, (_, i) =>
    Math.round(1000 * lgSpectrumAt(row, whole, lepton, lgLeast + (lgRange * i) / steps)),
  );
  return differences(values);
}

/** The program text, of the rows of scripts/tables/aafrag-pp.csv. */
export function aafragTable(csv: string): string {
  const rows = readRows(csv);
  const whole = rows.findLast(({ protonGeV }) => Math.log10(protonGeV) <= lastLgLepton)!;
  const lines = (lepton: Lepton) => rows.map((row) => thousandths(row, whole, lepton)).join('\n');
  return `/**
 * Written by scripts/crossSections.ts of scripts/tables/aafrag-pp.csv, which has the source: secondary positrons and electrons of protons on
 * hydrogen after AAfrag (Kachelriess, Ostapchenko & Tjemsland 2023, CPC 287, 108698).
 */

/** Kinetic energies of protons, GeV. */
export const aafragProtonsGeV =
  '${rows.map(({ protonGeV }) => Number(protonGeV.toPrecision(5))).join(' ')}';

/** Lepton energies of a row: from the least to the proton's, equal steps of the logarithm. */
export const aafragLeastLeptonGeV = ${leastLeptonGeV};

/** Thousandths of lg(E d sigma/dE in mb), a line for each proton: the first value, then differences. */
export const aafragLines = {
  'e+': \`\\
${lines('e+')}\`,
  'e-': \`\\
${lines('e-')}\`,
};
`;
}
