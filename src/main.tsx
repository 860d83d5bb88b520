// Tokens and elements first: panels refine them.
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/print/print.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { addressWriter } from './state/addressWriter';
import { parsePresentation } from './state/presentation';
import { startExplorer } from './state/start';
import { tellRefused } from './state/tellRefused';
import { ExplorerProvider } from './state/useExplorer';
import { App } from './ui/App';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has lost its #root element.');
const store = startExplorer();
const presentation = parsePresentation(addressWriter(window).search);
tellRefused(store, 'Part of this link could not be used.', presentation.refused);
createRoot(root).render(
  <StrictMode>
    <ExplorerProvider value={store}>
      <App presentation={presentation} />
    </ExplorerProvider>
  </StrictMode>,
);
// Not needed for the first curves, which the page's own weight must not delay.
if (import.meta.env.PROD)
  void import('./offline/updates').then(({ startOffline }) => startOffline('./serviceWorker.js'));
/** By then the figure has had its chance (milliseconds). */
const printingWaits = 2500;
setTimeout(() => {
  // Should it not come, the page prints as it stands, without parameters.
  import('./ui/print/startPrinting').then(
    ({ startPrinting }) => startPrinting(store),
    () => undefined,
  );
}, printingWaits);
