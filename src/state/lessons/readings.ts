/** The numbers that a step is about, as they are now, in words: what a person steers by. */

import { models } from '../../model/models';
import { isPerNucleon, observables } from '../../model/observables';
import { particles } from '../../model/particles';
import { scientific } from '../../plot/hover';
import { allChecks, type Check, type CheckContext, type Measuring, measured } from './check';
import { type CurveId, partsOf } from './curves';

function curveName(curve: CurveId): string {
  const { model, observable } = partsOf(curve);
  const own =
    observable === 'p' || observable === 'e-' ? particles[observable].word : observables[observable].symbol;
  return `${models[model].short} ${own}`;
}

function energyText(energyGeV: number, curve?: CurveId): string {
  const perNucleon = curve !== undefined && isPerNucleon(partsOf(curve).observable) ? '/n' : '';
  return energyGeV >= 1000 ? `${energyGeV / 1000} TeV${perNucleon}` : `${energyGeV} GeV${perNucleon}`;
}

function isMeasuring(check: Check): check is Measuring {
  return ['value', 'slope', 'hardening', 'ratio', 'ghost', 'modulation', 'crossing'].includes(check.kind);
}

function what(check: Measuring): string {
  switch (check.kind) {
    case 'value':
      return `${curveName(check.lane)} at ${energyText(check.energyGeV, check.lane)}`;
    case 'slope':
      return `${curveName(check.lane)}, index at ${energyText(check.energyGeV, check.lane)}`;
    case 'hardening':
      return `${curveName(check.lane)}, fall of the index from ${energyText(check.fromGeV, check.lane)} to ${energyText(check.toGeV, check.lane)}`;
    case 'ratio':
      return `THM / CM ${particles[check.species].word} at ${energyText(check.energyGeV)}, equal at ${energyText(check.referenceGeV)}`;
    case 'ghost':
      return `${curveName(check.lane)}, largest difference to "${check.name}" from ${energyText(check.fromGeV, check.lane)} to ${energyText(check.toGeV, check.lane)}`;
    case 'modulation':
      return `${curveName(check.lane)}, flux at Earth / outside at ${energyText(check.energyGeV, check.lane)}`;
    case 'crossing':
      return 'Crossing rigidity';
  }
}

function valueText(check: Measuring, value: number | null): string {
  if (value === null) return 'not solved yet';
  if (!Number.isFinite(value)) return 'none';
  if (check.kind === 'crossing') return `${value.toFixed(value < 100 ? 1 : 0)} GV`;
  if (check.kind === 'value') return scientific(value);
  return check.kind === 'ghost' ? `${value.toFixed(1)} %` : value.toFixed(2);
}

export interface Reading {
  readonly what: string;
  readonly value: string;
}

/** One for each number that the check compares, as long as the person is not asked to find that number. */
export function readings(check: Check, context: CheckContext): readonly Reading[] {
  return allChecks(check)
    .filter(isMeasuring)
    .map((one) => ({ what: what(one), value: valueText(one, measured(one, context)) }));
}
