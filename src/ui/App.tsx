/** The page: bar above, parameters beside the figure; on small screens the figure stays above the parameters. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import { lessonsOpen } from '../state/lessons/lessonsOpen';
import type { Presentation } from '../state/presentation';
import { themeName } from '../state/store';
import { useActions, useExplorer } from '../state/useExplorer';
import { FigureStage } from './figure/FigureStage';
import { Notices } from './notices/Notices';
import { ParameterRail } from './parameters/ParameterRail';
import { TopBar } from './topBar/TopBar';
import { useHistoryKeys } from './useHistoryKeys';
import './App.css';
import './hidden.css';

const LessonPanel = lazy(async () => ({ default: (await import('./lessons/LessonPanel')).LessonPanel }));
const EmbedSliders = lazy(async () => ({ default: (await import('./embed/EmbedSliders')).EmbedSliders }));

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
        <Notices />
        <FigureStage />
        {!hiddenParts.includes('parameters') && (
          <Suspense>
            <EmbedSliders hidden={hiddenParameters} />
          </Suspense>
        )}
      </div>
    );
  }
  return (
    <div className="app" data-rail={railOpen ? 'open' : 'closed'} data-hide={hiddenParts.join(' ')}>
      <TopBar railOpen={railOpen} onToggleRail={() => setRailOpen(!railOpen)} />
      <Notices />
      {hasLessons && (
        <Suspense>
          <LessonPanel />
        </Suspense>
      )}
      <FigureStage />
      {!hiddenParts.includes('parameters') && <ParameterRail hidden={hiddenParameters} />}
    </div>
  );
}
