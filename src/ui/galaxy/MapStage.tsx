/** Hosts the two maps and the profile. */
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { MapInput, MapView } from '../../plot/maps/mapInput';
import { createMapsView, type MapsView } from '../../plot/maps/mapView';
import type { PlotElements } from '../../plot/maps/plotHost';
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
  readonly elements: RefObject<PlotElements | null>;
  readonly children?: ReactNode;
}

function MapPanel({ className, title, note, label, elements, children }: PanelProps) {
  const plot = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLCanvasElement>(null);
  // Both are there by the time that handles are made.
  useImperativeHandle(elements, () => ({ plot: plot.current!, ground: ground.current! }), []);
  return (
    <section className={`map ${className}`}>
      <div className="map-head">
        <h3>{title}</h3>
        {note !== undefined && <span>{note}</span>}
        {children}
      </div>
      <div className="map-box" role="img" aria-label={label}>
        <canvas ref={ground} className="map-ground" />
        <div ref={plot} className="map-plot" />
      </div>
    </section>
  );
}

export function MapStage({ input }: { readonly input: MapInput }) {
  const faceOn = useRef<PlotElements>(null);
  const edgeOn = useRef<PlotElements>(null);
  const profile = useRef<PlotElements>(null);
  const readout = useRef<HTMLDivElement>(null);
  const maps = useRef<MapsView | null>(null);
  const [view, setView] = useState<MapView>('galaxy');
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (!faceOn.current || !edgeOn.current || !profile.current || !readout.current) return;
    const hosts = {
      faceOn: faceOn.current,
      edgeOn: edgeOn.current,
      profile: profile.current,
      readout: readout.current,
    };
    const created = createMapsView(hosts, loadPlotly, () => setHasFailed(true));
    maps.current = created;
    return () => {
      maps.current = null;
      created.dispose();
    };
  }, []);
  // After each render: what it is given is new whenever anything changed, and drawing waits for the frame.
  useEffect(() => maps.current?.show(input, view));
  return (
    <div className="maps-grid">
      {hasFailed && (
        <p className="maps-problem" role="alert">
          The axes of the maps could not be loaded. Reload the page to try again; numbers are below.
        </p>
      )}
      <MapPanel className="map-face" title="Face-on" label="Map of the Galactic plane" elements={faceOn}>
        <ViewSwitch view={view} onView={setView} />
      </MapPanel>
      <MapPanel
        className="map-edge"
        title="Edge-on"
        note="through Sun and centre, z stretched"
        label="Map of a cut across the Galactic plane"
        elements={edgeOn}
      />
      <MapPanel
        className="map-profile"
        title="Above the Sun"
        note="points are the solver’s own heights"
        label="Density against height above the Sun"
        elements={profile}
      />
      {/* Follows the pointer: the table has numbers for readers. */}
      <div ref={readout} className="map-readout" aria-hidden="true" />
    </div>
  );
}
