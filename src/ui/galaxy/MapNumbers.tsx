/** The maps as a short table. */
import type { DensityMaps } from '../../model/volumeSlices';
import { heightRows, radiusRows } from '../../plot/maps/mapText';

export interface MapNumbersProps {
  readonly maps: DensityMaps;
  readonly halfThicknessKpc: number;
}

export function MapNumbers({ maps, halfThicknessKpc }: MapNumbersProps) {
  return (
    <details className="maps-numbers">
      <summary>The maps as numbers</summary>
      <div className="maps-tables">
        <table>
          <caption>
            In the Galactic plane, on the line through Sun and centre (density at the Sun = 1)
          </caption>
          <thead>
            <tr>
              <th scope="col">From the centre (kpc)</th>
              <th scope="col">Our side</th>
              <th scope="col">Far side</th>
            </tr>
          </thead>
          <tbody>
            {radiusRows(maps).map(({ radiusKpc, sunSide, farSide }) => (
              <tr key={radiusKpc}>
                <th scope="row">{radiusKpc}</th>
                <td>{sunSide}</td>
                <td>{farSide}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <caption>Above the Sun (density at the Sun = 1)</caption>
          <thead>
            <tr>
              <th scope="col">Height (kpc)</th>
              <th scope="col">Density</th>
            </tr>
          </thead>
          <tbody>
            {heightRows(maps, halfThicknessKpc).map(({ heightKpc, density }) => (
              <tr key={heightKpc}>
                <th scope="row">{heightKpc}</th>
                <td>{density}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
