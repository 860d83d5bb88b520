/** The figure with its tabs, legend, notes and status. */
import { tabSpecies } from '../../state/lanes';
import { useExplorer } from '../../state/useExplorer';
import { FigureNote } from './FigureNote';
import { FigureOptions } from './FigureOptions';
import { FigureTabs, figurePanelId, tabButtonId } from './FigureTabs';
import { LegendStrip } from './LegendStrip';
import { SpectrumFigure } from './SpectrumFigure';
import { StatusLine } from './StatusLine';
import './FigureStage.css';

export function FigureStage() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <main className="stage" aria-label="Spectra">
      <div className="stage-head">
        <FigureTabs />
        <FigureOptions />
      </div>
      <div id={figurePanelId} role="tabpanel" aria-labelledby={tabButtonId(tab)} className="stage-panel">
        <LegendStrip />
        <div className="stage-figures" data-tab={tab}>
          {tabSpecies(tab).map((species) => (
            <SpectrumFigure key={species} species={species} />
          ))}
        </div>
      </div>
      <StatusLine />
      <FigureNote />
    </main>
  );
}
