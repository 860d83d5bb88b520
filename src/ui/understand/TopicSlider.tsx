/** A slider of an explanation's own: it chooses what is looked at and changes no parameter. */
import { type CSSProperties, useId } from 'react';

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
  const travel = (value - minimum) / (maximum - minimum);
  return (
    <div className="understand-slider" data-sticky={isSticky}>
      <label htmlFor={id}>{label}</label>
      <span className="slider" style={{ '--travel': travel } as CSSProperties}>
        <input
          id={id}
          type="range"
          min={minimum}
          max={maximum}
          step={step}
          value={value}
          aria-valuetext={text}
          onChange={(event) => onValue(Number(event.currentTarget.value))}
        />
      </span>
      <output htmlFor={id}>{text}</output>
    </div>
  );
}
