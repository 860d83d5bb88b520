/**
 * Copies a link to the present state. Says so in its own words, for eyes and for screen readers. Where the browser does not
 * allow it (some frames, plain http) the link is shown, selected, to be copied by hand.
 */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { linkTo } from '../../state/services/address';
import { addressWriter } from '../../state/services/addressWriter';
import { useExplorerStore } from '../../state/useExplorer';
import { Icon } from '../icons';
import { placePopover } from '../Popover';

const confirmMilliseconds = 1800;

/** What is still being typed counts: leaving the field takes it over. A tap does not leave it on every phone. */
function finishTyping(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
}

export function CopyLink() {
  const store = useExplorerStore();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const [shown, setShown] = useState('');
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmMilliseconds);
    return () => clearTimeout(timer);
  }, [copied]);
  const show = (link: string) => {
    if (panel.current === null || button.current === null || field.current === null) return;
    flushSync(() => setShown(link));
    panel.current.showPopover();
    placePopover(panel.current, button.current);
    field.current.select();
  };
  const copy = async () => {
    finishTyping();
    const link = linkTo(store.getState(), addressWriter(window).search, window.location.href);
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      show(link);
    }
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label="Copy link"
        title="Copy a link to this state"
        onClick={copy}
      >
        <Icon name={copied ? 'check' : 'link'} />
      </button>
      <div
        ref={panel}
        popover="auto"
        role="dialog"
        aria-label="Link to this state"
        className="popover copy-link"
      >
        <label>
          The browser does not allow copying here. This is the link:
          <input
            ref={field}
            type="text"
            readOnly
            value={shown}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      </div>
      <span className="visually-hidden" role="status">
        {copied ? 'Link copied.' : ''}
      </span>
    </>
  );
}
