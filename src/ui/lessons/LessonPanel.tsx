/** Lessons, above the sliders or on small screens under the figure: the list of them, or the step at hand. */
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand/react';
import { formatPlace, type LessonPlace, type ParsedPlace, parsePlace } from '../../state/lessons/address';
import { stepStart } from '../../state/lessons/lesson';
import { lessons } from '../../state/lessons/lessons';
import { closeLessons, hasLesson } from '../../state/lessons/lessonsOpen';
import { progressOf } from '../../state/lessons/progress';
import { lessonProgress } from '../../state/lessons/progressMemory';
import { setUp } from '../../state/lessons/setUp';
import { addressWriter } from '../../state/services/addressWriter';
import { tellRefused } from '../../state/services/tellRefused';
import type { ExplorerStore } from '../../state/store';
import { useExplorerStore } from '../../state/useExplorer';
import { Icon, type IconName } from '../icons';
import { LessonList } from './LessonList';
import { LessonQuestion } from './LessonQuestion';
import { LessonStepCard } from './LessonStepCard';
import { useClearFigure } from './useClearFigure';
import './Lessons.css';

/** Pages whose address was followed: React may mount a component twice. */
const followed = new WeakSet<ExplorerStore>();

interface AskedPlace extends ParsedPlace {
  /** The address asks for a lesson; else the button was pressed. */
  readonly isLink: boolean;
}

function askedPlace(): AskedPlace {
  const { search } = addressWriter(window);
  return { ...parsePlace(search, lessons), isLink: hasLesson(search) };
}

/** Tells what an address asked for in vain, and sets a lesson up where the address brings no parameters of its own. */
function followLink(store: ExplorerStore, { place, refused, isLink }: AskedPlace): void {
  if (followed.has(store) || !isLink) return;
  followed.add(store);
  tellRefused(
    store,
    'Part of this link to a lesson could not be used; the curves are as the link has them.',
    refused,
  );
  const lesson = lessons.find((one) => one.id === place.lesson);
  const writer = addressWriter(window);
  if (lesson === undefined || writer.hash !== '') return;
  writer.reading(() => setUp(store, stepStart(lesson, place.step - 1)));
}

/** The address says which step is shown; nothing once the lessons are closed. Back and Forward are about parameters. */
function useAddress(place: LessonPlace): void {
  useEffect(() => {
    const writer = addressWriter(window);
    writer.setSearch(formatPlace(writer.search, place));
  }, [place]);
  useEffect(
    () => () => {
      const writer = addressWriter(window);
      writer.setSearch(formatPlace(writer.search, null));
    },
    [],
  );
}

/** Type for a lecture hall, on the whole page. */
function useLargeType(isTeacher: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-teacher', isTeacher);
    return () => document.documentElement.removeAttribute('data-teacher');
  }, [isTeacher]);
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly title?: string;
  readonly onPress: () => void;
}

function Tool({ icon, label, title = label, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="button button-icon button-small"
      aria-label={label}
      title={title}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

export function LessonPanel() {
  const store = useExplorerStore();
  const [asked] = useState(askedPlace);
  const [place, setPlace] = useState(asked.place);
  const progress = useStore(lessonProgress.store);
  /** How often a lesson was started over: its first step is then a new one, with nothing typed. */
  const [round, setRound] = useState(0);
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasMoved = useRef(false);
  useAddress(place);
  useLargeType(place.teacher);
  useEffect(() => followLink(store, asked), [store, asked]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading is another one at another place.
  useEffect(() => {
    if (hasMoved.current) heading.current?.focus({ preventScroll: true });
  }, [place.lesson, place.step]);
  useClearFigure(panel, `${place.lesson} ${place.step}`);

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
    <section className="lesson" aria-label="Lessons" ref={panel}>
      <div className="lesson-head">
        <h2 ref={heading} tabIndex={-1}>
          <span className="lesson-title">{lesson === undefined ? 'Lessons' : lesson.title}</span>
          {lesson !== undefined && (
            <span className="lesson-where">
              {step === undefined ? 'The question' : `Step ${place.step} of ${lesson.steps.length}`}
            </span>
          )}
        </h2>
        <div className="lesson-tools">
          {lesson !== undefined && !place.teacher && (
            <>
              <Tool icon="lessons" label="All lessons" onPress={() => go({ lesson: null, step: 1 })} />
              <Tool
                icon="reset"
                label="Start over"
                title="Start this lesson over"
                onPress={() => {
                  lessonProgress.startOver(lesson.id);
                  setUp(store, stepStart(lesson, 0));
                  setRound(round + 1);
                  go({ step: 1 });
                }}
              />
            </>
          )}
          {place.teacher ? (
            <button
              type="button"
              className="button button-small"
              title="Shows hints and answers again"
              onClick={() => setPlace({ ...place, teacher: false })}
            >
              Leave teacher mode
            </button>
          ) : (
            <>
              <Tool
                icon="system"
                label="Teacher mode"
                title="Teacher mode, for projecting: large type, without hints and answers"
                onPress={() => setPlace({ ...place, teacher: true })}
              />
              <Tool icon="close" label="Close the lessons" onPress={closeLessons} />
            </>
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
          onRight={() => lessonProgress.finishQuestion(lesson.id)}
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
          onDone={() => lessonProgress.finishStep(lesson.id, place.step)}
          onGo={(index) => go({ step: index + 1 })}
        />
      )}
    </section>
  );
}
