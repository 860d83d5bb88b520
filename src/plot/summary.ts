/** The figure in one sentence, for those who do not see it: how the two models compare and whether they harden. */
import { isPerNucleon, isRatio, type ObservableId, observables } from '../model/observables';
import type { ObservableSpectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';
import { observableFigures } from './observableFigures';
import type { EnergyRange, ShownModels } from './vocabulary';

/** Where slopes are told in a zoomed figure: the outer thirds of what is in view (in decades). */
function bandsInView([from, to]: EnergyRange): readonly [
  readonly [number, number],
  readonly [number, number],
] {
  const at = (share: number) => Number((from * (to / from) ** share).toPrecision(2));
  return [
    [at(0), at(1 / 3)],
    [at(2 / 3), at(1)],
  ];
}

/** d ln flux / d ln E between two energies. */
export function localSlope(spectrum: ObservableSpectrum, from: number, to: number): number {
  const at = (energy: number) => interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.modulated, energy);
  return Math.log(at(to) / at(from)) / Math.log(to / from);
}

function signed(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

function gevText(gev: number): string {
  return gev >= 1000 ? `${Number((gev / 1000).toPrecision(3))} TeV` : `${gev} GeV`;
}

function withinSolve([from, to]: EnergyRange, ...spectra: readonly ObservableSpectrum[]): EnergyRange {
  const first = Math.max(...spectra.map((spectrum) => spectrum.kineticEnergyGeV[0] ?? 0));
  const last = Math.min(...spectra.map((spectrum) => spectrum.kineticEnergyGeV.at(-1) ?? 0));
  return [Math.max(from, first), Math.min(to, last)];
}

const bothShown = { thm: true, cm: true };

/** `inView`: the energies that a zoomed figure shows, or null. `shown`: which curves are not switched off. */
export function figureSummary(
  observable: ObservableId,
  thm: ObservableSpectrum | null,
  cm: ObservableSpectrum | null,
  inView: EnergyRange | null,
  shown: Pick<ShownModels, 'thm' | 'cm'> = bothShown,
): string {
  const { name } = observables[observable];
  const energyText = (gev: number) => `${gevText(gev)}${isPerNucleon(observable) ? '/n' : ''}`;
  const what = isRatio(observable) ? 'ratio' : 'flux';
  if (!shown.thm && !shown.cm) return `${name}: both curves are switched off.`;
  if (thm === null || cm === null) return `${name}: the curves are being solved.`;
  const solved = inView === null ? null : withinSolve(inView, thm, cm);
  if (solved !== null && solved[0] >= solved[1]) return `${name}: the curves lie outside the view.`;
  const zoomed = solved === null ? null : bandsInView(solved);
  const [low, high] = zoomed ?? observableFigures[observable].slopes;
  const slopes = (spectrum: ObservableSpectrum) =>
    `slope ${signed(localSlope(spectrum, ...low))} at ${energyText(low[0])}–${energyText(low[1])} and ${signed(localSlope(spectrum, ...high))} at ${energyText(high[0])}–${energyText(high[1])}`;
  const zoom = zoomed === null ? '' : `, zoomed to ${energyText(zoomed[0][0])}–${energyText(zoomed[1][1])}`;
  if (!shown.thm)
    return `${name}${zoom}: the conventional curve has ${slopes(cm)}; the two-halo one is switched off.`;
  if (!shown.cm)
    return `${name}${zoom}: the two-halo curve has ${slopes(thm)}; the conventional one is switched off.`;
  const energy = zoomed === null ? observableFigures[observable].comparedAtGeV : zoomed[1][0];
  const at = (spectrum: ObservableSpectrum) =>
    interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.modulated, energy);
  const ratio = at(thm) / at(cm);
  const comparison =
    Math.abs(ratio - 1) < 0.005
      ? `equal to`
      : ratio > 1
        ? `${((ratio - 1) * 100).toFixed(0)} % above`
        : `${((1 - ratio) * 100).toFixed(0)} % below`;
  return `${name}${zoom}: the two-halo curve has ${slopes(thm)}; the conventional one has ${slopes(cm)}. At ${energyText(energy)} the two-halo ${what} is ${comparison} the conventional one.`;
}
