/**
 * The page's way to the three-dimensional solve. Its parts are independent, so each has a worker of its own, two at a
 * time. A worker in the middle of a solve hears nothing: to cancel is to end it.
 */
import { proxy } from 'comlink';
import type { BoxRequest } from '../model/boxGalaxy';
import { partsOf } from '../model/boxParts';
import { refusalOf } from '../model/refusals';
import type { PartProgress, PartResult } from '../model/volume';
import type { Refusal } from './protocol';
import { type Loss, spawn, unavailableMessage } from './spawn';
import type { PartReply, VolumeClient, VolumeEndpoint, VolumeOutcome, VolumeRequest } from './volumeProtocol';

/** One worker as the client sees it. */
export interface VolumeWorker {
  solve(request: BoxRequest, onProgress: (progress: PartProgress) => void): Promise<PartReply>;
  /** Called at most once, when the worker dies. */
  onLoss(listener: (loss: Loss) => void): void;
  terminate(): void;
}

const mostWorkers = 2;
/** Idle workers are ended after this long, for what they keep in memory (milliseconds). */
export const idleMilliseconds = 30_000;
/** A part that has told nothing for this long is lost (milliseconds): a step takes a few seconds on a slow machine. */
export const hangsAfterMilliseconds = 120_000;

function spawnVolume(): VolumeWorker {
  // Written inline: this is the form Vite looks for when it bundles the worker.
  const make = () => new Worker(new URL('./volume.worker.ts', import.meta.url), { type: 'module' });
  const { endpoint, onLoss, terminate } = spawn<VolumeEndpoint>(make);
  return { solve: (request, onProgress) => endpoint.solve(request, proxy(onProgress)), onLoss, terminate };
}

const cancelled: VolumeOutcome = { ok: false, kind: 'cancelled', message: 'The 3D solve was stopped.' };

function crashed(reason: string): PartReply {
  return {
    ok: false,
    kind: 'crashed',
    message: `The 3D solve stopped unexpectedly (${reason}). Solve again: it starts afresh.`,
  };
}

function unavailable(reason: string): PartReply {
  return { ok: false, kind: 'unavailable', message: unavailableMessage(reason) };
}

/** A worker, and who must hear if it dies. */
interface Seat {
  readonly worker: VolumeWorker;
  onLoss: ((loss: Loss) => void) | null;
}

export function createVolumeClient(createWorker: () => VolumeWorker = spawnVolume): VolumeClient {
  const idle: Seat[] = [];
  const busy = new Set<Seat>();
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  /** Settles the present run as cancelled. */
  let stop: (() => void) | null = null;

  const endAll = (seats: Iterable<Seat>) => {
    for (const { worker } of seats) worker.terminate();
  };
  const endBusy = () => {
    for (const seat of [...busy]) seat.onLoss?.({ kind: 'crashed', reason: 'it was ended' });
  };
  /** @throws where no worker can be made. */
  const newSeat = (): Seat => {
    const seat: Seat = { worker: createWorker(), onLoss: null };
    seat.worker.onLoss((loss) => {
      // While idle: it is missed by nobody.
      const place = idle.indexOf(seat);
      if (place >= 0) idle.splice(place, 1)[0]?.worker.terminate();
      seat.onLoss?.(loss);
    });
    return seat;
  };

  /** One part in one worker, which is idle afterwards, or ended if it did not answer well. Null: lost without a word. */
  const tryPart = (
    request: BoxRequest,
    onProgress: (progress: PartProgress) => void,
  ): Promise<PartReply | null> =>
    new Promise((settle) => {
      let seat: Seat;
      try {
        seat = idle.pop() ?? newSeat();
      } catch (error) {
        return settle(unavailable(error instanceof Error ? error.message : String(error)));
      }
      busy.add(seat);
      let patience: ReturnType<typeof setTimeout> | undefined;
      const finish = (reply: PartReply | null, isLost: boolean) => {
        clearTimeout(patience);
        if (!busy.delete(seat)) return;
        seat.onLoss = null;
        if (isLost) seat.worker.terminate();
        else idle.push(seat);
        settle(reply);
      };
      const crash = (reason: string) => finish(crashed(reason), true);
      const waitOn = () => {
        clearTimeout(patience);
        const silence = `it told nothing for ${hangsAfterMilliseconds / 1000} s`;
        patience = setTimeout(() => crash(silence), hangsAfterMilliseconds);
      };
      seat.onLoss = ({ kind, reason }) => {
        if (kind === 'silent') finish(null, true);
        else finish(kind === 'crashed' ? crashed(reason) : unavailable(reason), true);
      };
      waitOn();
      seat.worker
        .solve(request, (progress) => {
          if (!busy.has(seat)) return;
          waitOn();
          onProgress(progress);
        })
        .then(
          (reply) => finish(reply, false),
          (error: unknown) => crash(String(error)),
        );
    });

  /** A worker that is gone without a word is replaced once by itself: what took it is seldom the values. */
  const solvePart = async (
    request: BoxRequest,
    onProgress: (progress: PartProgress) => void,
    isCurrent: () => boolean,
  ): Promise<PartReply> => {
    const first = await tryPart(request, onProgress);
    if (first !== null) return first;
    const second = isCurrent() ? await tryPart(request, onProgress) : null;
    return second ?? crashed('it ended without a word');
  };

  /** All parts of a model, as many at a time as there are workers. */
  const solveParts = async (
    request: VolumeRequest,
    onProgress: (progress: PartProgress) => void,
    isCurrent: () => boolean,
  ): Promise<VolumeOutcome> => {
    const parts = partsOf(request.parameters);
    const waiting = [...parts.entries()];
    const shares = parts.map(() => 0);
    const results: PartResult[] = [];
    const failures: Refusal[] = [];
    let flux: PartProgress['flux'] = null;
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined && isCurrent(); next = waiting.shift()) {
        const [index, part] = next;
        const tell = (progress: PartProgress) => {
          shares[index] = progress.share;
          flux = progress.flux ?? flux;
          onProgress({ share: shares.reduce((sum, share) => sum + share, 0) / parts.length, flux });
        };
        const reply = await solvePart({ ...request, part }, tell, isCurrent);
        if (reply.ok) {
          results[index] = reply.result;
        } else {
          // The first failure is told; what the others would still find is of no use.
          failures.push(reply);
          if (isCurrent()) endBusy();
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(mostWorkers, parts.length) }, work));
    return failures[0] ?? { ok: true, parts: results };
  };

  const cancel = () => {
    stop?.();
    stop = null;
    endBusy();
  };

  return {
    solve(request, onProgress) {
      cancel();
      const message = refusalOf(request.parameters, request.species);
      if (message !== undefined) return Promise.resolve({ ok: false, kind: 'refused', message });
      clearTimeout(idleTimer);
      return new Promise((settle) => {
        const mine = () => settle(cancelled);
        stop = mine;
        void solveParts(request, onProgress, () => stop === mine).then((outcome) => {
          if (stop === mine) stop = null;
          clearTimeout(idleTimer);
          idleTimer = setTimeout(() => endAll(idle.splice(0)), idleMilliseconds);
          settle(outcome);
        });
      });
    },
    cancel,
    dispose() {
      cancel();
      clearTimeout(idleTimer);
      endAll(idle.splice(0));
    },
  };
}
