/** What a reader would not expect of an injection law whose breaks are allowed one by one but not in this order. */
import { type ExplorerParameterId, formatNumber, type Parameters } from './parameters/values';
import type { ParticlePrefix } from './particles';

/** One sentence where the second break of a species does not act as its name says; otherwise null. */
export function secondBreakRemark(parameters: Parameters, prefix: ParticlePrefix): string | null {
  const first = parameters[`${prefix}.rhoBr`];
  const second = parameters[`${prefix}.rhoBr2`];
  if (parameters[`${prefix}.secondBreak`] === 'off' || second > first) return null;
  return `The second break (${formatNumber(second)} GV) is not above the first (${formatNumber(first)} GV): there is one break, at the first, with the slope above the second.`;
}

/** The remark that belongs beside a parameter's control, if there is one. */
export function parameterRemark(parameters: Parameters, id: ExplorerParameterId): string | null {
  if (id === 'p.rhoBr2') return secondBreakRemark(parameters, 'p');
  return id === 'e.rhoBr2' ? secondBreakRemark(parameters, 'e') : null;
}
