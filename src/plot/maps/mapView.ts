/** The two maps and the profile on the page. */
import type { DensityMaps } from '../../model/volumeSlices';
import { edgeOnFigure, faceOnFigure } from './mapFigure';
import type { MapInput, MapView } from './mapInput';
import type { MapKind } from './mapLayout';
import { createPlotHost, createTurns } from './plotHost';
import { profileFigure } from './profileFigure';

/** Maps that have not changed for so long (ms) are at rest. */
const restAfter = 200;

type Plotly = typeof import('plotly.js-cartesian-dist-min');

/** As it comes from the page: what moves is found out here. */
export type ShownMaps = Omit<MapInput, 'isMoving'>;

export type MapHosts = Readonly<Record<MapKind, HTMLDivElement>>;

export interface MapsView {
  show(input: ShownMaps, view: MapView): void;
  /** Draws again after a problem. */
  retry(): void;
  dispose(): void;
}

export function createMapsView(
  hosts: MapHosts,
  loadPlotly: () => Promise<Plotly>,
  onProblem: (hasFailed: boolean) => void,
): MapsView {
  const turns = createTurns();
  const failed = new Set<MapKind>();
  const host = (kind: MapKind) => {
    const note = (hasFailed: boolean) => {
      if (hasFailed) failed.add(kind);
      else failed.delete(kind);
      onProblem(failed.size > 0);
    };
    return createPlotHost(hosts[kind], loadPlotly, note, turns);
  };
  const plots = { faceOn: host('faceOn'), edgeOn: host('edgeOn'), profile: host('profile') };
  let shown: DensityMaps | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const draw = (input: MapInput, view: MapView) => {
    plots.faceOn.draw((size) => faceOnFigure(input, view, size));
    plots.edgeOn.draw((size) => edgeOnFigure(input, size));
    plots.profile.draw((size) => profileFigure(input, size));
  };
  return {
    show: (input, view) => {
      clearTimeout(rest);
      const isMoving = shown !== null && shown !== input.maps;
      shown = input.maps;
      draw({ ...input, isMoving }, view);
      if (isMoving) rest = setTimeout(() => draw({ ...input, isMoving: false }, view), restAfter);
    },
    retry: () => {
      for (const plot of Object.values(plots)) plot.retry();
    },
    dispose: () => {
      clearTimeout(rest);
      for (const plot of Object.values(plots)) plot.dispose();
    },
  };
}
