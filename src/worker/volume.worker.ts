/** A worker of the three-dimensional solve: one part of a model, telling how far it is, its arrays handed over. */
import { expose, transfer } from 'comlink';
import { propagateBox } from '../model/volume';
import { notFinite, refusal } from './answer';
import { holdLifeLine } from './lifeLine';
import { parseBoxRequest } from './parseRequest';
import type { PartReply, VolumeEndpoint } from './volumeProtocol';

const endpoint: VolumeEndpoint = {
  solve(message, onProgress): PartReply {
    const parsed = parseBoxRequest(message);
    if (!parsed.ok) return { ok: false, kind: 'invalid', message: parsed.reason };
    try {
      const result = propagateBox(parsed.request, onProgress);
      if (result.propagated?.flux.every(Number.isFinite) === false) return notFinite;
      const { slices, propagated, axisymmetricFlux } = result;
      const arrays = [
        axisymmetricFlux,
        ...(propagated === null ? [] : [propagated.flux, propagated.kineticEnergyGeV]),
        slices.xKpc,
        slices.yKpc,
        slices.zKpc,
        slices.logMomentum,
        slices.plane,
        slices.cut,
        slices.sun,
      ];
      return transfer(
        { ok: true, result },
        arrays.map((array) => array.buffer),
      );
    } catch (error) {
      return refusal(error);
    }
  },
};

expose(endpoint);
holdLifeLine();
