/** The catalogue of nearby sources as Markdown, for docs/model.md. Pure. */
import { nearbyProvenance } from '../src/physics/nearbyProvenance';
import { nearbySources } from '../src/physics/nearbySources';

export function nearbyTable(): string {
  const rows = nearbySources.map(({ id, name, kind, distanceKpc, ageKyr, longitudeDeg, latitudeDeg }) => {
    const { distance, age, direction } = nearbyProvenance[id];
    const basis = [distance, age, direction].map((one) =>
      one.status === 'unconfirmed' ? `**Unconfirmed.** ${one.basis}` : one.basis,
    );
    const cells = [
      `\`near.${id}\``,
      name,
      kind,
      `${distanceKpc} kpc`,
      basis[0]!,
      `${ageKyr} kyr`,
      basis[1]!,
      `${longitudeDeg}°, ${latitudeDeg}°`,
      basis[2]!,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| id | source | kind | distance | from | age | from | l, b | from |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
