/** The energy of the maps: a logarithmic slider, and a box that refuses what is out of range and says why. */
import { useId } from 'react';
import type { NumberParameter } from '../../model/parameters/definition';
import { parseParameter } from '../../model/parameters/values';
import { energyText } from '../../plot/maps/mapText';
import { keyedValue, travelOf, valueAtTravel } from '../../state/parameterSteps';
import { NumberField } from '../controls/NumberField';
import { useNumberDraft } from '../controls/numberDraft';
import { usePlainHands } from '../controls/plainHands';
import { Slider } from '../controls/Slider';

export interface EnergyControlProps {
  readonly energyGeV: number;
  readonly range: readonly [number, number];
  onEnergy(energyGeV: number): void;
}

/** The energy as an entry like those of the parameter table: the same steps, the same parser. */
function energyEntry([minimum, maximum]: readonly [number, number]): NumberParameter {
  return {
    id: 'The energy',
    kind: 'log',
    symbol: { tex: 'E', plain: 'E' },
    label: 'Energy',
    group: 'ingredients',
    unit: 'GeV',
    ...{ minimum, maximum, step: 0.1, standard: 100 },
  };
}

/** Three digits under the hand: a finger cannot set more. */
function dragged(entry: NumberParameter, travel: number): number {
  const energy = valueAtTravel(entry, travel);
  return travel <= 0 || travel >= 1 ? energy : Number(energy.toPrecision(3));
}

export function EnergyControl({ energyGeV, range, onEnergy }: EnergyControlProps) {
  const sliderId = useId();
  const entry = energyEntry(range);
  const hands = usePlainHands(energyGeV, onEnergy);
  const draft = useNumberDraft(energyGeV, (text) => {
    const parsed = parseParameter(entry, text);
    if (!parsed.ok) return parsed.reason;
    onEnergy(Number(parsed.value));
    return null;
  });
  return (
    <div className="maps-energy">
      <label htmlFor={sliderId}>Energy</label>
      <Slider
        id={sliderId}
        position={travelOf(entry, energyGeV)}
        valueAt={(travel) => dragged(entry, travel)}
        keyed={(event) => keyedValue(event, entry, energyGeV)}
        text={energyText(energyGeV)}
        hands={hands}
      />
      <NumberField {...draft} label="Energy in GeV" inputMode="text">
        <span className="maps-energy-unit" aria-hidden="true">
          GeV
        </span>
      </NumberField>
    </div>
  );
}
