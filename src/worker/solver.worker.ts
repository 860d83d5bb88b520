/** The worker of the curves. */
import { propagateNear } from '../model/propagate';
import { answer } from './answer';
import { serve } from './serve';

serve((message) => {
  const reply = answer(message, propagateNear);
  return { reply, arrays: reply.ok ? [reply.propagated.kineticEnergyGeV, reply.propagated.flux] : [] };
});
