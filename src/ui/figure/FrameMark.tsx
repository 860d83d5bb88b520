/** At the edge of the frame: a curve has left it and can be brought back; axes were chosen and can be left again. */
import type { ObservableId } from '../../model/observables';
import { type CurveOutside, outsideText } from '../../plot/outOfFrame';
import { useActions, useExplorer } from '../../state/useExplorer';
import './FrameMark.css';

const arrows = { above: '↑', below: '↓' } as const;

export interface FrameMarkProps {
  readonly observable: ObservableId;
  readonly outside: readonly CurveOutside[];
  readonly isZoomed: boolean;
  readonly onFit: () => void;
}

export function FrameMark({ observable, outside, isZoomed, onFit }: FrameMarkProps) {
  const zoom = useExplorer((state) => state.view.zoom);
  const { setView } = useActions();
  const isBelow = outside.some(({ side }) => side === 'below');
  const side = isBelow ? 'below' : 'above';
  return (
    <div className="frame-mark" data-side={side} data-gone={outside.some(({ isGone }) => isGone)}>
      {outside.length > 0 && (
        <>
          <p>
            <span aria-hidden="true">{arrows[side]} </span>
            {outsideText(outside)}
            <span className="visually-hidden">, {side}.</span>
          </p>
          <button
            type="button"
            className="button button-small"
            title="Axes that hold curves and data"
            onClick={onFit}
          >
            Fit axis
          </button>
        </>
      )}
      {isZoomed && (
        <button
          type="button"
          className="button button-small"
          title="The axes that hold the data; a double click on the figure does the same"
          onClick={() => setView({ zoom: { ...zoom, [observable]: null } })}
        >
          Whole range
        </button>
      )}
    </div>
  );
}
