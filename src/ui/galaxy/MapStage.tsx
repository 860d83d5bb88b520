/** Hosts the two maps and the profile. */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { MapView } from '../../plot/maps/mapInput';
import { createMapsView, type MapsView, type ShownMaps } from '../../plot/maps/mapView';
import { Problem } from '../Boundary';
import { loadPlotly } from '../figure/loadPlotly';

const viewLabels: Record<MapView, string> = { galaxy: 'Whole Galaxy', sun: 'Zoom to the Sun' };

interface ViewSwitchProps {
  readonly view: MapView;
  readonly onView: (view: MapView) => void;
}

function ViewSwitch({ view, onView }: ViewSwitchProps) {
  return (
    <fieldset className="maps-views">
      <legend className="visually-hidden">The face-on map shows</legend>
      {(['galaxy', 'sun'] as const).map((id) => (
        <button key={id} type="button" aria-pressed={id === view} onClick={() => onView(id)}>
          {viewLabels[id]}
        </button>
      ))}
    </fieldset>
  );
}

interface PanelProps {
  readonly className: string;
  readonly title: string;
  readonly note?: string;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  readonly plot: RefObject<HTMLDivElement | null>;
  readonly children?: ReactNode;
}

function MapPanel({ className, title, note, label, plot, children }: PanelProps) {
  return (
    <section className={`map ${className}`}>
      <div className="map-head">
        <h3>{title}</h3>
        {note !== undefined && <span>{note}</span>}
        {children}
      </div>
      <div className="map-box" role="img" aria-label={label} translate="no">
        <div ref={plot} className="map-plot" />
      </div>
    </section>
  );
}

export function MapStage(props: ShownMaps) {
  const { maps, fluxAtSun, innerHaloKpc, halfThicknessKpc, arms, sources, theme } = props;
  const faceOn = useRef<HTMLDivElement>(null);
  const edgeOn = useRef<HTMLDivElement>(null);
  const profile = useRef<HTMLDivElement>(null);
  const stage = useRef<MapsView | null>(null);
  const [view, setView] = useState<MapView>('galaxy');
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!faceOn.current || !edgeOn.current || !profile.current) return;
    const hosts = { faceOn: faceOn.current, edgeOn: edgeOn.current, profile: profile.current };
    const created = createMapsView(hosts, loadPlotly, setHasFailed);
    stage.current = created;
    return () => {
      stage.current = null;
      created.dispose();
    };
  }, []);
  useEffect(() => {
    const input = { maps, fluxAtSun, innerHaloKpc, halfThicknessKpc, arms, sources, theme };
    stage.current?.show(input, view);
  }, [maps, fluxAtSun, innerHaloKpc, halfThicknessKpc, arms, sources, theme, view]);
  return (
    <div className="maps-grid">
      {hasFailed && (
        <div className="problem maps-problem">
          <Problem
            text="The maps could not be drawn; numbers are below."
            onRetry={() => stage.current?.retry()}
          />
        </div>
      )}
      <MapPanel className="map-face" title="Face-on" label="Map of the Galactic plane" plot={faceOn}>
        <ViewSwitch view={view} onView={setView} />
      </MapPanel>
      <MapPanel
        className="map-edge"
        title="Edge-on"
        note="through Sun and centre, z stretched"
        label="Map of a cut across the Galactic plane"
        plot={edgeOn}
      />
      <MapPanel
        className="map-profile"
        title="Above the Sun"
        note="points are the solver’s own heights"
        label="Density against height above the Sun"
        plot={profile}
      />
    </div>
  );
}
