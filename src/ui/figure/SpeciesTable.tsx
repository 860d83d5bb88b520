/** The curves as numbers, for those who read rather than look. */

import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import { energiesInView } from '../../plot/axes';
import { energyRows } from '../../plot/curveRows';
import { scientific } from '../../plot/hover';
import { laneOf } from '../../state/lanes';
import { shownSpectrum } from '../../state/selectors/shownSpectra';
import { useExplorer } from '../../state/useExplorer';

export function SpeciesTable({ species }: { readonly species: SpeciesKey }) {
  const thm = useExplorer((state) => shownSpectrum(state, laneOf('thm', species)));
  const cm = useExplorer((state) => shownSpectrum(state, laneOf('cm', species)));
  const view = useExplorer((state) => state.view);
  if (thm === null || cm === null) return <p>The curves are being solved.</p>;
  return (
    <table className="curve-table">
      <caption>{particles[species].name}: flux at Earth in GeV⁻¹ m⁻² s⁻¹ sr⁻¹</caption>
      <thead>
        <tr>
          <th scope="col">Energy (GeV)</th>
          <th scope="col">Two halos</th>
          <th scope="col">Conventional</th>
          <th scope="col">Ratio</th>
        </tr>
      </thead>
      <tbody>
        {energyRows(species, thm, cm, energiesInView(species, view)).map((row) => (
          <tr key={row.energyGeV}>
            <th scope="row">{scientific(row.energyGeV, 4)}</th>
            <td>{scientific(row.thm)}</td>
            <td>{scientific(row.cm)}</td>
            <td>{(row.thm / row.cm).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
