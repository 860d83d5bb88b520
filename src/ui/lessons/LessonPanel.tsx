/** Lessons, between the top bar and the figure: the list of them, or the step at hand. */
import { useEffect, useRef, useState } from 'react';
import { formatPlace, type LessonPlace, type ParsedPlace, parsePlace } from '../../state/lessons/address';
import { stepStart } from '../../state/lessons/lesson';
import { lessons } from '../../state/lessons/lessons';
import { closeLessons, hasLesson } from '../../state/lessons/lessonsOpen';
import {
  progressOf,
  rememberedProgress,
  rememberProgress,
  withAnswer,
  withoutLesson,
  withStep,
} from '../../state/lessons/progress';
import { setUp } from '../../state/lessons/setUp';
import type { ExplorerStore } from '../../state/store';
import { useExplorerStore } from '../../state/useExplorer';
import { Icon } from '../icons';
import { LessonList } from './LessonList';
import { LessonQuestion } from './LessonQuestion';
import { LessonStepCard } from './LessonStepCard';
import './Lessons.css';

/** Pages whose address was followed: React may mount a component twice. */
const followed = new WeakSet<ExplorerStore>();

interface AskedPlace extends ParsedPlace {
  /** The address asks for a lesson; else the button was pressed. */
  readonly isLink: boolean;
}

function askedPlace(): AskedPlace {
  return { ...parsePlace(location.search, lessons), isLink: hasLesson(location.search) };
}

/** Tells what an address asked for in vain, and sets a lesson up where the address brings no parameters of its own. */
function followLink(store: ExplorerStore, { place, refused, isLink }: AskedPlace): void {
  if (followed.has(store) || !isLink) return;
  followed.add(store);
  if (refused.length > 0)
    store
      .getState()
      .actions.notify(
        'problem',
        'Part of this link to a lesson could not be used; the curves are as the link has them.',
        refused,
      );
  const lesson = lessons.find((one) => one.id === place.lesson);
  if (lesson !== undefined && location.hash.length <= 1) setUp(store, stepStart(lesson, place.step - 1));
}

function writeAddress(place: LessonPlace | null): void {
  const search = formatPlace(location.search, place);
  history.replaceState(null, '', `${location.pathname}${search}${location.hash}`);
}

/** The address says which step is shown, also after Back and Forward, which are about parameters; nothing once it is closed. */
function useAddress(place: LessonPlace): void {
  useEffect(() => {
    const write = () => writeAddress(place);
    write();
    window.addEventListener('popstate', write);
    return () => window.removeEventListener('popstate', write);
  }, [place]);
  useEffect(() => () => writeAddress(null), []);
}

/** Type for a lecture hall, on the whole page. */
function useLargeType(isTeacher: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-teacher', isTeacher);
    return () => document.documentElement.removeAttribute('data-teacher');
  }, [isTeacher]);
}

export function LessonPanel() {
  const store = useExplorerStore();
  const [asked] = useState(askedPlace);
  const [place, setPlace] = useState(asked.place);
  const [progress, setProgress] = useState(rememberedProgress);
  /** How often a lesson was started over: its first step is then a new one, with nothing typed. */
  const [round, setRound] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  useAddress(place);
  useLargeType(place.teacher);
  useEffect(() => followLink(store, asked), [store, asked]);
  useEffect(() => rememberProgress(progress), [progress]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading is another one at another place.
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus();
  }, [place.lesson, place.step]);

  const go = (change: Partial<LessonPlace>) => {
    hasMoved.current = true;
    setPlace({ ...place, ...change });
  };
  const lesson = lessons.find((one) => one.id === place.lesson);
  const step = lesson?.steps[place.step - 1];
  const begin = (id: string) => {
    const chosen = lessons.find((one) => one.id === id);
    if (chosen === undefined) return;
    const { steps } = progressOf(progress, id);
    const open = chosen.steps.findIndex((_, index) => !steps.includes(index + 1));
    const first = open < 0 ? 0 : open;
    setUp(store, stepStart(chosen, first));
    go({ lesson: id, step: first + 1 });
  };
  return (
    <section className="lesson" aria-label="Lessons">
      <div className="lesson-head">
        <h2 ref={heading} tabIndex={-1}>
          {lesson === undefined ? 'Lessons' : lesson.title}
          {lesson !== undefined && (
            <span className="lesson-where">
              {step === undefined ? 'The question' : `Step ${place.step} of ${lesson.steps.length}`}
            </span>
          )}
        </h2>
        <div className="lesson-tools">
          {lesson !== undefined && !place.teacher && (
            <>
              <button
                type="button"
                className="button button-small"
                onClick={() => {
                  setProgress(withoutLesson(progress, lesson.id));
                  setUp(store, stepStart(lesson, 0));
                  setRound(round + 1);
                  go({ step: 1 });
                }}
              >
                Start over
              </button>
              <button
                type="button"
                className="button button-small"
                onClick={() => go({ lesson: null, step: 1 })}
              >
                All lessons
              </button>
            </>
          )}
          <button
            type="button"
            className="button button-small"
            title={
              place.teacher
                ? 'Shows hints and answers again'
                : 'For projecting: large type, without hints and answers'
            }
            onClick={() => setPlace({ ...place, teacher: !place.teacher })}
          >
            {place.teacher ? 'Leave teacher mode' : 'Teacher mode'}
          </button>
          {!place.teacher && (
            <button
              type="button"
              className="button button-icon button-small"
              aria-label="Close the lessons"
              title="Close the lessons"
              onClick={closeLessons}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
      </div>
      {lesson === undefined ? (
        <LessonList progress={progress} onChoose={begin} />
      ) : step === undefined ? (
        <LessonQuestion
          key={lesson.id}
          lesson={lesson}
          progress={progressOf(progress, lesson.id)}
          isTeacher={place.teacher}
          onRight={() => setProgress((now) => withAnswer(now, lesson.id))}
          onBack={() => go({ step: lesson.steps.length })}
        />
      ) : (
        <LessonStepCard
          key={`${lesson.id} ${place.step} ${round}`}
          lesson={lesson}
          step={step}
          index={place.step - 1}
          isDone={progressOf(progress, lesson.id).steps.includes(place.step)}
          isTeacher={place.teacher}
          onDone={() => setProgress((now) => withStep(now, lesson.id, place.step))}
          onGo={(index) => go({ step: index + 1 })}
        />
      )}
    </section>
  );
}
