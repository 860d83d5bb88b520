/** The curves as numbers, for those who read rather than look. */

import { useShallow } from 'zustand/react/shallow';
import { modelKeys, models } from '../../model/models';
import { isRatio, type ObservableId, observables } from '../../model/observables';
import { energiesInView, energyUnit } from '../../plot/axes';
import { energyRows } from '../../plot/curveRows';
import { scientific } from '../../plot/hover';
import { shownObservable } from '../../state/selectors/shownSpectra';
import { useExplorer } from '../../state/useExplorer';

export function ObservableTable({ observable }: { readonly observable: ObservableId }) {
  const spectra = useExplorer(
    useShallow((state) => modelKeys.flatMap((model) => shownObservable(state, model, observable) ?? [])),
  );
  const view = useExplorer((state) => state.view);
  const unit = energyUnit(observable);
  const perUnit = unit === 'GeV' ? unit : `(${unit})`;
  if (spectra.length < modelKeys.length) return <p>The curves are being solved.</p>;
  return (
    <table className="curve-table">
      <caption>
        {observables[observable].name}:{' '}
        {isRatio(observable) ? 'ratio of fluxes at Earth' : `flux at Earth in ${perUnit}⁻¹ m⁻² s⁻¹ sr⁻¹`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Energy ({unit})</th>
          {modelKeys.map((model) => (
            <th key={model} scope="col">
              {models[model].name}
            </th>
          ))}
          <th scope="col">Ratio</th>
        </tr>
      </thead>
      <tbody>
        {energyRows(observable, spectra, energiesInView(observable, view)).map(({ energyGeV, fluxes }) => (
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
