/**
 * The view as named texts, the same for the address and for state files: one field for each setting, each with
 * a reader that gives null for what it does not understand.
 */
import { type ModelKey, modelKeys } from '../../model/models';
import { type ObservableId, observableIds, observables } from '../../model/observables';
import { particles } from '../../model/particles';
import { keptRanges } from '../../plot/axes';
import { abscissaIds, type EnergyRange, residualIds, scalingIds } from '../../plot/vocabulary';
import { bothReadings, readNumber } from '../../text/number';
import { plainText } from '../../text/plain';
import { mostFigures, readTab, tabIds } from '../lanes';
import { panelIds, rangeOf, standardView, topicIds, type ViewSettings } from '../view';
import { readTableSwitches, writeTableSwitches } from './tableSwitches';

export interface ViewField {
  readonly name: string;
  /** What it can be, in words. */
  readonly allowed: string;
  write(view: ViewSettings): string;
  /** The view with this field set, or null if the text is none of its values. */
  read(view: ViewSettings, text: string): ViewSettings | null;
  /** Of an observable that came later: in state files only where it is not as it would be anyway. */
  readonly isLater?: boolean;
  /** The sentence that a refusal of a text goes on with where the text has two readings. Otherwise empty. */
  readings?(text: string): string;
}

function choice<Key extends 'panel' | 'topic' | 'volume' | 'scaling' | 'abscissa' | 'residuals'>(
  name: Key,
  ids: readonly ViewSettings[Key][],
): ViewField {
  return {
    name,
    allowed: ids.join(', '),
    write: (view) => view[name],
    read: (view, text) => {
      const id = ids.find((candidate) => candidate === plainText(text));
      return id === undefined ? null : { ...view, [name]: id };
    },
  };
}

const otherWords = observableIds.filter(isLater).map((id) => observables[id].word);

const tabField: ViewField = {
  name: 'tab',
  allowed: `${tabIds.join(', ')}, or up to ${mostFigures}, joined by commas, of these and ${otherWords.join(', ')}`,
  write: (view) => view.tab,
  read: (view, text) => {
    const tab = readTab(plainText(text));
    return tab === null ? null : { ...view, tab };
  },
};

function isLater(key: ObservableId): boolean {
  return key !== 'p' && key !== 'e-';
}

/** How an observable's own settings are called: those of the first two were there before the others. */
function nameOf(key: ObservableId): string {
  return key === 'p' || key === 'e-' ? particles[key].prefix : observables[key].word;
}

function flag(name: ModelKey | 'curve3d' | 'pin3d' | 'interstellar' | 'analytic'): ViewField {
  return {
    name,
    allowed: 'off, on',
    write: (view) => (view[name] ? 'on' : 'off'),
    read: (view, text) => {
      const word = plainText(text);
      return word === 'on' || word === 'off' ? { ...view, [name]: word === 'on' } : null;
    },
  };
}

/** So many numbers, parted by commas. */
function numbers(text: string, count: number, unit = ''): readonly number[] | null {
  const parts = text.split(',');
  if (parts.length !== count) return null;
  const values = parts.flatMap((part) => {
    const read = readNumber(part, unit);
    return read.ok ? [read.value] : [];
  });
  return values.length === count ? values : null;
}

/** Energies a chi2 range may name (GeV). */
export const agreementLimits: EnergyRange = [1e-3, 1e9];

/** A range as it is kept: four digits, so that an address stays short and reads back as the same number. */
export function agreementRange(from: number, to: number): EnergyRange | null {
  const [low, high] = [Number(from.toPrecision(4)), Number(to.toPrecision(4))];
  return low >= agreementLimits[0] && high <= agreementLimits[1] && low < high ? [low, high] : null;
}

function agreementField(key: ObservableId): ViewField {
  return {
    name: `fit.${nameOf(key)}`,
    isLater: isLater(key),
    allowed: 'two energies in GeV, the smaller first, such as 10,1000',
    write: (view) =>
      rangeOf(view, key)
        .map((energy) => String(energy).replace('e+', 'e'))
        .join(','),
    read: (view, text) => {
      const pair = numbers(text, 2, 'GeV');
      const range = pair === null ? null : agreementRange(pair[0]!, pair[1]!);
      return range === null ? null : { ...view, agreementRange: { ...view.agreementRange, [key]: range } };
    },
    // Of three parts, which comma is a decimal one cannot be known.
    readings: (text) => {
      const [, a, b, c] = /^(\d+),(\d+),(\d+)$/.exec(plainText(text)) ?? [];
      return a === undefined ? '' : ` It could be ${a}.${b},${c} or ${a},${b}.${c}: write one of these.`;
    },
  };
}

function zoomField(key: ObservableId): ViewField {
  return {
    name: `zoom.${nameOf(key)}`,
    isLater: isLater(key),
    allowed: 'auto, or log10 of left, right, bottom and top such as 1,4,2.5,4.5',
    write: (view) => {
      const zoom = view.zoom[key] ?? null;
      return zoom === null ? 'auto' : [...zoom.x, ...zoom.y].join(',');
    },
    read: (view, text) => {
      if (plainText(text) === 'auto') return { ...view, zoom: { ...view.zoom, [key]: null } };
      const four = numbers(text, 4);
      const zoom = four === null ? null : keptRanges([four[0]!, four[1]!], [four[2]!, four[3]!]);
      return zoom === null ? null : { ...view, zoom: { ...view.zoom, [key]: zoom } };
    },
  };
}

/** Kinetic energies (GeV) that a map may be of. */
export const mapEnergyLimits: EnergyRange = [0.1, 1e7];

/** An energy as it is kept: four digits. */
export function mapEnergy(energy: number): number | null {
  const kept = Number(energy.toPrecision(4));
  return kept >= mapEnergyLimits[0] && kept <= mapEnergyLimits[1] ? kept : null;
}

const mapEnergyField: ViewField = {
  name: 'map',
  allowed: `a kinetic energy in GeV, ${mapEnergyLimits.join(' to ').replace('e+', 'e')}`,
  write: (view) => String(view.mapEnergy).replace('e+', 'e'),
  read: (view, text) => {
    const read = readNumber(text, 'GeV');
    const energy = read.ok ? mapEnergy(read.value) : null;
    return energy === null ? null : { ...view, mapEnergy: energy };
  },
  readings: (text) => bothReadings(text, 'GeV'),
};

const dataField: ViewField = {
  name: 'data',
  allowed: 'names of data sets, with - before those to hide',
  write: (view) => writeTableSwitches(view.tables),
  read: (view, text) => {
    const tables = readTableSwitches(plainText(text));
    return tables === null ? null : { ...view, tables };
  },
};

export const viewFields: readonly ViewField[] = [
  tabField,
  choice('panel', panelIds),
  choice('topic', topicIds),
  choice('volume', modelKeys),
  flag('pin3d'),
  flag('curve3d'),
  mapEnergyField,
  choice('scaling', scalingIds),
  choice('abscissa', abscissaIds),
  ...modelKeys.map(flag),
  flag('interstellar'),
  flag('analytic'),
  choice('residuals', residualIds),
  ...observableIds.map(agreementField),
  ...observableIds.map(zoomField),
  dataField,
];

export function viewField(name: string): ViewField | undefined {
  return viewFields.find((field) => field.name === name);
}

/** Name and text of each setting that differs from the view the explorer opens with. */
export function changedViewTexts(view: ViewSettings): readonly (readonly [name: string, text: string])[] {
  return viewFields
    .filter((field) => field.write(view) !== field.write(standardView))
    .map((field) => [field.name, field.write(view)]);
}
