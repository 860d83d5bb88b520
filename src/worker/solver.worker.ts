/** The worker of the curves. */
import { propagateNear } from '../model/propagate';
import { answer, arraysOf } from './answer';
import { propagateStandIn } from './networkStandIn';
import { serve } from './serve';

serve((message) => {
  const reply = answer(message, ({ species, ...request }) =>
    // TODO-LEAD: propagateNetwork of model/network in the place of the stand-in.
    species === 'p' || species === 'e-'
      ? propagateNear({ ...request, species })
      : propagateStandIn({ ...request, species }),
  );
  return { reply, arrays: reply.ok ? arraysOf(reply.propagated) : [] };
});
