/** A panel over the page, on the browser's own modal dialog: it holds the focus and closes with Escape. */
import { type ReactNode, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icons';

export interface DrawerProps {
  readonly icon: IconName;
  readonly buttonLabel: string;
  readonly title: string;
  /** Called while the drawer is open: what nobody sees is not drawn. */
  readonly children: () => ReactNode;
}

export function Drawer({ icon, buttonLabel, title, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={show}>
        <Icon name={icon} />
        <span>{buttonLabel}</span>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is the backdrop's */}
      <dialog
        ref={dialog}
        className="drawer"
        aria-labelledby={titleId}
        onClose={() => setOpen(false)}
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current.close();
        }}
      >
        <div className="drawer-body">
          <div className="drawer-head">
            <h2 id={titleId}>{title}</h2>
            <button
              type="button"
              className="button button-icon"
              aria-label="Close"
              onClick={() => dialog.current?.close()}
            >
              <Icon name="close" />
            </button>
          </div>
          {open && children()}
        </div>
      </dialog>
    </>
  );
}
