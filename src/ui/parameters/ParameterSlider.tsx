/**
 * The browser's own range input over the travel 0 to 1, so that touch, pointer and screen reader behave as the
 * platform's sliders do; values, keys and the spoken text are ours. A drag, or a key held down, is one undo step.
 */
import type { KeyboardEvent } from 'react';
import type { ExplorerParameterId } from '../../model/parameters';
import type { NumberParameter } from '../../model/parameterTable';
import { paperExplorer } from '../../model/presets';
import { type StepSize, spokenValue, stepped, travelOf, valueAtTravel } from '../../state/parameterSteps';
import { useActions } from '../../state/useExplorer';

export interface ParameterSliderProps {
  readonly controlId: string;
  readonly entry: NumberParameter;
  readonly id: ExplorerParameterId;
  readonly value: number;
  readonly disabled: boolean;
}

function keyedValue(event: KeyboardEvent, entry: NumberParameter, value: number): number | null {
  const arrows: StepSize = event.shiftKey ? 'fine' : 'normal';
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepped(entry, value, 1, arrows);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepped(entry, value, -1, arrows);
    case 'PageUp':
      return stepped(entry, value, 1, 'coarse');
    case 'PageDown':
      return stepped(entry, value, -1, 'coarse');
    case 'Home':
      return entry.minimum;
    case 'End':
      return entry.maximum;
    default:
      return null;
  }
}

export function ParameterSlider({ controlId, entry, id, value, disabled }: ParameterSliderProps) {
  const { beginDrag, change, endDrag } = useActions();
  const travel = travelOf(entry, value);
  const preset = travelOf(entry, Number(paperExplorer[id]));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = keyedValue(event, entry, value);
    if (next === null) return;
    event.preventDefault();
    beginDrag(id);
    change(id, next);
  };
  return (
    <span className="slider" style={{ '--travel': travel, '--preset': preset } as React.CSSProperties}>
      <input
        id={controlId}
        type="range"
        min={0}
        max={1}
        step="any"
        value={travel}
        disabled={disabled}
        aria-valuetext={spokenValue(entry, value)}
        onChange={(event) => change(id, valueAtTravel(entry, Number(event.currentTarget.value)))}
        onPointerDown={() => beginDrag(id)}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
        onKeyDown={onKeyDown}
        onKeyUp={endDrag}
        onBlur={endDrag}
      />
    </span>
  );
}
