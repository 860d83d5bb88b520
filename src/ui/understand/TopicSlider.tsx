/** A slider of an explanation's own: it chooses what is looked at and changes no parameter. */
import { useId } from 'react';
import { usePlainHands } from '../controls/plainHands';
import { Slider } from '../controls/Slider';

interface TopicSliderProps {
  readonly label: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  readonly value: number;
  /** The value in words, shown and spoken. */
  readonly text: string;
  readonly onValue: (value: number) => void;
  /** Stays in sight while what it acts on scrolls by. */
  readonly isSticky?: boolean;
}

export function TopicSlider(props: TopicSliderProps) {
  const { label, minimum, maximum, step, value, text, onValue, isSticky = false } = props;
  const id = useId();
  const hands = usePlainHands(value, onValue);
  return (
    <div className="understand-slider" data-sticky={isSticky}>
      <label htmlFor={id}>{label}</label>
      <Slider
        id={id}
        minimum={minimum}
        maximum={maximum}
        step={step}
        position={value}
        valueAt={(position) => position}
        text={text}
        hands={hands}
      />
      <output htmlFor={id}>{text}</output>
    </div>
  );
}
