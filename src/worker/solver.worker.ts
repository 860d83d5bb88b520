/** The solver's worker: answers one request at a time and hands its arrays over instead of copying them. */
import { expose, transfer } from 'comlink';
import { propagateNear } from '../model/propagate';
import { answer } from './answer';
import { holdLifeLine } from './lifeLine';
import type { SolverEndpoint } from './protocol';

const endpoint: SolverEndpoint = {
  solve(request) {
    const reply = answer(request, propagateNear);
    if (!reply.ok) return reply;
    const { kineticEnergyGeV, flux } = reply.propagated;
    return transfer(reply, [kineticEnergyGeV.buffer, flux.buffer]);
  },
};

expose(endpoint);
holdLifeLine();
