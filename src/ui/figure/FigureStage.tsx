/** The figure with its tabs, legend, status and notes. */
import { tabSpecies } from '../../state/lanes';
import { useExplorer } from '../../state/useExplorer';
import { CurveTable } from './CurveTable';
import { DataDrawer } from './DataDrawer';
import { FigureNote } from './FigureNote';
import { FigureOptions } from './FigureOptions';
import { FigureTabs, figurePanelId, tabButtonId } from './FigureTabs';
import { FitStrip } from './FitStrip';
import { LegendStrip } from './LegendStrip';
import { SpectrumFigure } from './SpectrumFigure';
import { StatusLine } from './StatusLine';
import './FigureStage.css';

export function FigureStage() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <main className="stage" aria-label="Spectra">
      <FigureTabs />
      <FigureOptions />
      <div className="stage-tools">
        <CurveTable />
        <DataDrawer />
      </div>
      <div id={figurePanelId} role="tabpanel" aria-labelledby={tabButtonId(tab)} className="stage-panel">
        <LegendStrip />
        <div className="stage-figures" data-tab={tab}>
          {tabSpecies(tab).map((species) => (
            <SpectrumFigure key={species} species={species} />
          ))}
        </div>
        <StatusLine />
      </div>
      <FitStrip />
      <FigureNote />
    </main>
  );
}
