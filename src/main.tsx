// Tokens and elements first: panels refine them.
import './ui/styles/tokens.css';
import './ui/styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startOffline } from './offline/updates';
import { startExplorer } from './state/start';
import { ExplorerProvider } from './state/useExplorer';
import { App } from './ui/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its #root element.');
const store = startExplorer();
createRoot(root).render(
  <StrictMode>
    <ExplorerProvider value={store}>
      <App />
    </ExplorerProvider>
  </StrictMode>,
);
if (import.meta.env.PROD) startOffline('./serviceWorker.js');
