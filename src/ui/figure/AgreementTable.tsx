/** chi2 set by set, with what does not count and why. */

import { modelKeys, models } from '../../model/models';
import { formatNumber } from '../../model/parameters/values';
import { acceptedError } from '../../model/refinement';
import { energyUnit } from '../../plot/axes';
import { quantityText, tableTitle } from '../../plot/hover';
import {
  type AgreementReport,
  type ModelAgreements,
  perPoint,
  type TableAgreement,
} from '../../state/selectors/agreement';
import { offText } from '../../text/percent';

/** So many points, the same for every model, and what each makes of them. */
function Numbers({ agreements }: { readonly agreements: ModelAgreements }) {
  const points = modelKeys.map((model) => agreements[model]?.points).find((count) => count !== undefined);
  return (
    <>
      <td>{points ?? 0}</td>
      {modelKeys.map((model) => (
        <td key={model}>{perPoint(agreements[model])}</td>
      ))}
    </>
  );
}

function Row({ agreement: { table, agreements, remarks, inTotal } }: { readonly agreement: TableAgreement }) {
  return (
    <tr data-table={table.id} data-counts={inTotal}>
      <th scope="row">
        {tableTitle(table)}
        {table.quantity !== 'p' && `, ${quantityText(table)}`}
        {remarks.length > 0 && <small>{remarks.join('; ')}</small>}
      </th>
      <Numbers agreements={agreements} />
    </tr>
  );
}

export function AgreementTable({ report }: { readonly report: AgreementReport }) {
  const { tables, total } = report;
  return (
    <div className="agreement-panel">
      <table className="agreement-table">
        <caption>
          χ² per degree of freedom, {formatNumber(report.range[0])} to {formatNumber(report.range[1])}{' '}
          {energyUnit(report.observable)} of kinetic energy
        </caption>
        <thead>
          <tr>
            <th scope="col">Data set</th>
            <th scope="col">ndf</th>
            {modelKeys.map((model) => (
              <th key={model} scope="col">
                {models[model].short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables.map((agreement) => (
            <Row key={agreement.table.id} agreement={agreement} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <Numbers agreements={total} />
          </tr>
        </tfoot>
      </table>
      {!(report.error <= acceptedError) && (
        <p>The curves themselves are {offText(report.error)}, and so χ² is no better.</p>
      )}
      <p>
        Nothing is fitted here, so ndf is the number of points. Statistical and systematic errors in
        quadrature, bins taken as independent.
      </p>
    </div>
  );
}
