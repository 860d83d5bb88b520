/**
 * What the copy kept for use without a network has to say. A newer version waits: nothing changes under the hand of
 * who is at work, here or in another window. A copy that could not be made is told, because people count on it.
 */
import { useSyncExternalStore } from 'react';
import { dismissFailure, offlineNews, reloadIntoUpdate, subscribeToOfflineNews } from '../../offline/updates';
import { Icon } from '../icons';

export function UpdateNotice() {
  const { update, failure, isKept } = useSyncExternalStore(subscribeToOfflineNews, offlineNews);
  return (
    <>
      {update !== 'none' && (
        <div className="notice">
          <p>
            <strong>
              {update === 'waiting'
                ? 'A new version is ready.'
                : 'Another window has moved to a new version.'}
            </strong>{' '}
            {update === 'replaced' && 'This one works on as it is. '}
            Reloading keeps your parameters and view.
          </p>
          <button type="button" className="button" onClick={reloadIntoUpdate}>
            Reload
          </button>
        </div>
      )}
      {failure !== null && (
        <div className="notice">
          <p>
            <strong>{isKept ? 'A new version could not be kept' : 'Not available offline'}:</strong> {failure}
            . {isKept && 'This one works on. '}The next visit tries again.
          </p>
          <button type="button" className="button button-icon" aria-label="Dismiss" onClick={dismissFailure}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </>
  );
}
