/** The figure with its tabs, legend, status and notes. */

import { type TabId, tabObservables } from '../../state/lanes';
import { tabStatus } from '../../state/selectors/laneStatus';
import { useActions, useExplorer } from '../../state/useExplorer';
import type { PanelId } from '../../state/view';
import { Boundary, Panel } from '../Boundary';
import { Icon } from '../icons';
import { lazyPart } from '../lazyPart';
import { CurveTable } from './CurveTable';
import { DataDrawer } from './DataDrawer';
import { AxesButton, FigureOptions } from './FigureOptions';
import { FigureTabs, figurePanelId, panelNaming } from './FigureTabs';
import { LegendStrip } from './LegendStrip';
import { SpectrumFigure } from './SpectrumFigure';
import { StatusLine } from './StatusLine';
import './FigureStage.css';

// Not part of the first load: the page is of use without them.
const AgreementStrip = lazyPart(
  () => import('./AgreementStrip'),
  ({ AgreementStrip }) => AgreementStrip,
);
const VolumeBar = lazyPart(
  () => import('../volume/VolumeBar'),
  ({ VolumeBar }) => VolumeBar,
);
const UnderstandPanel = lazyPart(
  () => import('../understand/UnderstandPanel'),
  ({ UnderstandPanel }) => UnderstandPanel,
);
const GalaxyPanel = lazyPart(
  () => import('../galaxy/GalaxyPanel'),
  ({ GalaxyPanel }) => GalaxyPanel,
);

const FigureNote = lazyPart(
  () => import('./FigureNote'),
  ({ FigureNote }) => FigureNote,
);

const panelNames: Record<PanelId, string> = { spectra: 'Spectra', maps: 'Maps', understand: 'Explanations' };

function Spectra({ tab }: { readonly tab: TabId }) {
  const hasResiduals = useExplorer(({ view: { residuals } }) => residuals !== 'auto' && residuals !== 'off');
  return (
    <>
      <div className="panel-head">
        <Boundary name="The key" place="legend">
          <LegendStrip />
        </Boundary>
        <Boundary name="The axes' choices" place="axes">
          <AxesButton />
        </Boundary>
      </div>
      <div
        className="stage-figures"
        data-tab={tab}
        data-figures={tabObservables(tab).length}
        data-residuals={hasResiduals}
      >
        {tabObservables(tab).map((id) => (
          <Boundary key={id} name="The figure" place="spectrum">
            <SpectrumFigure observable={id} />
          </Boundary>
        ))}
      </div>
      <Boundary name="The status line" place="status">
        <StatusLine />
      </Boundary>
    </>
  );
}

export function FigureStage() {
  const tab = useExplorer((state) => state.view.tab);
  const panel = useExplorer((state) => state.view.panel);
  const { setView } = useActions();
  const isSpectra = panel === 'spectra';
  const hasCurves = useExplorer((state) => tabStatus(state).status !== 'waiting');
  return (
    <main className="stage" aria-label={panelNames[panel]}>
      <div className="stage-figure">
        <Boundary name="The tabs" place="tabs">
          <FigureTabs />
        </Boundary>
        {isSpectra && (
          <Boundary name="The axes' choices" place="options">
            <FigureOptions />
          </Boundary>
        )}
        <div className="stage-tools">
          <button
            type="button"
            className="button why"
            aria-pressed={panel === 'understand'}
            title="Why are the spectra as they are? Slopes, halos, processes, the paper's claims"
            onClick={() => setView({ panel: panel === 'understand' ? 'spectra' : 'understand' })}
          >
            <Icon name="why" />
            <span>Why?</span>
          </button>
          <CurveTable />
          <DataDrawer />
        </div>
        <div
          id={figurePanelId}
          role="tabpanel"
          {...panelNaming(tab)}
          className="stage-panel"
          data-panel={panel}
        >
          {isSpectra ? (
            <Spectra tab={tab} />
          ) : (
            <Panel key={panel} name={panelNames[panel]} waits={<p className="stage-waits">Loading</p>}>
              {panel === 'maps' ? <GalaxyPanel /> : <UnderstandPanel />}
            </Panel>
          )}
        </div>
      </div>
      {/* Their places are kept while they come, after the first curves. */}
      <div className="stage-foot">
        {panel !== 'understand' && (
          <Panel name="Three dimensions" place="volume" waits={<div className="volume" />}>
            {hasCurves ? <VolumeBar /> : <div className="volume" />}
          </Panel>
        )}
        {isSpectra && (
          <Panel name="χ²" place="agreements" waits={<div className="agreements" data-tab={tab} />}>
            {hasCurves ? <AgreementStrip /> : <div className="agreements" data-tab={tab} />}
          </Panel>
        )}
        <Panel name="The note" place="figure-note" waits={<p className="figure-note" />}>
          {hasCurves ? <FigureNote /> : <p className="figure-note" />}
        </Panel>
      </div>
    </main>
  );
}
