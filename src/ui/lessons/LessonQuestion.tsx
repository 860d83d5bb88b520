/** The question at the end of a lesson. In teacher mode it is put to the class, without its answer. */
import { type FormEvent, useId, useState } from 'react';
import type { Lesson } from '../../state/lessons/lesson';
import type { LessonProgress } from '../../state/lessons/progress';
import { Icon } from '../icons';

export interface LessonQuestionProps {
  readonly lesson: Lesson;
  readonly progress: LessonProgress;
  readonly isTeacher: boolean;
  readonly onRight: () => void;
  readonly onBack: () => void;
}

/** A class answers by letters. */
const letterA = 'A'.charCodeAt(0);

function finishedText(lesson: Lesson, { steps }: LessonProgress): string {
  const open = lesson.steps.map((_, index) => index + 1).filter((step) => !steps.includes(step));
  if (open.length === 0) return 'Lesson finished.';
  return `Right. Still open: ${open.length === 1 ? 'step' : 'steps'} ${open.join(', ')}.`;
}

export function LessonQuestion({ lesson, progress, isTeacher, onRight, onBack }: LessonQuestionProps) {
  const name = useId();
  const { text, choices, explanation } = lesson.question;
  const [chosen, setChosen] = useState<number | null>(null);
  const [answer, setAnswer] = useState<number | null>(null);
  const given = answer === null ? undefined : choices[answer];
  const isAnswered = progress.answered && !isTeacher;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(chosen);
    if (chosen !== null && choices[chosen]?.right) onRight();
  };
  return (
    <form className="lesson-body" onSubmit={submit}>
      <div className="lesson-text">
        <fieldset className="lesson-question">
          <legend>{text}</legend>
          {choices.map((choice, index) =>
            isTeacher ? (
              <p key={choice.text}>
                {String.fromCharCode(letterA + index)}: {choice.text}
              </p>
            ) : (
              <label key={choice.text}>
                <input
                  type="radio"
                  name={name}
                  checked={chosen === index}
                  onChange={() => setChosen(index)}
                />
                <span>{choice.text}</span>
              </label>
            ),
          )}
        </fieldset>
        <p className="lesson-done" role="status" aria-live="polite">
          {isAnswered && (given === undefined || given.right) && (
            <>
              <Icon name="check" />
              <span>
                <strong>{finishedText(lesson, progress)}</strong> {explanation}
              </span>
            </>
          )}
          {!isTeacher && given !== undefined && !given.right && `Not quite. ${given.why ?? ''}`}
        </p>
      </div>
      <div className="lesson-moves">
        <button type="button" className="button" onClick={onBack}>
          Back
        </button>
        {!isTeacher && (
          <button
            type="submit"
            className={chosen === null ? 'button' : 'button lesson-next'}
            aria-disabled={chosen === null}
          >
            Answer
          </button>
        )}
      </div>
    </form>
  );
}
