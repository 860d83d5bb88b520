/**
 * A button and what it opens, on the browser's own popover: Escape, a click outside and the return of the focus
 * come with it. Only the place on screen is ours.
 */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export interface PopoverProps {
  readonly buttonLabel: ReactNode;
  readonly buttonName?: string;
  readonly buttonClass?: string;
  readonly panelName: string;
  /** Called while the panel is open: what nobody sees is not drawn, least of all for every move of a slider. */
  readonly children: (close: () => void) => ReactNode;
}

const gap = 6;

/** Beneath the button, or above it where there is more room; within the window, also when a phone is turned. */
export function placePopover(panel: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = anchor.bottom + gap;
  const fits = below + height <= window.innerHeight - gap;
  const top = fits ? below : Math.max(gap, anchor.top - height - gap);
  const within = (place: number, end: string, size: number) =>
    `clamp(${gap}px, ${place}px, ${end} - ${size + gap}px)`;
  panel.style.left = within(anchor.left, '100vw', width);
  panel.style.top = within(top, '100dvh', height);
}

export function Popover({ buttonLabel, buttonName, buttonClass, panelName, children }: PopoverProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => panel.current?.hidePopover();
  // What it shows may come, or unfold, after it is opened.
  useEffect(() => {
    if (!open || !panel.current || !button.current) return;
    const [shown, anchor] = [panel.current, button.current];
    const grown = new ResizeObserver(() => placePopover(shown, anchor));
    grown.observe(shown);
    return () => grown.disconnect();
  }, [open]);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClass ?? 'button'}
        aria-label={buttonName}
        title={buttonName}
        popoverTarget={id}
      >
        {buttonLabel}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={panelName}
        className="popover"
        onBeforeToggle={(event) => {
          // Drawn before it is shown, so that it can be measured and placed.
          if (event.newState === 'open') flushSync(() => setOpen(true));
        }}
        onToggle={(event) => {
          if (event.newState === 'closed') setOpen(false);
          if (event.newState === 'open' && panel.current && button.current)
            placePopover(panel.current, button.current);
        }}
      >
        {open && children(close)}
      </div>
    </>
  );
}
