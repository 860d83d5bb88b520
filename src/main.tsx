// Tokens and elements first: panels refine them.
import './ui/styles/tokens.css';
import './ui/styles/base.css';
import './ui/print/print.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadPart } from './parts/loadPart';
import { hasLesson, openLessons } from './state/lessons/lessonsOpen';
import { addressWriter } from './state/services/addressWriter';
import { type LinkReader, readerFor, unreadableLink, wholePage } from './state/services/openedLink';
import { startExplorer } from './state/services/start';
import type { ExplorerStore } from './state/store';
import { ExplorerProvider } from './state/useExplorer';
import { App } from './ui/App';
import { Boundary } from './ui/Boundary';
import { startLastNet } from './ui/lastNet';
import { guardAgainstTranslation } from './ui/translationGuard';

/** By then the figure has had its chance (milliseconds). */
const printingWaits = 2500;

/** `reader` reads an address that is not plain: the state in it, and how the page is to be shown. */
function start(reader: LinkReader | null): ExplorerStore {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has lost its #root element.');
  guardAgainstTranslation(root);
  const address = addressWriter(window);
  if (reader !== null) address.mend(reader.mendedLink(address.search, address.hash));
  const store = startExplorer(reader);
  startLastNet(store);
  const { actions } = store.getState();
  const presentation = reader?.parsePresentation(address.search) ?? wholePage;
  reader?.tellRefused(store, 'Part of this link could not be used.', presentation.refused);
  if (self.origin === 'null')
    loadPart(() => import('./ui/frame')).then(
      ({ tellFrame }) => tellFrame(actions),
      // The status line says then that the solver cannot start.
      () => undefined,
    );
  if (hasLesson(address.search)) openLessons();
  createRoot(root).render(
    <StrictMode>
      <ExplorerProvider value={store}>
        <Boundary name="The page" place="problem-page" exit={<a href="?">Start afresh</a>}>
          <App presentation={presentation} />
        </Boundary>
      </ExplorerProvider>
    </StrictMode>,
  );
  setTimeout(() => {
    // Should it not come, the page prints as it stands, without parameters.
    loadPart(() => import('./ui/print/startPrinting')).then(
      ({ startPrinting }) => startPrinting(store),
      () => undefined,
    );
  }, printingWaits);
  return store;
}

readerFor(window.location).then(start, () =>
  start(null).getState().actions.notify('problem', unreadableLink),
);
// Not needed for the first curves, which the page's own weight must not delay. Where it does not come, or a frame forbids
// service workers, nothing is kept for a visit without a network; the page is as before.
if (import.meta.env.PROD)
  loadPart(() => import('./offline/updates')).then(
    ({ startOffline }) => startOffline('./serviceWorker.js'),
    () => undefined,
  );
