/** Every box of the page in which a number is typed, and beside it why it is refused. */
import { type ReactNode, useId } from 'react';
import './NumberField.css';

export interface NumberFieldProps {
  readonly id?: string;
  /** Its name, where no label on the page says it. */
  readonly label?: string;
  readonly title?: string;
  /** `text`: powers of ten are typed, which keys for decimals lack. */
  readonly inputMode: 'text' | 'decimal';
  readonly disabled?: boolean;
  readonly text: string;
  /** Why it is refused; null: it is not. */
  readonly reason: string | null;
  readonly onText: (text: string) => void;
  /** Enter, and leaving the box. Left out where a form takes the number. */
  readonly onEnter?: () => void;
  /** Escape. */
  readonly onLeave?: () => void;
  /** What stands between the box and the reason. */
  readonly children?: ReactNode;
}

export function NumberField(props: NumberFieldProps) {
  const { id, label, title, inputMode, disabled, text, reason, onText, onEnter, onLeave, children } = props;
  const reasonId = useId();
  return (
    <>
      <input
        id={id}
        type="text"
        className="number-box"
        inputMode={inputMode}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        title={title}
        disabled={disabled}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={onEnter}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter?.();
          if (event.key === 'Escape') onLeave?.();
        }}
      />
      {children}
      {reason !== null && (
        <span id={reasonId} className="number-reason" role="alert">
          {reason}
        </span>
      )}
    </>
  );
}
