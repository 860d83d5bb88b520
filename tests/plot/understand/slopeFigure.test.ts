import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import type { SpeciesKey } from '../../../src/model/propagated';
import {
  kineticEnergyFromRigidity,
  rigidityGV,
  totalEnergyFromKineticEnergy,
} from '../../../src/physics/kinematics';
import { speciesTable } from '../../../src/physics/species';
import {
  fluxIndices,
  indexText,
  measuredSlopes,
  type SlopeFigureInput,
  slopeFigure,
  slopeRows,
  slopesInFigure,
  solvedModels,
} from '../../../src/plot/understand/slopeFigure';
import { laneOf } from '../../../src/state/lanes';
import { laneSpectrum } from '../../../src/state/selectors/spectra';
import { figureTables, visibleTables } from '../../../src/state/selectors/tables';
import { readCatalogue } from '../../../src/state/services/readCatalogue';
import { standardView } from '../../../src/state/view';
import { propagated } from '../../state/fakes';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const shown = { catalogue, view: standardView };

function input(species: SpeciesKey, change: Partial<SlopeFigureInput> = {}): SlopeFigureInput {
  const solved = propagated(species);
  return {
    species,
    abscissa: 'energy',
    models: {
      thm: laneSpectrum(laneOf('thm', species), solved, paperExplorer),
      cm: laneSpectrum(laneOf('cm', species), { ...solved }, paperExplorer),
    },
    tables: visibleTables(shown, species),
    allTables: figureTables(shown, species),
    theme: 'light',
    ...change,
  };
}

interface Drawn {
  readonly name: string;
  readonly mode: string;
  readonly x: number[];
  readonly y: number[];
  readonly error_y?: { readonly array: number[] };
}

/** The parts of Plotly's traces that are read here. */
const traces = (one: SlopeFigureInput) => slopeFigure(one).data as unknown as Drawn[];
const named = (one: SlopeFigureInput, name: string) => traces(one).find((trace) => trace.name === name);

describe('the figure', () => {
  test('shows both models as measured and outside the heliosphere, and each table with errors', () => {
    const names = traces(input('p')).map(({ name }) => name);
    expect(names.slice(-4)).toEqual([
      'CM, interstellar',
      'THM, interstellar',
      'Conventional (CM)',
      'Two halos (THM)',
    ]);
    for (const { table } of measuredSlopes(input('p').tables, 'energy'))
      expect(names).toContain(
        `${table.experiment} ${table.year}${table.hadronicModel === null ? '' : `, ${table.hadronicModel}`} p`,
      );
  });

  test('draws a power law as a level line, outside the heliosphere', () => {
    const line = named(input('p'), 'THM, interstellar');
    expect(line?.x.length).toBeGreaterThan(40);
    // The stand-in's flux falls as E^-2.7.
    for (const index of line?.y ?? []) expect(index).toBeCloseTo(2.7, 10);
  });

  test('shows modulation as a harder spectrum at low energies only', () => {
    const line = named(input('p'), 'Two halos (THM)')!;
    const at = (energy: number) => line.y[line.x.findIndex((x) => x > energy)]!;
    expect(at(1)).toBeLessThan(2.2);
    expect(at(1e4)).toBeCloseTo(2.7, 3);
  });

  test('leaves out a model that is not there', () => {
    const one = input('p', { models: { thm: input('p').models.thm, cm: null } });
    expect(solvedModels(one.models)).toEqual(['thm']);
    expect(named(one, 'Conventional (CM)')).toBeUndefined();
  });

  test.each(['p', 'e-'] as const)('marks 200 GV on either abscissa, for %s', (species) => {
    const particle = speciesTable[species];
    const energy = kineticEnergyFromRigidity(particle, rigidityGV(200));
    expect(totalEnergyFromKineticEnergy(particle, energy)).toBeGreaterThan(200);
    const at = (abscissa: 'energy' | 'rigidity') =>
      slopeFigure(input(species, { abscissa })).layout.shapes?.[0]?.x0;
    expect(at('energy')).toBeCloseTo(energy, 6);
    expect(at('rigidity')).toBeCloseTo(200, 9);
    const [label] = slopeFigure(input(species, { abscissa: 'rigidity' })).layout.annotations ?? [];
    expect(label?.x).toBeCloseTo(Math.log10(200), 12);
  });

  test('turns the index upside down, so that harder is up', () => {
    for (const species of ['p', 'e-'] as const) {
      const [below, above] = slopeFigure(input(species)).layout.yaxis?.range ?? [];
      expect(below).toBeGreaterThan(above);
    }
  });

  test('has markers with errors whose windows share no point', () => {
    const { tables } = input('p');
    const ams = tables.find(({ id }) => id === 'ams02-2015-p')!;
    const [slopes] = measuredSlopes([ams], 'rigidity');
    const markers = named(input('p', { abscissa: 'rigidity' }), 'AMS-02 2015 p');
    expect(markers?.mode).toBe('markers');
    expect(markers?.x).toEqual(slopes?.fits.map((fit) => fit.x));
    expect(markers?.error_y?.array.every((error) => error > 0)).toBe(true);
  });
});

test('the legend names no table that lies outside the figure', () => {
  const slopes = measuredSlopes(input('p').tables, 'rigidity');
  const isAirShower = (id: string) => id.startsWith('kascade');
  expect(slopes.some(({ table }) => isAirShower(table.id))).toBe(true);
  expect(slopesInFigure('p', slopes).map(({ table }) => table.id)).toEqual(
    slopes.map(({ table }) => table.id).filter((id) => !isAirShower(id)),
  );
});

test('AMS-02 protons are softest about the rigidities where PAMELA saw a break', () => {
  const ams = input('p').tables.filter(({ id }) => id === 'ams02-2015-p');
  const fits = measuredSlopes(ams, 'rigidity')[0]!.fits;
  const at = (rigidity: number) => fits.find((fit) => fit.from < rigidity && fit.to > rigidity)!.index;
  // AMS-02 2015 reports a hardening above some 300 GV: within these errors, 0.01 to 0.07, only its sense shows.
  expect(at(140)).toBeGreaterThan(at(25));
  expect(at(700)).toBeLessThan(at(140));
});

test('the numbers come at the rigidities that the claims are about', () => {
  const { models } = input('p');
  const fits = fluxIndices(models.thm!, models.thm!.interstellar, 'energy');
  const rows = slopeRows('p', [fits, []]);
  expect(rows.map(({ x }) => x)).toEqual([100, 400, 1000, 10_000]);
  for (const { indices } of rows) {
    expect(indices[0]).toBeCloseTo(2.7, 10);
    expect(indices[1]).toBeNull();
  }
  expect(indexText(-0.052)).toBe('−0.05');
});
