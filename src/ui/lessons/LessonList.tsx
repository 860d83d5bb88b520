/** Every lesson, by level, with what is done of it. */
import { type Lesson, levels } from '../../state/lessons/lesson';
import { lessons } from '../../state/lessons/lessons';
import { type LessonProgress, type Progress, progressOf } from '../../state/lessons/progress';

export interface LessonListProps {
  readonly progress: Progress;
  readonly onChoose: (id: string) => void;
}

function progressText(lesson: Lesson, { steps, answered }: LessonProgress): string {
  if (answered) return 'Finished';
  const done = steps.filter((step) => step <= lesson.steps.length).length;
  return done === 0 ? `${lesson.minutes} minutes` : `${done} of ${lesson.steps.length} steps done`;
}

export function LessonList({ progress, onChoose }: LessonListProps) {
  return (
    <div className="lesson-levels">
      {levels.map((level) => (
        <section key={level.id} aria-label={level.label}>
          <h3>{level.label}</h3>
          <ul>
            {lessons
              .filter((lesson) => lesson.level === level.id)
              .map((lesson) => (
                <li key={lesson.id}>
                  <button type="button" className="lesson-choice" onClick={() => onChoose(lesson.id)}>
                    <strong>{lesson.title}</strong>
                    <span>
                      {lesson.summary} <em>{progressText(lesson, progressOf(progress, lesson.id))}</em>
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
