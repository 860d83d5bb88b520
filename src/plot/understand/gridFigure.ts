/** What a grid hides: DRAGON at two settings over the data and against the converged solution, and our own grid made coarser. */
import type { Dash, Data } from 'plotly.js';
import type { DragonCase, DragonCurve, DragonGrade } from '../../measurements/dragonCurves';
import type { MeasuredTable } from '../../measurements/tableTypes';
import type { Parameters } from '../../model/parameters/values';
import { injectedIn, particles } from '../../model/particles';
import type { Propagated, SpeciesKey, Spectrum } from '../../model/propagated';
import { interpolateLogLog } from '../../model/spectrum';
import { kineticEnergyPerNucleonGeV } from '../../physics/kinematics';
import { forceFieldFlux } from '../../physics/modulation';
import { speciesTable } from '../../physics/species';
import { abscissaTitle, ordinateTitle } from '../axes';
import type { CurvePoints } from '../curves';
import { scientific } from '../hover';
import { tableTrace } from '../marks/tableTrace';
import { observableFigures } from '../observableFigures';
import { type Palette, palettes, type ThemeName } from '../palette';
import type { AxisChoice } from '../vocabulary';
import { particleRanges } from './particleRanges';
import type { PlainFigure } from './themedFigure';

/** Kinetic energies (GeV) at which errors are told. */
export const toldEnergiesGeV = [1, 10, 100, 1e3, 1e4] as const;

/** A curve on kinetic energies (GeV), in any unit. */
export interface PlainCurve {
  readonly kineticEnergyGeV: Float64Array;
  readonly value: Float64Array;
}

export function curveOfDragon({ kineticEnergyGeV, density }: DragonCurve): PlainCurve {
  return { kineticEnergyGeV, value: density };
}

export function curveOfSolve({ kineticEnergyGeV, flux }: Propagated): PlainCurve {
  return { kineticEnergyGeV, value: flux };
}

/** Per cent by which a curve lies above another at an energy (GeV); NaN beyond either. */
export function deviationPercent(curve: PlainCurve, target: PlainCurve, energyGeV: number): number {
  const at = ({ kineticEnergyGeV, value }: PlainCurve) => {
    const reaches = energyGeV >= kineticEnergyGeV[0]! && energyGeV <= kineticEnergyGeV.at(-1)!;
    return reaches ? interpolateLogLog(kineticEnergyGeV, value, energyGeV) : Number.NaN;
  };
  return 100 * (at(curve) / at(target) - 1);
}

/** The same in shape alone: both are made equal at the species' reference energy, as the models are when they are drawn. */
export function shapeDeviationPercent(
  curve: PlainCurve,
  target: PlainCurve,
  species: SpeciesKey,
  energyGeV: number,
): number {
  const ratio = (energy: number) => 1 + deviationPercent(curve, target, energy) / 100;
  return 100 * (ratio(energyGeV) / ratio(particles[species].normalisationEnergyGeV) - 1);
}

/** A density of DRAGON's as the paper's models are drawn: scaled to the reference flux of the model, and modulated. */
export function modulatedDragon(curve: DragonCurve, species: SpeciesKey, parameters: Parameters): PlainCurve {
  const { kineticEnergyGeV, density } = curve;
  const particle = speciesTable[species];
  const reference = interpolateLogLog(kineticEnergyGeV, density, particles[species].normalisationEnergyGeV);
  const scale = parameters[particles[species].norm] / reference;
  const potentialMV = parameters[particles[species].potential];
  const value = kineticEnergyGeV.map((energy) =>
    forceFieldFlux(
      particle,
      potentialMV,
      kineticEnergyPerNucleonGeV(energy),
      (shifted) => scale * interpolateLogLog(kineticEnergyGeV, density, shifted),
    ),
  );
  return { kineticEnergyGeV, value };
}

interface LineStyle {
  readonly name: string;
  readonly colour: keyof Pick<Palette, 'thm' | 'cm' | 'analytic' | 'ink' | 'mutedInk'>;
  readonly width: number;
  readonly dash: Dash;
}

export const gridStyles: Readonly<Record<DragonGrade | 'ours', LineStyle>> = {
  default: { name: 'DRAGON, default', colour: 'analytic', width: 2.4, dash: 'dash' },
  fine: { name: 'DRAGON, fine', colour: 'mutedInk', width: 2, dash: 'dot' },
  converged: { name: 'Converged', colour: 'ink', width: 1.8, dash: 'solid' },
  ours: { name: 'This page', colour: 'thm', width: 2.4, dash: 'dashdot' },
};

interface LineText {
  readonly unit: string;
  readonly name?: string;
}

function line(style: LineStyle, { x, y }: CurvePoints, theme: ThemeName, { unit, name }: LineText): Data {
  const shown = name ?? style.name;
  return {
    type: 'scatter',
    mode: 'lines',
    name: shown,
    x: [...x],
    y: [...y],
    line: { color: palettes[theme][style.colour], width: style.width, dash: style.dash },
    text: x.map((energy) => `${scientific(energy)} GeV`),
    hovertemplate: `<b>${shown}</b><br>%{text}<br>%{y:.3~g}${unit}<extra></extra>`,
  };
}

function timesPower({ kineticEnergyGeV, value }: PlainCurve, power: number): CurvePoints {
  return {
    x: [...kineticEnergyGeV],
    y: Array.from(value, (flux, i) => flux * kineticEnergyGeV[i]! ** power),
  };
}

/** The name of our own curve on cells wider by a factor. */
export function oursName(coarsening: number): string {
  return coarsening === 1
    ? `${gridStyles.ours.name}, its own cells`
    : `${gridStyles.ours.name}, cells × ${coarsening}`;
}

