// Tokens and elements first: panels refine them.
import './ui/styles/tokens.css';
import './ui/styles/base.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPart } from './parts/loadPart';
import { parsePresentation } from './state/presentation';
import { startExplorer } from './state/start';
import { ExplorerProvider } from './state/useExplorer';
import { App } from './ui/App';
import { Boundary } from './ui/Boundary';
import { startLastNet } from './ui/lastNet';
import { guardAgainstTranslation } from './ui/translationGuard';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its #root element.');
guardAgainstTranslation(root);
const store = startExplorer();
startLastNet(store);
const { actions } = store.getState();
const presentation = parsePresentation(window.location.search);
if (presentation.refused.length > 0)
  actions.notify('problem', 'Part of this link could not be used.', presentation.refused);
if (self.origin === 'null')
  loadPart(() => import('./ui/frame')).then(
    ({ tellFrame }) => tellFrame(actions),
    // The status line says then that the solver cannot start.
    () => undefined,
  );
createRoot(root).render(
  <StrictMode>
    <ExplorerProvider value={store}>
      <Boundary name="The page" place="problem-page" exit={<a href="?">Start afresh</a>}>
        <App presentation={presentation} />
      </Boundary>
    </ExplorerProvider>
  </StrictMode>,
);
// Not needed for the first curves, which the page's own weight must not delay. Where it does not come, or a frame forbids
// service workers, nothing is kept for a visit without a network; the page is as before.
if (import.meta.env.PROD)
  loadPart(() => import('./offline/updates')).then(
    ({ startOffline }) => startOffline('./serviceWorker.js'),
    () => undefined,
  );
