/** The figure with its tabs, legend, status and notes. */

import { lazy, Suspense } from 'react';
import { tabStatus } from '../../state/laneStatus';
import { type TabId, tabSpecies } from '../../state/lanes';
import { useActions, useExplorer } from '../../state/useExplorer';
import type { PanelId } from '../../state/view';
import { Icon } from '../icons';
import { CurveTable } from './CurveTable';
import { DataDrawer } from './DataDrawer';
import { FigureNote } from './FigureNote';
import { AxesButton, FigureOptions } from './FigureOptions';
import { FigureTabs, figurePanelId, tabButtonId } from './FigureTabs';
import { LegendStrip } from './LegendStrip';
import { SpectrumFigure } from './SpectrumFigure';
import { StatusLine } from './StatusLine';
import './FigureStage.css';

// Not part of the first load: the page is of use without them.
const FitStrip = lazy(async () => ({ default: (await import('./FitStrip')).FitStrip }));
const VolumeBar = lazy(async () => ({ default: (await import('../volume/VolumeBar')).VolumeBar }));
const UnderstandPanel = lazy(async () => ({
  default: (await import('../understand/UnderstandPanel')).UnderstandPanel,
}));
const GalaxyPanel = lazy(async () => ({ default: (await import('../galaxy/GalaxyPanel')).GalaxyPanel }));

const panelNames: Record<PanelId, string> = { spectra: 'Spectra', maps: 'Maps', understand: 'Explanations' };

function Spectra({ tab }: { readonly tab: TabId }) {
  const hasResiduals = useExplorer(({ view: { residuals } }) => residuals !== 'auto' && residuals !== 'off');
  return (
    <>
      <div className="panel-head">
        <LegendStrip />
        <AxesButton />
      </div>
      <div className="stage-figures" data-tab={tab} data-residuals={hasResiduals}>
        {tabSpecies(tab).map((species) => (
          <SpectrumFigure key={species} species={species} />
        ))}
      </div>
      <StatusLine />
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
        <FigureTabs />
        {isSpectra && <FigureOptions />}
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
          aria-labelledby={tabButtonId(tab)}
          className="stage-panel"
          data-panel={panel}
        >
          {isSpectra ? (
            <Spectra tab={tab} />
          ) : (
            <Suspense fallback={<p className="stage-waits">Loading</p>}>
              {panel === 'maps' ? <GalaxyPanel /> : <UnderstandPanel />}
            </Suspense>
          )}
        </div>
      </div>
      {/* Their places are kept while they come, after the first curves. */}
      <div className="stage-foot">
        {panel !== 'understand' && (
          <Suspense fallback={<div className="volume" />}>
            {hasCurves ? <VolumeBar /> : <div className="volume" />}
          </Suspense>
        )}
        {isSpectra && (
          <Suspense fallback={<div className="fits" data-tab={tab} />}>
            {hasCurves ? <FitStrip /> : <div className="fits" data-tab={tab} />}
          </Suspense>
        )}
        <FigureNote />
      </div>
    </main>
  );
}
