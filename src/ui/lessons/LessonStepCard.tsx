/** One step: its task, the numbers it is about, whether it is done, and a hint for whoever wants one. */
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { numberAsked } from '../../state/lessons/check';
import { contextOf } from '../../state/lessons/context';
import { type Lesson, type LessonStep, stepStart } from '../../state/lessons/lesson';
import { type Reading, readings } from '../../state/lessons/readings';
import { setUp } from '../../state/lessons/setUp';
import { stepParameters } from '../../state/lessons/stepParameters';
import { useExplorer, useExplorerStore } from '../../state/useExplorer';
import { bothReadings, readNumber } from '../../text/number';
import { printable } from '../../text/printable';
import { NumberField } from '../controls/NumberField';
import { Icon } from '../icons';
import { LessonControls } from './LessonControls';
import { useAttempt } from './useAttempt';

interface NumberFormProps {
  readonly label: string;
  readonly unit: string;
  readonly onNumber: (value: number) => void;
}

function NumberForm({ label, unit, onNumber }: NumberFormProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readNumber(text, unit);
    if (read.ok) onNumber(read.value);
    setReason(
      read.ok
        ? null
        : `Type a number in ${unit}, not "${printable(text.trim())}".${bothReadings(text, unit)}`,
    );
  };
  return (
    <form className="lesson-number" onSubmit={submit}>
      <label htmlFor={id}>
        {label} ({unit})
      </label>
      <NumberField
        id={id}
        inputMode="decimal"
        text={text}
        reason={reason}
        onText={(typed) => {
          setText(typed);
          setReason(null);
        }}
      >
        <button type="submit" className="button button-small">
          Check
        </button>
      </NumberField>
    </form>
  );
}

function Readings({ all }: { readonly all: readonly Reading[] }) {
  if (all.length === 0) return null;
  return (
    <dl className="lesson-readings">
      {all.map(({ what, value }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface LessonStepCardProps {
  readonly lesson: Lesson;
  readonly step: LessonStep;
  readonly index: number;
  readonly isDone: boolean;
  readonly isTeacher: boolean;
  readonly onDone: () => void;
  readonly onGo: (index: number) => void;
}

export function LessonStepCard({
  lesson,
  step,
  index,
  isDone,
  isTeacher,
  onDone,
  onGo,
}: LessonStepCardProps) {
  const store = useExplorerStore();
  const [number, setNumber] = useState<number | null>(null);
  const start = useMemo(() => stepStart(lesson, index), [lesson, index]);
  const { isMet, isBegun } = useAttempt(step.check, start, number);
  // As text, which is equal when nothing has changed.
  const numbers = useExplorer((state) =>
    JSON.stringify(readings(step.check, contextOf(state, start.parameters, number, true))),
  );
  // The cast: written on the line above.
  const all = useMemo(() => JSON.parse(numbers) as readonly Reading[], [numbers]);
  const asked = numberAsked(step.check);
  const isNew = isMet && isBegun && !isDone;
  useEffect(() => {
    if (isNew) onDone();
  }, [isNew, onDone]);
  // What was to be seen stands under the task: shown when it comes, also where the task is long.
  const text = useRef<HTMLDivElement>(null);
  const wasDone = useRef(isDone);
  useEffect(() => {
    if (isDone && !wasDone.current)
      text.current?.querySelector('.lesson-done')?.scrollIntoView({ block: 'nearest' });
    wasDone.current = isDone;
  }, [isDone]);
  const metBefore =
    'What is set meets this already. Press “Set it up” to begin where the step begins, and do it yourself.';
  const notYet = isMet ? metBefore : number === null ? '' : 'Not yet: look again.';
  return (
    <div className="lesson-body">
      <div className="lesson-text" ref={text}>
        {step.task.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="lesson-done" role="status" aria-live="polite">
          {isDone ? (
            <>
              <Icon name="check" />
              <span>
                <strong>Done.</strong> {!isTeacher && step.seen}
              </span>
            </>
          ) : (
            notYet
          )}
        </p>
        {!isTeacher && (
          <details className="lesson-hint">
            <summary>Hint</summary>
            <p>{step.hint}</p>
          </details>
        )}
      </div>
      <div className="lesson-hand">
        <LessonControls ids={stepParameters(lesson, index)} />
        <Readings all={all} />
        {asked !== undefined && !isTeacher && (
          <NumberForm label={asked.label} unit={asked.unit} onNumber={setNumber} />
        )}
      </div>
      <div className="lesson-moves">
        <button
          type="button"
          className="button"
          title="Sets parameters and view as this step begins; Undo brings the parameters back"
          onClick={() => setUp(store, start)}
        >
          Set it up
        </button>
        {index > 0 && (
          <button type="button" className="button" onClick={() => onGo(index - 1)}>
            Back
          </button>
        )}
        <button
          type="button"
          className={isDone ? 'button lesson-next' : 'button'}
          onClick={() => onGo(index + 1)}
        >
          {index + 1 < lesson.steps.length ? 'Next' : 'Question'}
        </button>
      </div>
    </div>
  );
}
