// Tokens and elements first: panels refine them.
import './ui/styles/tokens.css';
import './ui/styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { parsePresentation } from './state/presentation';
import { startExplorer } from './state/start';
import { ExplorerProvider } from './state/useExplorer';
import { App } from './ui/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its #root element.');
const store = startExplorer();
const presentation = parsePresentation(window.location.search);
if (presentation.refused.length > 0)
  store.getState().actions.notify('problem', 'Part of this link could not be used.', presentation.refused);
createRoot(root).render(
  <StrictMode>
    <ExplorerProvider value={store}>
      <App presentation={presentation} />
    </ExplorerProvider>
  </StrictMode>,
);
// Not needed for the first curves, which the page's own weight must not delay.
if (import.meta.env.PROD)
  import('./offline/updates').then(
    ({ startOffline }) => startOffline('./serviceWorker.js'),
    // Without it the page works, as it does where there are no service workers.
    () => undefined,
  );
