/** The worker of the curves. What only nuclei and secondaries need comes when they are first asked for. */
import { propagateNear } from '../model/propagate';
import type { Propagated } from '../model/propagated';
import { loadPart } from '../parts/loadPartInWorker';
import { answer, arraysOf, type Propagate, refusal } from './answer';
import type { SolveReply, SolveRequest } from './protocol';
import { serve } from './serve';

type Several = Exclude<SolveRequest['species'], 'p' | 'e-'>;

const severalOf: Readonly<Record<Several, () => Promise<(request: SolveRequest) => Propagated>>> = {
  nuclei: () =>
    loadPart(() => import('../model/propagateNuclei')).then(({ propagateNuclei }) => propagateNuclei),
  secondaries: () =>
    loadPart(() => import('../model/propagateSecondaries')).then(
      ({ propagateSecondaries }) => propagateSecondaries,
    ),
};

/** Of what is solved together, if a message asks for that: it is parsed later. */
function severalIn(message: unknown): Several | undefined {
  if (typeof message !== 'object' || message === null || !('species' in message)) return undefined;
  const { species } = message;
  return species === 'nuclei' || species === 'secondaries' ? species : undefined;
}

const single: Propagate = ({ species, ...request }) => {
  if (species === 'p' || species === 'e-') return propagateNear({ ...request, species });
  throw new Error(`${species} are solved elsewhere`);
};

async function reply(message: unknown): Promise<SolveReply> {
  const several = severalIn(message);
  try {
    return answer(message, several === undefined ? single : await severalOf[several]());
  } catch (error) {
    return { ...refusal(error), kind: 'unavailable' };
  }
}

serve(async (message) => {
  const replied = await reply(message);
  return { reply: replied, arrays: replied.ok ? arraysOf(replied.propagated) : [] };
});
