/** chi2 set by set, with what does not count and why. */
import { formatNumber } from '../../model/parameters/values';
import { acceptedError } from '../../model/refinement';
import { quantityText, tableTitle } from '../../plot/hover';
import { type AgreementReport, perPoint, type TableAgreement } from '../../state/agreement';
import { offText } from '../../text/percent';

function Row({ agreement: { table, agreements, remarks, inTotal } }: { readonly agreement: TableAgreement }) {
  const points = (agreements.thm ?? agreements.cm)?.points ?? 0;
  return (
    <tr data-table={table.id} data-counts={inTotal}>
      <th scope="row">
        {tableTitle(table)}
        {table.quantity !== 'p' && `, ${quantityText(table)}`}
        {remarks.length > 0 && <small>{remarks.join('; ')}</small>}
      </th>
      <td>{points}</td>
      <td>{perPoint(agreements.thm)}</td>
      <td>{perPoint(agreements.cm)}</td>
    </tr>
  );
}

export function AgreementTable({ report }: { readonly report: AgreementReport }) {
  const { tables, total } = report;
  return (
    <div className="agreement-panel">
      <table className="agreement-table">
        <caption>
          χ² per degree of freedom, {formatNumber(report.range[0])} to {formatNumber(report.range[1])} GeV of
          kinetic energy
        </caption>
        <thead>
          <tr>
            <th scope="col">Data set</th>
            <th scope="col">ndf</th>
            <th scope="col">THM</th>
            <th scope="col">CM</th>
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
            <td>{(total.thm ?? total.cm)?.points ?? 0}</td>
            <td>{perPoint(total.thm)}</td>
            <td>{perPoint(total.cm)}</td>
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
