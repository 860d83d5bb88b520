/** chi2 of both models over a range of energies: the range in two boxes, the totals, and each set on request. */

import { useShallow } from 'zustand/react/shallow';
import type { Agreement } from '../../inference/residuals';
import { type ModelKey, modelKeys, models } from '../../model/models';
import { type ObservableId, observables } from '../../model/observables';
import { formatNumber } from '../../model/parameters/values';
import { energyUnit } from '../../plot/axes';
import { tabObservables } from '../../state/lanes';
import { type AgreementReport, agreementReport, perPoint } from '../../state/selectors/agreement';
import { type LaneStatus, tabStatus } from '../../state/selectors/laneStatus';
import { agreementLimits, agreementRange } from '../../state/texts/viewText';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Popover } from '../Popover';
import { AgreementTable } from './AgreementTable';
import { CurveGlyph } from './CurveGlyph';
import { EnergyBox } from './EnergyBox';
import './AgreementStrip.css';

/** What is off is off, but it is of the present values; the status line and the table say by how much. */
const undimmed: readonly LaneStatus[] = ['fresh', 'solving', 'refining', 'inaccurate'];

/** The report, made anew only when something it reads has changed. */
export function useAgreementReport(observable: ObservableId): AgreementReport {
  const source = useExplorer(
    useShallow(({ lanes, parameters, view, catalogue }) => ({ lanes, parameters, view, catalogue })),
  );
  return agreementReport(source, observable);
}

const allowedEnergies = `An energy of ${agreementLimits.map(formatNumber).join(' to ')} GeV, the smaller first`;

interface TotalProps {
  readonly model: ModelKey;
  readonly name: string;
  readonly agreement: Agreement | null;
}

function Total({ model, name, agreement }: TotalProps) {
  return (
    <span className="agreement-total" data-model={model}>
      <CurveGlyph id={model} />
      <span>{name}</span>
      <strong>{perPoint(agreement)}</strong>
      {agreement !== null && agreement.points > 0 && (
        <small>
          {agreement.chi2.toFixed(agreement.chi2 < 100 ? 1 : 0)}/{agreement.points}
        </small>
      )}
    </span>
  );
}

function RangeBoxes({
  observable,
  range,
}: {
  readonly observable: ObservableId;
  readonly range: AgreementReport['range'];
}) {
  const current = useExplorer((state) => state.view.agreementRange);
  const { setView } = useActions();
  const set = (from: number, to: number) => {
    const next = agreementRange(from, to);
    if (next !== null) setView({ agreementRange: { ...current, [observable]: next } });
    return next !== null;
  };
  const name = `${observables[observable].name}, χ² range`;
  return (
    <span className="agreement-range">
      <EnergyBox
        label={`${name}, from`}
        value={range[0]}
        allowed={allowedEnergies}
        onEnter={(from) => set(from, range[1])}
      />
      <span>to</span>
      <EnergyBox
        label={`${name}, to`}
        value={range[1]}
        allowed={allowedEnergies}
        onEnter={(to) => set(range[0], to)}
      />
      <span>{energyUnit(observable)}</span>
    </span>
  );
}

function ObservableAgreement({ observable }: { readonly observable: ObservableId }) {
  const report = useAgreementReport(observable);
  // A solve that takes less than a blink does not dim the numbers: they would flicker under the hand.
  const fresh = useExplorer((state) => undimmed.includes(tabStatus(state).status));
  const isOneOfSeveral = useExplorer((state) => tabObservables(state.view.tab).length > 1);
  // Figures share the width.
  const words = isOneOfSeveral ? 'short' : 'name';
  const { name, symbol } = observables[observable];
  const shortName = observable === 'p' || observable === 'e-' ? name : symbol;
  const shown = useExplorer(useShallow(({ view }) => modelKeys.filter((model) => view[model])));
  return (
    <section
      className="agreement"
      aria-label={`χ² of ${observables[observable].name.toLowerCase()}`}
      data-fresh={fresh}
    >
      <span className="agreement-name">
        {isOneOfSeveral && `${shortName}: `}
        χ²/ndf
      </span>
      <RangeBoxes observable={observable} range={report.range} />
      {shown.map((model) => (
        <Total key={model} model={model} name={models[model][words]} agreement={report.total[model]} />
      ))}
      <Popover
        buttonLabel="By data set"
        buttonClass="button button-small agreement-more"
        panelName={`χ² by data set, ${observables[observable].name.toLowerCase()}`}
      >
        {() => (
          <>
            {/* Where the line above has no room for them. */}
            <RangeBoxes observable={observable} range={report.range} />
            <AgreementTable report={report} />
          </>
        )}
      </Popover>
    </section>
  );
}

export function AgreementStrip() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <div className="agreements" data-tab={tab} data-figures={tabObservables(tab).length}>
      {tabObservables(tab).map((id) => (
        <ObservableAgreement key={id} observable={id} />
      ))}
    </div>
  );
}
