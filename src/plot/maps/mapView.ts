/** The two maps and the profile on the page, and the text that follows the pointer over them. */
import { edgeOnRequest, faceOnRequest } from './mapFigure';
import type { MapInput, MapView } from './mapInput';
import type { MapKind } from './mapLayout';
import { createPlotHost, type PlotElements, type PlotHost } from './plotHost';
import { profileRequest } from './profileFigure';
import { createReadout } from './readoutBox';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

export interface MapHosts extends Readonly<Record<MapKind, PlotElements>> {
  /** Takes the text under the pointer; shown while it has the attribute `data-shown`. */
  readonly readout: HTMLDivElement;
}

export interface MapsView {
  show(input: MapInput, view: MapView): void;
  dispose(): void;
}

export function createMapsView(
  hosts: MapHosts,
  loadPlotly: () => Promise<Plotly>,
  onProblem: () => void,
): MapsView {
  const host = (kind: MapKind) => createPlotHost(hosts[kind], loadPlotly, onProblem);
  const plots: Record<MapKind, PlotHost> = {
    faceOn: host('faceOn'),
    edgeOn: host('edgeOn'),
    profile: host('profile'),
  };
  const readout = createReadout(hosts, (kind) => plots[kind].parts()?.frame ?? null);
  return {
    show: (input, view) => {
      plots.faceOn.draw(input, (size) => faceOnRequest(input, view, size));
      plots.edgeOn.draw(input, (size) => edgeOnRequest(input, size));
      plots.profile.draw(input, (size) => profileRequest(input, size));
      readout.show(input);
    },
    dispose: () => {
      readout.dispose();
      for (const plot of Object.values(plots)) plot.dispose();
    },
  };
}
