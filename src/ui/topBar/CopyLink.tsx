/** Copies the address, which holds the parameters. Says so in its own words, for eyes and for screen readers. */
import { useEffect, useState } from 'react';
import { useActions } from '../../state/useExplorer';
import { Icon } from '../icons';

const confirmMilliseconds = 1800;

export function CopyLink() {
  const actions = useActions();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setCopied(true);
    } catch {
      actions.notify('information', 'The browser did not allow copying. This is the link:', [
        window.location.href,
      ]);
    }
  };
  return (
    <>
      <button
        type="button"
        className="button button-icon"
        aria-label="Copy link"
        title="Copy a link to this state"
        onClick={copy}
      >
        <Icon name={copied ? 'check' : 'link'} />
      </button>
      <span className="visually-hidden" role="status">
        {copied ? 'Link copied.' : ''}
      </span>
    </>
  );
}
