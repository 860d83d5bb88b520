/** Which parameters a step is about: the controls that belong beside its task. */
import { type ExplorerParameterId, explorerTable } from '../../model/parameters/values';
import { type Lesson, stepStart } from './lesson';

/** Those that the step's solution moves from where the step begins, in the order of the parameter table. */
export function stepParameters(lesson: Lesson, index: number): readonly ExplorerParameterId[] {
  const { parameters: solution = {} } = lesson.steps[index]?.solution ?? {};
  const start: Readonly<Record<string, unknown>> = stepStart(lesson, index).parameters;
  const moved = Object.keys(solution).filter((id) => solution[id] !== start[id]);
  // The cast: ids of the explorer table are the keys of its parameter type.
  return explorerTable.map(({ id }) => id as ExplorerParameterId).filter((id) => moved.includes(id));
}
