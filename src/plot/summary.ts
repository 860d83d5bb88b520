/** The figure in one sentence, for those who do not see it: how the two models compare and whether they harden. */
import { particles } from '../model/particles';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';
import { particleFigures } from './particleFigures';
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
export function localSlope(spectrum: Spectrum, from: number, to: number): number {
  const at = (energy: number) => interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.modulated, energy);
  return Math.log(at(to) / at(from)) / Math.log(to / from);
}

function signed(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

function energyText(gev: number): string {
  return gev >= 1000 ? `${Number((gev / 1000).toPrecision(3))} TeV` : `${gev} GeV`;
}

function withinSolve([from, to]: EnergyRange, ...spectra: readonly Spectrum[]): EnergyRange {
  const first = Math.max(...spectra.map((spectrum) => spectrum.kineticEnergyGeV[0] ?? 0));
  const last = Math.min(...spectra.map((spectrum) => spectrum.kineticEnergyGeV.at(-1) ?? 0));
  return [Math.max(from, first), Math.min(to, last)];
}

const bothShown = { thm: true, cm: true };

/** `inView`: the energies that a zoomed figure shows, or null. `shown`: which curves are not switched off. */
export function figureSummary(
  species: SpeciesKey,
  thm: Spectrum | null,
  cm: Spectrum | null,
  inView: EnergyRange | null,
  shown: Pick<ShownModels, 'thm' | 'cm'> = bothShown,
): string {
  const particle = particles[species].name;
  if (!shown.thm && !shown.cm) return `${particle}: both curves are switched off.`;
  if (thm === null || cm === null) return `${particle}: the curves are being solved.`;
  const solved = inView === null ? null : withinSolve(inView, thm, cm);
  if (solved !== null && solved[0] >= solved[1]) return `${particle}: the curves lie outside the view.`;
  const zoomed = solved === null ? null : bandsInView(solved);
  const [low, high] = zoomed ?? particleFigures[species].slopes;
  const slopes = (spectrum: Spectrum) =>
    `slope ${signed(localSlope(spectrum, ...low))} at ${energyText(low[0])}–${energyText(low[1])} and ${signed(localSlope(spectrum, ...high))} at ${energyText(high[0])}–${energyText(high[1])}`;
  const zoom = zoomed === null ? '' : `, zoomed to ${energyText(zoomed[0][0])}–${energyText(zoomed[1][1])}`;
  if (!shown.thm)
    return `${particle}${zoom}: the conventional curve has ${slopes(cm)}; the two-halo one is switched off.`;
  if (!shown.cm)
    return `${particle}${zoom}: the two-halo curve has ${slopes(thm)}; the conventional one is switched off.`;
  const energy = zoomed === null ? particleFigures[species].comparedAtGeV : zoomed[1][0];
  const at = (spectrum: Spectrum) => interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.modulated, energy);
  const ratio = at(thm) / at(cm);
  const comparison =
    Math.abs(ratio - 1) < 0.005
      ? `equal to`
      : ratio > 1
        ? `${((ratio - 1) * 100).toFixed(0)} % above`
        : `${((1 - ratio) * 100).toFixed(0)} % below`;
  return `${particle}${zoom}: the two-halo curve has ${slopes(thm)}; the conventional one has ${slopes(cm)}. At ${energyText(energy)} the two-halo flux is ${comparison} the conventional one.`;
}
