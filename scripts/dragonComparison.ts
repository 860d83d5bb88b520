/**
 * `npm run dragon`: DRAGON at default and fine settings, and this code, against the converged solution of the same
 * equation. Writes docs/figures/dragon.svg and the table of docs/model.md.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { particles } from '../src/model/particles';
import { presets } from '../src/model/presets';
import { propagate } from '../src/model/propagate';
import type { SpeciesKey } from '../src/model/propagated';
import { interpolateLogLog } from '../src/model/spectrum';
import { writeMarkedBlock } from './markedBlock';
import { type Panel, panelsSvg, type Series } from './panelsSvg';

const cases = [
  { model: 'thm', species: 'p', file: 'thm-p', title: 'THM, protons' },
  { model: 'cm', species: 'p', file: 'cm-p', title: 'CM, protons' },
  { model: 'thm', species: 'e-', file: 'thm-e', title: 'THM, electrons' },
  { model: 'cm', species: 'e-', file: 'cm-e', title: 'CM, electrons' },
] as const;
const tableEnergiesGeV = [0.3, 1, 3, 10, 100, 1e3, 1e4];
const lastEnergyGeV: Record<SpeciesKey, number> = { p: 9e4, 'e-': 1e4 };

interface Spectrum {
  readonly energyGeV: Float64Array;
  readonly density: Float64Array;
}

function fixture(name: string): Spectrum {
  const text = readFileSync(
    new URL(`../tests/reference/fixtures/dragon-${name}.csv`, import.meta.url),
    'utf8',
  );
  const rows = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const values = rows.map((row) => row.split(',').map(Number));
  return {
    energyGeV: Float64Array.from(values, (row) => row[0] ?? Number.NaN),
    density: Float64Array.from(values, (row) => row[1] ?? Number.NaN),
  };
}

/** Shape against the converged one at an energy, per cent: both scaled at the species' reference energy. */
function deviation(spectrum: Spectrum, converged: Spectrum, species: SpeciesKey, energyGeV: number): number {
  const scaled = ({ energyGeV: x, density }: Spectrum) =>
    interpolateLogLog(x, density, energyGeV) /
    interpolateLogLog(x, density, particles[species].normalisationEnergyGeV);
  return 100 * (scaled(spectrum) / scaled(converged) - 1);
}

const panels: Panel[] = [];
const rows: string[] = [];
for (const { model, species, file, title } of cases) {
  const converged = fixture(`${file}-spectrum`);
  const solved = propagate({ parameters: presets[model].parameters, species, tier: 'settled' });
  const codes = [
    { name: 'DRAGON default', colour: '#b45309', spectrum: fixture(`${file}-default`) },
    { name: 'DRAGON fine', colour: '#1d4ed8', spectrum: fixture(`${file}-fine`) },
    {
      name: 'this code',
      colour: '#c81e2b',
      spectrum: { energyGeV: solved.kineticEnergyGeV, density: solved.flux },
    },
  ];
  const series: Series[] = codes.map(({ name, colour, spectrum }) => ({
    name,
    colour,
    points: Array.from(converged.energyGeV)
      .filter((energy) => energy >= 0.1 && energy <= lastEnergyGeV[species])
      .map((energy) => ({ x: energy, y: deviation(spectrum, converged, species, energy) })),
  }));
  panels.push({ title, series });
  for (const { name, spectrum } of codes) {
    const cells = tableEnergiesGeV.map((energy) => {
      const value = deviation(spectrum, converged, species, energy);
      return `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(Math.abs(value) < 9.95 ? 1 : 0)}`;
    });
    rows.push(`| ${title} | ${name} | ${cells.join(' | ')} |`);
  }
}

const figures = new URL('../docs/figures/', import.meta.url);
mkdirSync(figures, { recursive: true });
writeFileSync(
  new URL('dragon.svg', figures),
  panelsSvg(panels, {
    xLabel: 'kinetic energy (GeV)',
    yLabel: 'flux against the converged solution (%)',
    xRange: [0.1, 1e5],
    yRange: [-60, 40],
  }),
);

const heading = `| model | code | ${tableEnergiesGeV.map((energy) => `${energy} GeV`).join(' | ')} |`;
const rule = `|---|---|${tableEnergiesGeV.map(() => '---|').join('')}`;
const table = [heading, rule, ...rows].join('\n');
writeMarkedBlock('dragon', 'npm run dragon', table);
console.log(table);
