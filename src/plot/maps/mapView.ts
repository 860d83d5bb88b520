/** The two maps and the profile on the page, and the line of text that follows the pointer over a map. */
import { edgeOnFigure, edgeOnWindow, faceOnFigure, faceOnWindow } from './mapFigure';
import { mapFrame } from './mapFrame';
import type { MapInput, MapView } from './mapInput';
import { type MapKind, plotArea } from './mapLayout';
import { createPlotHost, type PlotHost } from './plotHost';
import { profileFigure } from './profileFigure';
import { cutField, type MapWindow, planeField } from './raster';
import { type Readable, readableEdgeOn, readableFaceOn, readoutLines } from './readout';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

export interface MapHosts {
  readonly faceOn: HTMLDivElement;
  readonly edgeOn: HTMLDivElement;
  readonly profile: HTMLDivElement;
  /** Takes the text under the pointer; shown while it has the attribute `data-shown`. */
  readonly readout: HTMLDivElement;
}

export interface MapsView {
  show(input: MapInput, view: MapView): void;
  dispose(): void;
}

/** How near (pixels) the pointer must be to a mark for its name. */
const reachPixels = 11;
/** Between pointer and text (pixels). */
const readoutGap = 14;

interface Pointed {
  readonly kind: MapKind;
  readonly clientX: number;
  readonly clientY: number;
}

/** Beside the pointer, on the side where there is room. */
function placeReadout(readout: HTMLDivElement, { clientX, clientY }: Pointed): void {
  const origin = readout.offsetParent?.getBoundingClientRect();
  if (origin === undefined) return;
  const { offsetWidth, offsetHeight } = readout;
  const isRight = clientX + readoutGap + offsetWidth < Math.min(window.innerWidth, origin.right);
  const isBelow = clientY + readoutGap + offsetHeight < Math.min(window.innerHeight, origin.bottom);
  const left = isRight ? clientX + readoutGap : clientX - readoutGap - offsetWidth;
  const top = isBelow ? clientY + readoutGap : clientY - readoutGap - offsetHeight;
  readout.style.translate = `${Math.max(0, left - origin.left)}px ${top - origin.top}px`;
}

export function createMapsView(
  hosts: MapHosts,
  loadPlotly: () => Promise<Plotly>,
  onProblem: () => void,
): MapsView {
  const still = { staticPlot: true };
  const plots: Record<MapKind, PlotHost> = {
    faceOn: createPlotHost(hosts.faceOn, loadPlotly, onProblem, still),
    edgeOn: createPlotHost(hosts.edgeOn, loadPlotly, onProblem, still),
    profile: createPlotHost(hosts.profile, loadPlotly, onProblem, { doubleClick: false }),
  };
  let shown: { readonly input: MapInput; readonly view: MapView } | null = null;
  let pointed: Pointed | null = null;

  const readable = ({ kind }: Pointed, { input, view }: NonNullable<typeof shown>): [MapWindow, Readable] =>
    kind === 'faceOn'
      ? [faceOnWindow(input, view), readableFaceOn(input, planeField(input.maps))]
      : [edgeOnWindow(input), readableEdgeOn(input, cutField(input.maps, input.halfThicknessKpc))];

  const tell = () => {
    const { readout } = hosts;
    const lines = pointed === null || shown === null ? null : linesAt(pointed, shown);
    readout.toggleAttribute('data-shown', lines !== null);
    if (lines === null || pointed === null) return;
    readout.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement('div'), { textContent: line })),
    );
    placeReadout(readout, pointed);
  };

  const linesAt = (at: Pointed, now: NonNullable<typeof shown>): string[] | null => {
    const box = hosts[at.kind].getBoundingClientRect();
    const [axes, text] = readable(at, now);
    const frame = mapFrame(axes, plotArea(at.kind, plots[at.kind].size(), axes));
    const { left, top, width, height } = frame.area;
    const { x, y } = frame.toKpc({ x: at.clientX - box.left - left, y: at.clientY - box.top - top });
    if (!frame.isInside(x, y)) return null;
    const reach = [
      (reachPixels * (axes.x[1] - axes.x[0])) / width,
      (reachPixels * (axes.y[1] - axes.y[0])) / height,
    ] as const;
    return readoutLines(text, x, y, reach);
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  const point = (next: Pointed | null) => {
    pointed = next;
    tell();
  };
  for (const kind of ['faceOn', 'edgeOn'] as const) {
    const follow = ({ clientX, clientY }: PointerEvent) => point({ kind, clientX, clientY });
    hosts[kind].addEventListener('pointermove', follow, { signal });
    hosts[kind].addEventListener('pointerdown', follow, { signal });
    // A finger that is lifted leaves too, but its text is to be read.
    const leave = ({ pointerType }: PointerEvent) => pointerType !== 'touch' && point(null);
    hosts[kind].addEventListener('pointerleave', leave, { signal });
    hosts[kind].addEventListener('pointercancel', () => point(null), { signal });
  }
  const isOnMap = ({ target }: Event) =>
    target instanceof Node && (hosts.faceOn.contains(target) || hosts.edgeOn.contains(target));
  document.addEventListener('pointerdown', (event) => !isOnMap(event) && point(null), { signal });

  return {
    show: (input, view) => {
      shown = { input, view };
      plots.faceOn.draw((size) => faceOnFigure(input, view, size));
      plots.edgeOn.draw((size) => edgeOnFigure(input, size));
      plots.profile.draw((size) => profileFigure(input, size));
      tell();
    },
    dispose: () => {
      listeners.abort();
      for (const plot of Object.values(plots)) plot.dispose();
    },
  };
}
