/** A table of spallation as the program holds it (src/physics/spallationEvoli2020.ts, spallationGalprop12.ts). Pure. */
import { cells, differences } from './tableText';

/** ln of mb that counts as nothing. */
const nothing = -9;

const thousandths = (mb: number) => Math.round(1000 * Math.max(Math.log(mb), nothing));

/** The program text of a table of scripts/tables, whose `source` a comment tells. */
export function spallationTable(name: string, source: string, csv: string): string {
  const [heads = [], ...channels] = cells(csv);
  const rows = channels.map(
    ([parent, child, ...values]) => `${parent} ${child} ${differences(values.map(Number).map(thousandths))}`,
  );
  return `/**
 * Written by scripts/crossSections.ts of scripts/tables/${name}.csv. Spallation on hydrogen:
 * ${source}
 */
import type { SpallationText } from './spallationText';

export const ${name.replace(/^.*-/, '')}: SpallationText = {
  energiesGeV:
    '${heads.slice(2).map(Number).join(' ')}',
  nothing: ${1000 * nothing},
  rows: \`\\
${rows.join('\n')}\`,
};
`;
}
