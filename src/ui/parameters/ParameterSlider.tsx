/** The slider of a parameter, over the travel 0 to 1. A drag, or a key held down, is one undo step. */
import type { NumberParameter } from '../../model/parameters/definition';
import type { ExplorerParameterId } from '../../model/parameters/values';
import { paperExplorer } from '../../model/presets';
import { keyedValue, spokenValue, travelOf, valueAtTravel } from '../../state/parameterSteps';
import { useActions } from '../../state/useExplorer';
import { Slider } from '../controls/Slider';

export interface ParameterSliderProps {
  readonly controlId: string;
  readonly entry: NumberParameter;
  readonly id: ExplorerParameterId;
  readonly value: number;
  readonly disabled: boolean;
}

export function ParameterSlider({ controlId, entry, id, value, disabled }: ParameterSliderProps) {
  const { beginDrag, change, endDrag, cancelDrag } = useActions();
  return (
    <Slider
      id={controlId}
      position={travelOf(entry, value)}
      valueAt={(travel) => valueAtTravel(entry, travel)}
      keyed={(event) => keyedValue(event, entry, value)}
      mark={travelOf(entry, Number(paperExplorer[id]))}
      text={spokenValue(entry, value)}
      disabled={disabled}
      hands={{
        take: (hand) => beginDrag(id, hand),
        set: (next, hand) => change(id, next, hand),
        release: endDrag,
        takeBack: cancelDrag,
      }}
    />
  );
}
