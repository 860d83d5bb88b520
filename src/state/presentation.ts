/**
 * How a page that links here or frames it wants the explorer shown: `?embed=1`, `?hide=processes,presets`. It stands
 * in the query and not in the hash, because it is the teacher's choice and not part of the state that people change
 * and share. Text from outside: what is not known is named and left out.
 */
import { type ExplorerParameterId, explorerTable } from '../model/parameters';
import { printable } from '../text/printable';

/** Parts of the page, other than parameters, that can be hidden. */
export const hideableParts = [
  'bar',
  'presets',
  'normalise',
  'history',
  'parameters',
  'tabs',
  'options',
  'tools',
  'legend',
  'volume',
  'fit',
  'status',
  'note',
] as const;
export type HideablePart = (typeof hideableParts)[number];

export interface Presentation {
  /** Figure and essential sliders only. */
  readonly embed: boolean;
  readonly hiddenParts: readonly HideablePart[];
  readonly hiddenParameters: readonly ExplorerParameterId[];
}

export interface ParsedPresentation extends Presentation {
  /** One sentence for each wish that could not be met. */
  readonly refused: readonly string[];
}

/** Parameters that a name stands for: one, those of a group, or both if they share it. */
function parametersNamed(name: string): readonly ExplorerParameterId[] {
  const named = explorerTable.filter((entry) => entry.id === name || entry.group === name);
  // The cast: ids of the explorer table are the keys of its parameter type.
  return named.map((entry) => entry.id as ExplorerParameterId);
}

export function parsePresentation(search: string): ParsedPresentation {
  const query = new URLSearchParams(search);
  const refused: string[] = [];
  const embed = query.get('embed') ?? '0';
  if (embed !== '0' && embed !== '1')
    refused.push(`embed can be 1 or 0; the address says "${printable(embed, 40)}".`);
  const hiddenParts: HideablePart[] = [];
  const hiddenParameters: ExplorerParameterId[] = [];
  for (const name of (query.get('hide') ?? '').split(',').filter((part) => part !== '')) {
    const part = hideableParts.find((candidate) => candidate === name);
    const parameters = parametersNamed(name);
    if (part !== undefined) hiddenParts.push(part);
    hiddenParameters.push(...parameters);
    if (part === undefined && parameters.length === 0) {
      refused.push(
        `"${printable(name, 24)}" is not a parameter, a group or a part of the page that can be hidden.`,
      );
    }
  }
  return { embed: embed === '1', hiddenParts, hiddenParameters, refused };
}
