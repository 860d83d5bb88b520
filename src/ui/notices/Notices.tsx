/** Messages that stay until dismissed: a link that could not be read, data that did not load. */
import { useActions, useExplorer } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { Icon } from '../icons';
import { lazyPart } from '../lazyPart';
import './Notices.css';

const UpdateNotice = lazyPart(
  () => import('./UpdateNotice'),
  ({ UpdateNotice }) => UpdateNotice,
);

export function Notices() {
  const notices = useExplorer((state) => state.notices);
  const catalogue = useExplorer((state) =>
    state.catalogue.kind === 'failed' ? state.catalogue.message : null,
  );
  const { dismiss, retry } = useActions();
  return (
    <div className="notices" role="status" aria-live="polite">
      {catalogue !== null && (
        <div className="notice" data-tone="problem">
          <p>{catalogue}</p>
        </div>
      )}
      <Panel name="Updates" quiet>
        <UpdateNotice />
      </Panel>
      {notices.map((notice) => (
        <div key={notice.id} className="notice" data-tone={notice.tone}>
          <p>
            <strong>{notice.title}</strong>
            {notice.details.map((detail) => (
              <span key={detail}> {detail}</span>
            ))}
          </p>
          {notice.canRetry && (
            <button type="button" className="button button-small" onClick={retry}>
              Retry
            </button>
          )}
          <button
            type="button"
            className="button button-icon"
            aria-label="Dismiss"
            onClick={() => dismiss(notice.id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
