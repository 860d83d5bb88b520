/** The numbers that a step is about, as they are now, in words: what a person steers by. */

import { particles } from '../../model/particles';
import { laneModelKey, laneSpecies, type SpeciesLaneId } from '../lanes';
import { allChecks, type Check, type CheckContext, type Measuring, measured } from './check';

function laneName(lane: SpeciesLaneId): string {
  return `${laneModelKey[lane].toUpperCase()} ${particles[laneSpecies[lane]].word}`;
}

function energyText(energyGeV: number): string {
  return energyGeV >= 1000 ? `${energyGeV / 1000} TeV` : `${energyGeV} GeV`;
}

function isMeasuring(check: Check): check is Measuring {
  return ['slope', 'hardening', 'ratio', 'ghost', 'modulation', 'crossing'].includes(check.kind);
}

function what(check: Measuring): string {
  switch (check.kind) {
    case 'slope':
      return `${laneName(check.lane)}, index at ${energyText(check.energyGeV)}`;
    case 'hardening':
      return `${laneName(check.lane)}, fall of the index from ${energyText(check.fromGeV)} to ${energyText(check.toGeV)}`;
    case 'ratio':
      return `THM / CM ${particles[check.species].word} at ${energyText(check.energyGeV)}, equal at ${energyText(check.referenceGeV)}`;
    case 'ghost':
      return `${laneName(check.lane)}, largest difference to "${check.name}" from ${energyText(check.fromGeV)} to ${energyText(check.toGeV)}`;
    case 'modulation':
      return `${laneName(check.lane)}, flux at Earth / outside at ${energyText(check.energyGeV)}`;
    case 'crossing':
      return 'Crossing rigidity';
  }
}

function valueText(check: Measuring, value: number | null): string {
  if (value === null) return 'not solved yet';
  if (!Number.isFinite(value)) return 'none';
  if (check.kind === 'crossing') return `${value.toFixed(value < 100 ? 1 : 0)} GV`;
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
