/** At the edge of the frame: a curve has left it, and a way to bring it back. Takes no room of its own. */
import { type CurveOutside, outsideText } from '../../plot/outOfFrame';
import './FrameMark.css';

const arrows = { above: '↑', below: '↓' } as const;

export interface FrameMarkProps {
  readonly outside: readonly CurveOutside[];
  readonly onFit: () => void;
}

export function FrameMark({ outside, onFit }: FrameMarkProps) {
  const side = outside.every((curve) => curve.side === 'above') ? 'above' : 'below';
  return (
    <p className="frame-mark" data-side={side} data-gone={outside.some(({ isGone }) => isGone)}>
      <span>
        <span aria-hidden="true">{arrows[side]} </span>
        {outsideText(outside)}
        <span className="visually-hidden">, {side}.</span>
      </span>
      <button
        type="button"
        className="button button-small"
        title="Axes that hold curves and data; a double click on the figure brings the whole range back"
        onClick={onFit}
      >
        Fit axis
      </button>
    </p>
  );
}
