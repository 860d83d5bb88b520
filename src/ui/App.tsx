/** The page: bar above, parameters beside the figure; on small screens the figure stays above the parameters. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { lessonsOpen } from '../state/lessons/lessonsOpen';
import { themeName } from '../state/store';
import type { Presentation } from '../state/texts/presentation';
import { useActions, useExplorer } from '../state/useExplorer';
import { Boundary, Panel } from './Boundary';
import { FigureStage } from './figure/FigureStage';
import { lazyPart } from './lazyPart';
import { Notices } from './notices/Notices';
import { ParameterRail } from './parameters/ParameterRail';
import { TopBar } from './topBar/TopBar';
import { useHistoryKeys } from './useHistoryKeys';
import './App.css';
import './hidden.css';

const LessonPanel = lazyPart(
  () => import('./lessons/LessonPanel'),
  ({ LessonPanel }) => LessonPanel,
);
const EmbedSliders = lazyPart(
  () => import('./embed/EmbedSliders'),
  ({ EmbedSliders }) => EmbedSliders,
);

export function App({ presentation }: { readonly presentation: Presentation }) {
  const { embed, hiddenParts, hiddenParameters } = presentation;
  const theme = useExplorer(themeName);
  const hasLessons = useStore(lessonsOpen, ({ isOpen }) => isOpen);
  const [railOpen, setRailOpen] = useState(!hiddenParts.includes('parameters'));
  useHistoryKeys(useActions());
  useEffect(() => {
    document.documentElement.setAttribute('data-theme', theme);
  }, [theme]);
  if (embed) {
    return (
      <div className="app embed" data-hide={hiddenParts.join(' ')}>
        <Boundary name="Messages" place="notices">
          <Notices />
        </Boundary>
        <Boundary name="The figure" place="stage">
          <FigureStage />
        </Boundary>
        {!hiddenParts.includes('parameters') && (
          <Panel name="Sliders">
            <EmbedSliders hidden={hiddenParameters} />
          </Panel>
        )}
      </div>
    );
  }
  return (
    <div className="app" data-rail={railOpen ? 'open' : 'closed'} data-hide={hiddenParts.join(' ')}>
      <Boundary name="The bar" place="bar">
        <TopBar railOpen={railOpen} onToggleRail={() => setRailOpen(!railOpen)} />
      </Boundary>
      <Boundary name="Messages" place="notices">
        <Notices />
      </Boundary>
      {hasLessons && (
        <Panel name="Lessons" place="lesson">
          <LessonPanel />
        </Panel>
      )}
      <Boundary name="The figure" place="stage">
        <FigureStage />
      </Boundary>
      {!hiddenParts.includes('parameters') && (
        <Boundary name="Parameters" place="rail">
          <ParameterRail hidden={hiddenParameters} />
        </Boundary>
      )}
    </div>
  );
}
