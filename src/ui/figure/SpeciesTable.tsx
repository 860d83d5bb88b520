/** The curves as numbers, for those who read rather than look. */

import { useShallow } from 'zustand/react/shallow';
import { modelKeys, models } from '../../model/models';
import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import { energiesInView } from '../../plot/axes';
import { energyRows } from '../../plot/curveRows';
import { scientific } from '../../plot/hover';
import { laneOf } from '../../state/lanes';
import { shownSpectrum } from '../../state/selectors/shownSpectra';
import { useExplorer } from '../../state/useExplorer';

export function SpeciesTable({ species }: { readonly species: SpeciesKey }) {
  const spectra = useExplorer(
    useShallow((state) => modelKeys.flatMap((model) => shownSpectrum(state, laneOf(model, species)) ?? [])),
  );
  const view = useExplorer((state) => state.view);
  if (spectra.length < modelKeys.length) return <p>The curves are being solved.</p>;
  return (
    <table className="curve-table">
      <caption>{particles[species].name}: flux at Earth in GeV⁻¹ m⁻² s⁻¹ sr⁻¹</caption>
      <thead>
        <tr>
          <th scope="col">Energy (GeV)</th>
          {modelKeys.map((model) => (
            <th key={model} scope="col">
              {models[model].name}
            </th>
          ))}
          <th scope="col">Ratio</th>
        </tr>
      </thead>
      <tbody>
        {energyRows(species, spectra, energiesInView(species, view)).map(({ energyGeV, fluxes }) => (
          <tr key={energyGeV}>
            <th scope="row">{scientific(energyGeV, 4)}</th>
            {modelKeys.map((model, at) => (
              <td key={model}>{scientific(fluxes[at]!)}</td>
            ))}
            <td>{(fluxes[0]! / fluxes[1]!).toFixed(2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
