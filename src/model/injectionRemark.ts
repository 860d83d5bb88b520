/** What a reader would not expect of an injection law whose breaks are allowed one by one but not in this order. */
import { type ExplorerParameterId, formatNumber, type Parameters } from './parameters';

/** One sentence where the second break of a species does not act as its name says; otherwise null. */
export function secondBreakRemark(parameters: Parameters, prefix: 'p' | 'e'): string | null {
  if (parameters[`${prefix}.secondBreak`] === 'off') return null;
  const [first, second, cutoff] = [
    parameters[`${prefix}.rhoBr`],
    parameters[`${prefix}.rhoBr2`],
    parameters[`${prefix}.rhoCut`],
  ];
  const at = (rigidityGV: number) => `${formatNumber(rigidityGV)} GV`;
  if (second <= first)
    return `The second break (${at(second)}) is not above the first (${at(first)}): there is one break, at the first, with the slope above the second.`;
  if (second >= cutoff)
    return `The second break (${at(second)}) is not below the cutoff (${at(cutoff)}): little of it is seen.`;
  return null;
}

/** The remark that belongs beside a parameter's control, if there is one. */
export function parameterRemark(parameters: Parameters, id: ExplorerParameterId): string | null {
  if (id === 'p.rhoBr2') return secondBreakRemark(parameters, 'p');
  return id === 'e.rhoBr2' ? secondBreakRemark(parameters, 'e') : null;
}
