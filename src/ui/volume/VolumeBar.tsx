/** The three-dimensional solve: asked for, followed, stopped, pinned; and the way to its maps and back. */
import { useEffect } from 'react';
import { modelKeys, models } from '../../model/models';
import { volumeLanes } from '../../state/selectors/volumes';
import { useActions, useExplorer, useExplorerStore } from '../../state/useExplorer';
import { isEscapeTaken } from '../figure/SolveProgress';
import { Icon } from '../icons';
import { shownShare, shownVolumeStatus, volumeText } from './volumeText';
import './VolumeBar.css';

function useEscape(isActive: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isActive) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isEscapeTaken(event)) return;
      event.preventDefault();
      onEscape();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isActive, onEscape]);
}

function Progress() {
  const share = useExplorer(shownShare);
  return (
    <span
      className="volume-progress"
      role="progressbar"
      aria-label="3D solve"
      aria-valuenow={Math.round(100 * share)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ inlineSize: `${100 * share}%` }} />
    </span>
  );
}

export function VolumeBar() {
  const store = useExplorerStore();
  const view = useExplorer((state) => state.view);
  const status = useExplorer(shownVolumeStatus);
  const text = useExplorer(volumeText);
  const { setView, solveVolumes, cancelVolumes } = useActions();
  const isRunning = status === 'running';
  useEscape(isRunning, cancelVolumes);
  const solve = () => solveVolumes(volumeLanes(store.getState().view));
  return (
    <section className="volume" aria-label="Three dimensions" data-status={status}>
      {isRunning ? (
        <button
          type="button"
          className="button volume-main"
          aria-keyshortcuts="Escape"
          title="Stop the 3D solve (Esc)"
          onClick={cancelVolumes}
        >
          <Icon name="close" />
          <span>Cancel</span>
        </button>
      ) : (
        <button
          type="button"
          className="button volume-main"
          title="Solve in (x, y, z) with the sources as they stand, in arms or not: takes a few seconds"
          onClick={solve}
        >
          <Icon name="cube" />
          <span>{status === 'none' ? 'Solve in 3D' : 'Solve again'}</span>
        </button>
      )}
      <select
        className="select"
        aria-label="Model that is solved in 3D"
        value={view.volume}
        onChange={(event) => {
          const volume = modelKeys.find((key) => key === event.currentTarget.value);
          if (volume !== undefined) setView({ volume });
        }}
      >
        {modelKeys.map((key) => (
          <option key={key} value={key}>
            {models[key].name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button button-icon"
        aria-label="Pin: 3D again whenever the parameters rest"
        title="Pin: solve in 3D again whenever the parameters rest"
        aria-pressed={view.pin3d}
        onClick={() => setView({ pin3d: !view.pin3d })}
      >
        <Icon name="pin" />
      </button>
      <button
        type="button"
        className="button volume-maps"
        aria-pressed={view.panel === 'maps'}
        title="Maps of the density in the Galaxy, from the 3D solve"
        onClick={() => setView({ panel: view.panel === 'maps' ? 'spectra' : 'maps' })}
      >
        <Icon name="map" />
        <span>Maps</span>
      </button>
      {isRunning && <Progress />}
      <p className="volume-text" role={status === 'error' ? 'alert' : 'status'}>
        {text}
      </p>
    </section>
  );
}
