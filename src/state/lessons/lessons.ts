/** The lessons, in the order in which they are offered. A new one is a file in `content` and a line here. */
import boron from './content/boron.json' with { type: 'json' };
import breakRigidity from './content/break-rigidity.json' with { type: 'json' };
import degeneracy from './content/degeneracy.json' with { type: 'json' };
import electrons from './content/electrons.json' with { type: 'json' };
import forceField from './content/force-field.json' with { type: 'json' };
import hardening from './content/hardening.json' with { type: 'json' };
import powerLaw from './content/power-law.json' with { type: 'json' };
import sourceOrHalo from './content/source-or-halo.json' with { type: 'json' };
import threeKnobs from './content/three-knobs.json' with { type: 'json' };
import wind from './content/wind.json' with { type: 'json' };
import { type Lesson, parseLesson } from './lesson';

/** As they lie in their files, unread. */
export const lessonDocuments: readonly unknown[] = [
  powerLaw,
  forceField,
  hardening,
  breakRigidity,
  threeKnobs,
  wind,
  boron,
  electrons,
  degeneracy,
  sourceOrHalo,
];

/** Those that can be read; tests/state/lessons holds that all can. */
export const lessons: readonly Lesson[] = lessonDocuments.flatMap((document) => {
  const parsed = parseLesson(document);
  return parsed.ok ? [parsed.lesson] : [];
});
