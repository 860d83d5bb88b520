/** The page: bar above, parameters beside the figure; on small screens the figure stays above the parameters. */
import { useEffect, useState } from 'react';
import { themeName } from '../state/store';
import { useActions, useExplorer } from '../state/useExplorer';
import { FigureStage } from './figure/FigureStage';
import { Notices } from './notices/Notices';
import { ParameterRail } from './parameters/ParameterRail';
import { TopBar } from './topBar/TopBar';
import { useHistoryKeys } from './useHistoryKeys';
import './App.css';

export function App() {
  const theme = useExplorer(themeName);
  const [railOpen, setRailOpen] = useState(true);
  useHistoryKeys(useActions());
  useEffect(() => {
    document.documentElement.setAttribute('data-theme', theme);
  }, [theme]);
  return (
    <div className="app" data-rail={railOpen ? 'open' : 'closed'}>
      <TopBar railOpen={railOpen} onToggleRail={() => setRailOpen(!railOpen)} />
      <Notices />
      <FigureStage />
      <ParameterRail />
    </div>
  );
}
