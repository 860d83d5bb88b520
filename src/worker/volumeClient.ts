/**
 * The page's way to the three-dimensional solve. Its parts are independent, so each has a worker of its own, two at a
 * time. A worker in the middle of a solve hears nothing: to cancel is to end it.
 */
import { proxy, wrap } from 'comlink';
import type { BoxRequest } from '../model/boxGalaxy';
import { partsOf } from '../model/boxParts';
import type { PartProgress, PartResult } from '../model/volume';
import type { Refusal } from './protocol';
import type { PartReply, VolumeClient, VolumeEndpoint, VolumeOutcome, VolumeRequest } from './volumeProtocol';

/** One worker as the client sees it. */
export interface VolumeWorker {
  solve(request: BoxRequest, onProgress: (progress: PartProgress) => void): Promise<PartReply>;
  /** Called at most once, when the worker dies. */
  onCrash(listener: (reason: string) => void): void;
  terminate(): void;
}

const mostWorkers = 2;
/** Idle workers are ended after this long, for what they keep in memory (milliseconds). */
export const idleMilliseconds = 30_000;
/** A part that has told nothing for this long is lost (milliseconds): a step takes a few seconds on a slow machine. */
export const hangsAfterMilliseconds = 120_000;

function spawnWorker(): VolumeWorker {
  // Written inline: this is the form Vite looks for when it bundles the worker.
  const worker = new Worker(new URL('./volume.worker.ts', import.meta.url), { type: 'module' });
  // Kept alive by the closures below: Comlink loses the calls of a proxy that is collected.
  const endpoint = wrap<VolumeEndpoint>(worker);
  return {
    solve: (request, onProgress) => endpoint.solve(request, proxy(onProgress)),
    onCrash(listener) {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        listener(event.message || 'its program could not be loaded or run');
      });
      worker.addEventListener('messageerror', () => listener('its answer could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}

const cancelled: VolumeOutcome = { ok: false, kind: 'cancelled', message: 'The 3D solve was stopped.' };

function crashed(reason: string): PartReply {
  return {
    ok: false,
    kind: 'crashed',
    message: `The 3D solve stopped unexpectedly (${reason}). Retry: it starts afresh.`,
  };
}

/** A worker, and who must hear if it dies. */
interface Seat {
  readonly worker: VolumeWorker;
  onLoss: ((reason: string) => void) | null;
}

export function createVolumeClient(createWorker: () => VolumeWorker = spawnWorker): VolumeClient {
  const idle: Seat[] = [];
  const busy = new Set<Seat>();
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  /** Settles the present run as cancelled. */
  let stop: (() => void) | null = null;

  const endAll = (seats: Iterable<Seat>) => {
    for (const { worker } of seats) worker.terminate();
  };
  const endBusy = () => {
    for (const seat of [...busy]) seat.onLoss?.('it was ended');
  };
  const newSeat = (): Seat => {
    const seat: Seat = { worker: createWorker(), onLoss: null };
    seat.worker.onCrash((reason) => seat.onLoss?.(reason));
    return seat;
  };

  /** One part in one worker, which is idle afterwards, or ended if it did not answer well. */
  const solvePart = (request: BoxRequest, onProgress: (progress: PartProgress) => void): Promise<PartReply> =>
    new Promise((settle) => {
      const seat = idle.pop() ?? newSeat();
      busy.add(seat);
      let patience: ReturnType<typeof setTimeout> | undefined;
      const finish = (reply: PartReply, isLost: boolean) => {
        clearTimeout(patience);
        if (!busy.delete(seat)) return;
        seat.onLoss = null;
        if (isLost) seat.worker.terminate();
        else idle.push(seat);
        settle(reply);
      };
      const lose = (reason: string) => finish(crashed(reason), true);
      const waitOn = () => {
        clearTimeout(patience);
        const silence = `it told nothing for ${hangsAfterMilliseconds / 1000} s`;
        patience = setTimeout(() => lose(silence), hangsAfterMilliseconds);
      };
      seat.onLoss = lose;
      waitOn();
      seat.worker
        .solve(request, (progress) => {
          if (!busy.has(seat)) return;
          waitOn();
          onProgress(progress);
        })
        .then(
          (reply) => finish(reply, false),
          (error: unknown) => lose(String(error)),
        );
    });

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
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const [index, part] = next;
        const reply = await solvePart({ ...request, part }, (progress) => {
          shares[index] = progress.share;
          flux = progress.flux ?? flux;
          onProgress({ share: shares.reduce((sum, share) => sum + share, 0) / parts.length, flux });
        });
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
      clearTimeout(idleTimer);
      return new Promise((settle) => {
        const mine = () => settle(cancelled);
        stop = mine;
        void solveParts(request, onProgress, () => stop === mine).then((outcome) => {
          if (stop === mine) stop = null;
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
