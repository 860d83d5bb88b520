/** Hosts the two maps and the profile. */
import { useEffect, useRef, useState } from 'react';
import type { MapInput, MapView } from '../../plot/maps/mapInput';
import { createMapsView, type MapsView } from '../../plot/maps/mapView';
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

export function MapStage({ input }: { readonly input: MapInput }) {
  const faceOn = useRef<HTMLDivElement>(null);
  const edgeOn = useRef<HTMLDivElement>(null);
  const profile = useRef<HTMLDivElement>(null);
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
          The maps could not be drawn. Reload the page to try again; their numbers are below.
        </p>
      )}
      <section className="map map-face">
        <div className="map-head">
          <h3>Face-on</h3>
          <ViewSwitch view={view} onView={setView} />
        </div>
        <div ref={faceOn} className="map-plot" role="img" aria-label="Map of the Galactic plane" />
      </section>
      <section className="map map-edge">
        <div className="map-head">
          <h3>Edge-on</h3>
          <span>through Sun and centre, z stretched</span>
        </div>
        <div
          ref={edgeOn}
          className="map-plot"
          role="img"
          aria-label="Map of a cut across the Galactic plane"
        />
      </section>
      <section className="map map-profile">
        <div className="map-head">
          <h3>Above the Sun</h3>
          <span>at the heights of the solve</span>
        </div>
        <div
          ref={profile}
          className="map-plot"
          role="img"
          aria-label="Density against height above the Sun"
        />
      </section>
      {/* Follows the pointer: the same numbers for readers are in the table. */}
      <div ref={readout} className="map-readout" aria-hidden="true" />
    </div>
  );
}
