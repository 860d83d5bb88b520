/**
 * `npm run bench`: what a solve costs on this machine.
 *
 * Cold: the first solve of a fresh process. Warm: solves after warm-up while delta0 moves a little each time, as in a
 * drag of its slider; each is a new problem and starts, as in the worker, from the solution before. The ratio to the triad loop a[i] = b[i] + s c[i] over as many
 * doubles, in the same process, says how many such sweeps a solve is worth, whatever the machine.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { memoryUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { solveBox } from '../src/model/boxGalaxy';
import { boxSettings } from '../src/model/boxSettings';
import { solveGalaxy } from '../src/model/galaxy';
import type { Parameters } from '../src/model/parameters/values';
import type { SolveKey } from '../src/model/particles';
import { type PresetId, presetIds, presets } from '../src/model/presets';
import { propagate } from '../src/model/propagate';
import type { SolveReport, SpeciesKey, Tier } from '../src/model/propagated';
import { tierSettings } from '../src/model/tiers';
import { solveNear } from './solves';
import { median, percentile95, powerLawExponent, triadNanosecondsPerElement } from './statistics';

const speciesKeys = ['p', 'e-'] as const satisfies readonly SpeciesKey[];
const coldSamples = 6;
const warmUpRuns = 10;
const warmRuns = 40;

function coldMilliseconds(presetId: PresetId, solve: SolveKey, tier: Tier): readonly number[] {
  const program = fileURLToPath(new URL('coldSolve.ts', import.meta.url));
  return Array.from({ length: coldSamples }, () =>
    Number(
      execFileSync(process.execPath, ['--import', 'tsx', program, presetId, solve, tier], {
        encoding: 'utf8',
      }),
    ),
  );
}

/** A slider that goes back and forth in small steps, never twice at the same place. */
function dragged(parameters: Parameters, step: number): Parameters {
  return { ...parameters, delta0: parameters.delta0 + 0.05 * Math.sin(0.1 * step + 0.01) };
}

interface Warm {
  readonly milliseconds: readonly number[];
  readonly report: SolveReport;
}

function warmSolves(parameters: Parameters, solve: SolveKey, tier: Tier, runs: number): Warm {
  const milliseconds: number[] = [];
  let report: SolveReport | undefined;
  for (let run = -warmUpRuns; run < runs; run++) {
    const started = performance.now();
    report = solveNear(solve, { parameters: dragged(parameters, run), tier }).report;
    if (run >= 0) milliseconds.push(performance.now() - started);
  }
  return { milliseconds, report: report! };
}

const unknownsOf = ({ grid }: SolveReport) =>
  Object.values(grid).reduce((product, count) => product * count, 1);
const gridOf = ({ grid }: SolveReport) => Object.values(grid).join('x');

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padStart(widths[column]!)).join('  '));
  console.log('');
}

function benchCases(tier: 'settled' | 'live'): void {
  const cold = tier === 'settled';
  const rows = [
    [
      'model',
      'species',
      'grid',
      'unknowns',
      'iterations',
      ...(cold ? ['cold ms'] : []),
      'warm ms',
      'p95 ms',
    ].concat(['ns/unknown', 'triad ns', 'ratio']),
  ];
  for (const presetId of presetIds) {
    for (const species of speciesKeys) {
      const { milliseconds, report } = warmSolves(presets[presetId].parameters, species, tier, warmRuns);
      const unknowns = unknownsOf(report);
      const perUnknown = (median(milliseconds) * 1e6) / unknowns;
      const yardstick = triadNanosecondsPerElement(unknowns);
      rows.push([
        presetId,
        species,
        gridOf(report),
        String(unknowns),
        String(report.iterations),
        ...(cold ? [median(coldMilliseconds(presetId, species, tier)).toFixed(0)] : []),
        median(milliseconds).toFixed(1),
        percentile95(milliseconds).toFixed(1),
        perUnknown.toFixed(0),
        yardstick.toFixed(2),
        (perUnknown / yardstick).toFixed(0),
      ]);
    }
  }
  console.log(`Tier ${tier}: medians of ${warmRuns} warm${cold ? ` and ${coldSamples} cold` : ''} solves`);
  printTable(rows);
}

/** The whole chain of nuclei, and that of secondaries with the protons and helium that make them. */
function benchSeveral(): void {
  const rows = [['model', 'solve', 'tier', 'grid of each', 'iterations', 'cold ms', 'warm ms', 'p95 ms']];
  for (const presetId of presetIds) {
    for (const solve of ['nuclei', 'secondaries'] as const) {
      for (const tier of ['settled', 'live'] as const) {
        const { milliseconds, report } = warmSolves(presets[presetId].parameters, solve, tier, warmRuns / 4);
        rows.push([
          presetId,
          solve,
          tier,
          gridOf(report),
          String(report.iterations),
          median(coldMilliseconds(presetId, solve, tier)).toFixed(0),
          median(milliseconds).toFixed(0),
          percentile95(milliseconds).toFixed(0),
        ]);
      }
    }
  }
  console.log(
    `Several particles in one solve: medians of ${warmRuns / 4} warm and ${coldSamples} cold solves`,
  );
  printTable(rows);
}

