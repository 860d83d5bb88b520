/** A solution as text: CSV with a header that allows it to be repeated, or JSON. Pure. */
import { parameterTable } from '../model/parameters/parameterTable';
import type { SolveKey } from '../model/particles';
import { presets } from '../model/presets';
import { gridText, type SolveReport } from '../model/propagated';
import { sunRadiusKpc } from '../physics/units';
import { asciiText } from '../text/asciiText';
import { boundText } from '../text/percent';
import type { Solution, SolvedPart } from './answer';
import type { ComposedCommand, ParticleCommand, SolveCommand } from './commandLine';
import { hasNucleons, isRatioSubject, isSumOfIsotopes, mainParticle, speciesOf } from './subject';
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

/** Unit of the fluxes of a command; none for ratios. */
function unitOf(command: SolveCommand): string | null {
  if (command.kind === 'particle') return fluxUnit;
  const { subject, axis } = command;
  if (isRatioSubject(subject)) return null;
  const per = axis === 'rigidity' ? 'GV' : hasNucleons(subject) ? '(GeV/n)' : 'GeV';
  return fluxUnit.replace('GeV', per);
}

function particleIsGiven({ profile }: ParticleCommand): string {
  if (profile === null) return `lis: interstellar flux at the Sun; modulated: flux at Earth; ${fluxUnit}`;
  const where = profile.axis === 'z' ? `height at r = ${sunRadiusKpc} kpc` : 'radius at z = 0';
  return `lis: interstellar flux at ${exactNumber(profile.kineticEnergyGeV)} GeV against ${where}; ${fluxUnit}`;
}

function composedIsGiven(command: ComposedCommand): string {
  const { subject, axis } = command;
  const main = speciesOf(mainParticle(subject));
  const energy = hasNucleons(subject) ? 'kinetic energy per nucleon' : 'kinetic energy';
  const x = axis === 'rigidity' ? 'x: rigidity in GV' : `x: ${energy} in GeV`;
  const isAdded = isSumOfIsotopes(subject);
  const added = isAdded ? `isotopes are added at equal ${axis === 'rigidity' ? 'rigidity' : energy}` : '';
  const ofMain = isAdded && axis === null ? `rigidityGV is that of ${main.label.toLowerCase()}` : '';
  const what = isRatioSubject(subject) ? 'ratio' : 'flux';
  return [
    axis === null ? '' : x,
    `lis: interstellar ${what} at the Sun`,
    `modulated: ${what} at Earth`,
    unitOf(command),
    added,
    ofMain,
  ]
    .filter((part) => part)
    .join('; ');
}

function whatIsGiven(command: SolveCommand): string {
  return command.kind === 'particle' ? particleIsGiven(command) : composedIsGiven(command);
}

/** What was asked for, by the option that did. */
function askedFor(command: SolveCommand): Readonly<Record<string, string>> {
  if (command.kind === 'particle') return { species: command.species };
  const { subject, axis } = command;
  return axis === null ? { species: subject.word } : { observable: subject.word, axis };
}

const refinementText = ({ refinement }: SolveReport) => (refinement > 0 ? `, refinement ${refinement}` : '');

const solveNames: Readonly<Record<SolveKey, string>> = {
  p: 'protons',
  'e-': 'primary electrons',
  nuclei: 'nuclei',
  secondaries: 'secondaries',
};

/** A solve beside the leading one, in a line. */
function partLine({ solve, report }: SolvedPart): string {
  return [
    `solved with it: ${solveNames[solve]}${refinementText(report)}`,
    `grid ${gridText(report.grid, 'x')}`,
    `iterations ${report.iterations}`,
    `residual ${report.residual.toExponential(1)}`,
    `estimated error ${boundText(report.errorEstimate)}`,
  ].join('; ');
}

function reportOf({
  tier,
  grid,
  iterations,
  residual,
  errorEstimate,
  refinement,
  milliseconds,
}: SolveReport) {
  return {
    tier,
    grid,
    iterations,
    residual,
    // What is no number cannot be written in JSON.
    errorEstimate: Number.isFinite(errorEstimate) ? errorEstimate : null,
    refinement,
    milliseconds,
  };
}

/** The same solve always gives the same text: the time it took is in the JSON only. */
export function formatCsv(
  command: SolveCommand,
  { report, solvedWith = [], columns }: Solution,
  remarks: readonly string[] = [],
): string {
  const preset = presets[command.presetId];
  const { grid } = report;
  const header = [
    'Two-Halo Explorer: steady cosmic-ray transport',
    `preset: ${presetLine(command)}`,
    `citation: ${preset.citation}`,
    ...Object.entries(askedFor(command)).map(([name, word]) => `${name}: ${word}`),
    ...parameterLines(command),
    `tier: ${report.tier}${refinementText(report)}`,
    `grid: ${gridText(grid, 'x')}, z >= 0`,
    `iterations: ${report.iterations}`,
    `residual: ${report.residual.toExponential(1)}`,
    `estimated error: ${boundText(report.errorEstimate)}`,
    ...solvedWith.map(partLine),
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
  { report, solvedWith = [], columns }: Solution,
  remarks: readonly string[] = [],
): string {
  const preset = presets[command.presetId];
  const unit = unitOf(command);
  const { profile } = command;
  const answer = profile === null ? { spectrum: columns } : { profile: { ...profile, ...columns } };
  const document = {
    preset: { id: preset.id, title: preset.title, citation: preset.citation },
    ...askedFor(command),
    parameters: Object.fromEntries(parameterTable.map(({ id }) => [id, command.parameters[id]])),
    ...reportOf(report),
    ...(solvedWith.length === 0
      ? {}
      : { solvedWith: solvedWith.map((part) => ({ solve: part.solve, ...reportOf(part.report) })) }),
    ...(unit === null ? {} : { fluxUnit: unit }),
    ...(remarks.length === 0 ? {} : { notes: remarks }),
    ...answer,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
