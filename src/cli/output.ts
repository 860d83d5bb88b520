/** A solution as text: CSV with a header that allows it to be repeated, or JSON. Pure. */
import { parameterTable } from '../model/parameters/parameterTable';
import { presets } from '../model/presets';
import { gridText } from '../model/propagated';
import { sunRadiusKpc } from '../physics/units';
import { asciiText } from '../text/asciiText';
import { boundText } from '../text/percent';
import type { SolveCommand } from './commandLine';
import type { Solution } from './solution';
import { exactNumber, tableNumber } from './words';

const fluxUnit = 'GeV^-1 m^-2 s^-1 sr^-1';

/** "D0 = 5.5e28 cm^2/s", one line for each entry of the parameter table. */
function parameterLines({ parameters }: SolveCommand): readonly string[] {
  return parameterTable.map((entry) => {
    const value = parameters[entry.id];
    const unit = 'unit' in entry && entry.unit !== '' ? ` ${asciiText(entry.unit)}` : '';
    return `${entry.id} = ${typeof value === 'number' ? exactNumber(value) : value}${unit}`;
  });
}

/** The preset's title, and what was changed in it. */
function presetLine({ presetId, parameters }: SolveCommand): string {
  const { title, parameters: own } = presets[presetId];
  const changed = parameterTable.filter(({ id }) => parameters[id] !== own[id]).map(({ id }) => id);
  return `${presetId}, ${title}${changed.length === 0 ? '' : `; changed: ${changed.join(', ')}`}`;
}

function whatIsGiven({ profile }: SolveCommand): string {
  if (profile === null) return `lis: interstellar flux at the Sun; modulated: flux at Earth; ${fluxUnit}`;
  const where = profile.axis === 'z' ? `height at r = ${sunRadiusKpc} kpc` : 'radius at z = 0';
  return `lis: interstellar flux at ${exactNumber(profile.kineticEnergyGeV)} GeV against ${where}; ${fluxUnit}`;
}

/** The same solve always gives the same text: the time it took is in the JSON only. */
export function formatCsv(
  command: SolveCommand,
  { report, columns }: Solution,
  remarks: readonly string[] = [],
): string {
  const preset = presets[command.presetId];
  const { grid } = report;
  const header = [
    'Two-Halo Explorer: steady cosmic-ray transport',
    `preset: ${presetLine(command)}`,
    `citation: ${preset.citation}`,
    `species: ${command.species}`,
    ...parameterLines(command),
    `tier: ${report.tier}${report.refinement > 0 ? `, refinement ${report.refinement}` : ''}`,
    `grid: ${gridText(grid, 'x')}, z >= 0`,
    `iterations: ${report.iterations}`,
    `residual: ${report.residual.toExponential(1)}`,
    `estimated error: ${boundText(report.errorEstimate)}`,
    whatIsGiven(command),
    ...remarks.map((remark) => `note: ${remark}`),
  ].map((line) => `# ${line}\n`);
  const names = Object.keys(columns);
  const count = columns[names[0]!]!.length;
  const rows = Array.from(
    { length: count },
    (_, row) => `${names.map((name) => tableNumber(columns[name]![row]!)).join(',')}\n`,
  );
  return `${header.join('')}${names.join(',')}\n${rows.join('')}`;
}

export function formatJson(
  command: SolveCommand,
  { report, columns }: Solution,
  remarks: readonly string[] = [],
): string {
  const preset = presets[command.presetId];
  const { tier, grid, iterations, residual, errorEstimate, refinement, milliseconds } = report;
  const answer =
    command.profile === null ? { spectrum: columns } : { profile: { ...command.profile, ...columns } };
  const document = {
    preset: { id: preset.id, title: preset.title, citation: preset.citation },
    species: command.species,
    parameters: Object.fromEntries(parameterTable.map(({ id }) => [id, command.parameters[id]])),
    tier,
    grid,
    iterations,
    residual,
    // What is no number cannot be written in JSON.
    errorEstimate: Number.isFinite(errorEstimate) ? errorEstimate : null,
    refinement,
    milliseconds,
    fluxUnit,
    ...(remarks.length === 0 ? {} : { notes: remarks }),
    ...answer,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
