/** The figure with its tabs, legend, status and notes. */

import { lazy, Suspense } from 'react';
import { tabStatus } from '../../state/laneStatus';
import { type TabId, tabSpecies } from '../../state/lanes';
import { useExplorer } from '../../state/useExplorer';
import { CurveTable } from './CurveTable';
import { DataDrawer } from './DataDrawer';
import { FigureNote } from './FigureNote';
import { FigureOptions } from './FigureOptions';
import { FigureTabs, figurePanelId, tabButtonId } from './FigureTabs';
import { LegendStrip } from './LegendStrip';
import { SpectrumFigure } from './SpectrumFigure';
import { StatusLine } from './StatusLine';
import './FigureStage.css';

// Not part of the first load: the page is of use without them.
const FitStrip = lazy(async () => ({ default: (await import('./FitStrip')).FitStrip }));
const VolumeBar = lazy(async () => ({ default: (await import('../volume/VolumeBar')).VolumeBar }));
const GalaxyPanel = lazy(async () => ({ default: (await import('../galaxy/GalaxyPanel')).GalaxyPanel }));

function Spectra({ tab }: { readonly tab: TabId }) {
  return (
    <>
      <LegendStrip />
      <div className="stage-figures" data-tab={tab}>
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
  const isSpectra = panel === 'spectra';
  const hasCurves = useExplorer((state) => tabStatus(state).status !== 'waiting');
  return (
    <main className="stage" aria-label={isSpectra ? 'Spectra' : 'Maps'}>
      <FigureTabs />
      {isSpectra && <FigureOptions />}
      <div className="stage-tools">
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
          <Suspense fallback={<p className="stage-waits">Loading the maps</p>}>
            <GalaxyPanel />
          </Suspense>
        )}
      </div>
      {/* Their places are kept while they come, after the first curves. */}
      <Suspense fallback={<div className="volume" />}>
        {hasCurves ? <VolumeBar /> : <div className="volume" />}
      </Suspense>
      {isSpectra && (
        <Suspense fallback={<div className="fits" />}>
          {hasCurves ? <FitStrip /> : <div className="fits" />}
        </Suspense>
      )}
      <FigureNote />
    </main>
  );
}
