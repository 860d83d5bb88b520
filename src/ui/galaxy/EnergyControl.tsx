/** The energy of the maps: a logarithmic slider, and a box that refuses what is out of range and says why. */
import { useId, useState } from 'react';
import type { NumberParameter } from '../../model/parameters/definition';
import { formatNumber, parseParameter } from '../../model/parameters/values';
import { energyText } from '../../plot/maps/mapText';
import { keyedValue, travelOf, valueAtTravel } from '../../state/parameterSteps';
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

interface BoxProps {
  readonly entry: NumberParameter;
  readonly energyGeV: number;
  readonly onEnergy: (energyGeV: number) => void;
}

function EnergyInput({ entry, energyGeV, onEnergy }: BoxProps) {
  const reasonId = useId();
  const [draft, setDraft] = useState<{ text: string; of: number; reason: string | null } | null>(null);
  // When the energy moves by other means, what was typed no longer stands.
  const current = draft !== null && draft.of === energyGeV ? draft : null;
  const reason = current?.reason ?? null;
  const commit = () => {
    if (current === null) return;
    const parsed = parseParameter(entry, current.text);
    if (!parsed.ok) return setDraft({ ...current, reason: parsed.reason });
    setDraft(null);
    onEnergy(Number(parsed.value));
  };
  return (
    <>
      <span className="maps-energy-box">
        <input
          type="text"
          className="number-box"
          autoComplete="off"
          spellCheck={false}
          aria-label="Energy in GeV"
          aria-invalid={reason !== null}
          aria-describedby={reason === null ? undefined : reasonId}
          value={current?.text ?? formatNumber(energyGeV)}
          onChange={(event) => setDraft({ text: event.currentTarget.value, of: energyGeV, reason: null })}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
            if (event.key === 'Escape') setDraft(null);
          }}
        />
        <span aria-hidden="true">GeV</span>
      </span>
      {reason !== null && (
        <p id={reasonId} className="maps-energy-reason" role="alert">
          {reason}
        </p>
      )}
    </>
  );
}

export function EnergyControl({ energyGeV, range, onEnergy }: EnergyControlProps) {
  const sliderId = useId();
  const entry = energyEntry(range);
  const hands = usePlainHands(energyGeV, onEnergy);
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
      <EnergyInput entry={entry} energyGeV={energyGeV} onEnergy={onEnergy} />
    </div>
  );
}
