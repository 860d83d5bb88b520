/** A newer version has come in the background. It waits: nothing changes under the hand of who is at work. */
import { useSyncExternalStore } from 'react';
import { isUpdateWaiting, reloadIntoUpdate, subscribeToUpdates } from '../../offline/updates';

export function UpdateNotice() {
  const isWaiting = useSyncExternalStore(subscribeToUpdates, isUpdateWaiting);
  if (!isWaiting) return null;
  return (
    <div className="notice">
      <p>
        <strong>A new version is ready.</strong> Reloading keeps your parameters and view.
      </p>
      <button type="button" className="button" onClick={reloadIntoUpdate}>
        Reload
      </button>
    </div>
  );
}