export interface GridSpectrumInput {
  readonly species: SpeciesKey;
  readonly dragon: DragonCase | null;
  /** The paper's model that DRAGON solved: its normalisation and potential are DRAGON's here. */
  readonly paperModel: Parameters;
  /** Our own spectrum, solved on coarser cells; null: not solved yet. */
  readonly ours: Spectrum | null;
  readonly coarsening: number;
  readonly tables: readonly MeasuredTable[];
  /** All tables of the species, so that markers are those of the other figures. */
  readonly allTables: readonly MeasuredTable[];
  readonly theme: ThemeName;
}

const grades: readonly DragonGrade[] = ['converged', 'fine', 'default'];

/** Spectra over the data. */
export function gridSpectrumFigure(input: GridSpectrumInput): PlainFigure {
  const { species, dragon, paperModel, ours, tables, allTables, theme } = input;
  const choice: AxisChoice = {
    observable: species,
    abscissa: 'energy',
    power: observableFigures[species].power,
  };
  const ranges = particleRanges[species].grid.spectrum;
  const axis = { type: 'log' as const, dtick: 1, exponentformat: 'power' as const };
  const unit = '';
  return {
    data: [
      ...tables.map((table) => ({ ...tableTrace(table, allTables, choice, theme, true), showlegend: false })),
      ...(dragon === null
        ? []
        : grades.map((grade) => {
            const curve = modulatedDragon(dragon.curves[grade], species, paperModel);
            return line(gridStyles[grade], timesPower(curve, choice.power), theme, { unit });
          })),
      ...(ours === null
        ? []
        : [
            line(
              gridStyles.ours,
              timesPower({ kineticEnergyGeV: ours.kineticEnergyGeV, value: ours.modulated }, choice.power),
              theme,
              { unit, name: oursName(input.coarsening) },
            ),
          ]),
    ],
    layout: {
      showlegend: true,
      xaxis: { ...axis, range: [...ranges.x], title: { text: abscissaTitle(choice) } },
      // Little more than a decade: labels at 1, 2 and 5.
      yaxis: { ...axis, dtick: 'D2', range: [...ranges.y], title: { text: ordinateTitle(choice) } },
    },
  };
}

/** Kinetic energies (GeV) at which deviations are drawn, twenty to the decade. */
const drawnEnergiesGeV = Array.from({ length: 121 }, (_, i) => 0.1 * 10 ** (i / 20));

function deviations(curve: PlainCurve, target: PlainCurve, species: SpeciesKey, to: number): CurvePoints {
  const points = drawnEnergiesGeV
    .filter((energy) => energy <= to)
    .map((x) => ({ x, y: shapeDeviationPercent(curve, target, species, x) }))
    .filter(({ y }) => Number.isFinite(y));
  return { x: points.map(({ x }) => x), y: points.map(({ y }) => y) };
}

export interface GridErrorInput {
  readonly species: SpeciesKey;
  readonly dragon: DragonCase | null;
  /** The same model on our own cells and on coarser ones; null: not solved yet. */
  readonly standard: Propagated | null;
  readonly coarse: Propagated | null;
  readonly coarsening: number;
  readonly theme: ThemeName;
}

/** What a grid changes in the shape of the spectrum, in per cent. */
export function gridErrorFigure(input: GridErrorInput): PlainFigure {
  const { species, dragon, standard, coarse, coarsening, theme } = input;
  const last = particleRanges[species].grid.lastGeV;
  const unit = ' %';
  const ours =
    standard === null || coarse === null
      ? []
      : [
          line(
            gridStyles.ours,
            deviations(curveOfSolve(coarse), curveOfSolve(standard), species, last),
            theme,
            { unit, name: oursName(coarsening) },
          ),
        ];
  const theirs =
    dragon === null
      ? []
      : (['fine', 'default'] as const).map((grade) =>
          line(
            gridStyles[grade],
            deviations(
              curveOfDragon(dragon.curves[grade]),
              curveOfDragon(dragon.curves.converged),
              species,
              last,
            ),
            theme,
            { unit },
          ),
        );
  return {
    data: [...theirs, ...ours],
    layout: {
      showlegend: true,
      xaxis: {
        type: 'log',
        dtick: 1,
        exponentformat: 'power',
        range: [-1, Math.log10(last)],
        title: { text: abscissaTitle({ abscissa: 'energy', observable: 'p' }) },
      },
      yaxis: {
        range: [-45, 25],
        zeroline: true,
        zerolinecolor: palettes[theme].mutedInk,
        title: { text: 'Error of the shape (%)' },
      },
    },
  };
}

export interface CoarseError {
  readonly energyGeV: number;
  /** Per cent, for the same sources. */
  readonly absolute: number;
  /** Per cent, both equal at the reference energy. */
  readonly shape: number;
}

/** What a coarser grid changes at the energies that are told. */
export function coarseErrors(coarse: Propagated, standard: Propagated): readonly CoarseError[] {
  const [ours, target] = [curveOfSolve(coarse), curveOfSolve(standard)];
  return toldEnergiesGeV.map((energyGeV) => ({
    energyGeV,
    absolute: deviationPercent(ours, target, energyGeV),
    shape: shapeDeviationPercent(ours, target, injectedIn(standard.species), energyGeV),
  }));
}

/** "+3.2", "−18", "0.0": per cent with one place below ten. */
export function percentText(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return 'not known';
  const text = Math.abs(value).toFixed(Math.abs(value) < 9.95 ? 1 : 0);
  if (Number(text) === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}
