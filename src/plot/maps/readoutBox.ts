/** The box of text at the pointer. On a touch screen it stays after the finger, until another place is touched. */
import type { MapFrame } from './mapFrame';
import type { MapInput } from './mapInput';
import type { MapKind } from './mapLayout';
import type { MapHosts } from './mapView';
import { readoutLines } from './readout';

/** Between pointer and text (pixels). */
const gap = 14;
/** How near (pixels) the pointer must be to a mark for its name. */
const reachPixels = 11;

interface Pointed {
  readonly kind: MapKind;
  readonly clientX: number;
  readonly clientY: number;
}

export interface Readout {
  show(input: MapInput): void;
  dispose(): void;
}

export function createReadout(hosts: MapHosts, frameOf: (kind: MapKind) => MapFrame | null): Readout {
  const { readout } = hosts;
  let input: MapInput | null = null;
  let pointed: Pointed | null = null;

  const linesAt = ({ kind, clientX, clientY }: Pointed): string[] | null => {
    const frame = frameOf(kind);
    if (frame === null || input === null) return null;
    const box = hosts[kind].plot.getBoundingClientRect();
    const { area, window } = frame;
    const { x, y } = frame.toKpc({ x: clientX - box.left - area.left, y: clientY - box.top - area.top });
    if (!frame.isInside(x, y)) return null;
    const reach = [
      (reachPixels * (window.x[1] - window.x[0])) / area.width,
      (reachPixels * (window.y[1] - window.y[0])) / area.height,
    ] as const;
    return readoutLines(kind, input, x, y, reach);
  };

  const tell = () => {
    const lines = pointed === null ? null : linesAt(pointed);
    readout.toggleAttribute('data-shown', lines !== null);
    if (lines === null || pointed === null) return;
    const rows = lines.map((line) => Object.assign(document.createElement('div'), { textContent: line }));
    readout.replaceChildren(...rows);
    place(readout, pointed);
  };

  const point = (next: Pointed | null) => {
    pointed = next;
    tell();
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  const kinds = ['faceOn', 'edgeOn', 'profile'] as const;
  for (const kind of kinds) {
    const { plot } = hosts[kind];
    const follow = ({ clientX, clientY }: PointerEvent) => point({ kind, clientX, clientY });
    plot.addEventListener('pointermove', follow, { signal });
    plot.addEventListener('pointerdown', follow, { signal });
    // A finger that is lifted leaves too, but its text is to be read.
    const leave = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && point(null);
    plot.addEventListener('pointerleave', leave, { signal });
    plot.addEventListener('pointercancel', () => point(null), { signal });
  }
  const isOnMap = ({ target }: Event) =>
    target instanceof Node && kinds.some((kind) => hosts[kind].plot.contains(target));
  document.addEventListener('pointerdown', (event) => !isOnMap(event) && point(null), { signal });

  return {
    show: (next) => {
      input = next;
      if (pointed !== null) tell();
    },
    dispose: () => listeners.abort(),
  };
}

/** Beside the pointer, on the side where there is room. */
function place(readout: HTMLDivElement, { clientX, clientY }: Pointed): void {
  const origin = readout.offsetParent?.getBoundingClientRect();
  if (origin === undefined) return;
  const { offsetWidth, offsetHeight } = readout;
  const isRight = clientX + gap + offsetWidth < Math.min(window.innerWidth, origin.right);
  const isBelow = clientY + gap + offsetHeight < Math.min(window.innerHeight, origin.bottom);
  const left = isRight ? clientX + gap : clientX - gap - offsetWidth;
  const top = isBelow ? clientY + gap : clientY - gap - offsetHeight;
  readout.style.translate = `${Math.max(0, left - origin.left)}px ${top - origin.top}px`;
}
