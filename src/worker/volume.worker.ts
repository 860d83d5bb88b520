/** A worker of the three-dimensional solve: one part of a model, telling how far it is. */
import { type PartProgress, propagateBox } from '../model/volume';
import { notFinite, refusal } from './answer';
import { parseBoxRequest } from './parseRequest';
import type { PartReply } from './protocol';
import { serve } from './serve';

function answerPart(message: unknown, tell: (progress: PartProgress) => void): PartReply {
  const parsed = parseBoxRequest(message);
  if (!parsed.ok) return { ok: false, kind: 'invalid', message: parsed.reason };
  try {
    const result = propagateBox(parsed.request, tell);
    return result.propagated?.flux.every(Number.isFinite) === false ? notFinite : { ok: true, result };
  } catch (error) {
    return refusal(error);
  }
}

serve<PartReply>((message, tell) => {
  const reply = answerPart(message, tell);
  if (!reply.ok) return { reply, arrays: [] };
  const { slices, propagated, axisymmetricFlux } = reply.result;
  const { xKpc, yKpc, zKpc, logMomentum, plane, cut, sun } = slices;
  const ofSun = propagated === null ? [] : [propagated.flux, propagated.kineticEnergyGeV];
  return { reply, arrays: [axisymmetricFlux, ...ofSun, xKpc, yKpc, zKpc, logMomentum, plane, cut, sun] };
});