/** The compiled iteration against the readable one, in turns, so that both see the same machine. */
function benchKernels(): void {
  const rows = [['model', 'species', 'compiled ms', 'readable ms', 'ratio']];
  for (const presetId of presetIds) {
    for (const species of speciesKeys) {
      const { parameters } = presets[presetId];
      const [compiled, readable] = [false, true].map((isReadable) => ({
        settings: { ...tierSettings.settled, isReadable },
        milliseconds: [] as number[],
        near: solveGalaxy({ parameters, species, tier: 'settled' }, tierSettings.settled),
      }));
      for (let run = -warmUpRuns; run < warmRuns; run++) {
        const request = { parameters: dragged(parameters, run), species, tier: 'settled' } as const;
        for (const kernel of [compiled!, readable!]) {
          const started = performance.now();
          kernel.near = solveGalaxy(request, kernel.settings, kernel.near);
          if (run >= 0) kernel.milliseconds.push(performance.now() - started);
        }
      }
      const [one, other] = [median(compiled!.milliseconds), median(readable!.milliseconds)];
      rows.push([presetId, species, one.toFixed(1), other.toFixed(1), (other / one).toFixed(2)]);
    }
  }
  console.log(`Iterations of the whole warm solve, medians of ${warmRuns}`);
  printTable(rows);
}

function benchReference(): void {
  const rows = [['model', 'species', 'grid', 'unknowns', 'iterations', 'residual', 'ms']];
  for (const presetId of presetIds) {
    for (const species of speciesKeys) {
      const { parameters } = presets[presetId];
      const { report } = propagate({ parameters, species, tier: 'reference' });
      rows.push([
        presetId,
        species,
        gridOf(report),
        String(unknownsOf(report)),
        String(report.iterations),
        report.residual.toExponential(1),
        report.milliseconds.toFixed(0),
      ]);
    }
  }
  console.log('Tier reference: one solve each');
  printTable(rows);
}

/** Cost of a solve from nothing against the number of unknowns, all three directions refined alike. */
function benchScaling(): void {
  const base = tierSettings.settled;
  const { parameters } = presets.thm;
  for (const species of speciesKeys) {
    const rows = [['grid', 'unknowns', 'iterations', 'ms', 'ns/unknown']];
    const counts: number[] = [];
    const times: number[] = [];
    const settledUnknowns = unknownsOf(propagate({ parameters, species, tier: 'settled' }).report);
    for (const target of [3e4, 6e4, 1.2e5, 2.5e5, 5e5, 1e6]) {
      const refinement = Math.cbrt(target / settledUnknowns);
      const settings = {
        ...base,
        radii: Math.round(base.radii * refinement),
        heights: Math.round(base.heights * refinement),
        firstHeightKpc: base.firstHeightKpc / refinement,
        momentumWidth: base.momentumWidth / refinement,
      };
      const reports = Array.from(
        { length: target > 2e5 ? 2 : 5 },
        () => solveGalaxy({ parameters, species, tier: 'settled' }, settings).report,
      );
      const report = reports[0]!;
      const milliseconds = Math.min(...reports.map((one) => one.milliseconds));
      const unknowns = unknownsOf(report);
      counts.push(unknowns);
      times.push(milliseconds);
      rows.push([
        gridOf(report),
        String(unknowns),
        String(report.iterations),
        milliseconds.toFixed(0),
        ((milliseconds * 1e6) / unknowns).toFixed(0),
      ]);
    }
    console.log(
      `Scaling, thm ${species}, residual ${base.tolerance.toExponential(0)}: cost ~ N^${powerLawExponent(counts, times).toFixed(2)}`,
    );
    printTable(rows);
  }
}

/** The three-dimensional solve, one part in this one thread: the page solves the two parts of arms side by side. */
function benchBox(): void {
  const rows = [
    ['model', 'species', 'sources', 'grid', 'unknowns of the part', 'iterations', 'residual', 's', 'MB'],
  ];
  for (const presetId of presetIds) {
    for (const species of speciesKeys) {
      for (const sources of ['ferriere', 'arms'] as const) {
        const parameters = { ...presets[presetId].parameters, sources };
        const { report, g } = solveBox({ parameters, species, part: 'even' });
        rows.push([
          presetId,
          species,
          sources,
          gridOf(report),
          String(g.length),
          String(report.iterations),
          report.residual.toExponential(1),
          (report.milliseconds / 1000).toFixed(2),
          // Of this process, the code and what is not yet collected included.
          (memoryUsage().rss / 1e6).toFixed(0),
        ]);
      }
    }
  }
  console.log('Three dimensions: the part even in y, which holds the Sun');
  printTable(rows);
}

/** Cost of a solve in three dimensions against the number of unknowns, the cells of all three directions refined alike. */
function benchBoxScaling(): void {
  const { parameters } = presets.thm;
  for (const species of speciesKeys) {
    const base = boxSettings[species];
    const counts: number[] = [];
    const times: number[] = [];
    const rows = [['grid', 'unknowns of the part', 'iterations', 's', 'ns/unknown']];
    for (const refinement of [0.5, 0.7, 1, 1.25]) {
      const settings = {
        ...base,
        lateralCells: Math.round(base.lateralCells * refinement),
        smallestKpc: base.smallestKpc / refinement,
        heights: Math.round(base.heights * refinement),
        firstHeightKpc: base.firstHeightKpc / refinement,
      };
      const { report, g } = solveBox({ parameters, species, part: 'even' }, undefined, settings);
      counts.push(g.length);
      times.push(report.milliseconds);
      rows.push([
        gridOf(report),
        String(g.length),
        String(report.iterations),
        (report.milliseconds / 1000).toFixed(2),
        ((report.milliseconds * 1e6) / g.length).toFixed(0),
      ]);
    }
    console.log(
      `Scaling in three dimensions, thm ${species}: cost ~ N^${powerLawExponent(counts, times).toFixed(2)}`,
    );
    printTable(rows);
  }
}

const processors = cpus();
console.log(
  `Node ${process.version}, ${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}\n`,
);
benchCases('settled');
benchCases('live');
benchSeveral();
benchKernels();
benchReference();
benchScaling();
benchBox();
benchBoxScaling();
