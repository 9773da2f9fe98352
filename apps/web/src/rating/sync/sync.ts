import type { RatingPack } from '@hujian/contract';
import { Problem } from '../../api/door.ts';
import type { Keeper } from '../keep/keeper.ts';
import type { KeptPack } from '../sheet/merge-pack.ts';
import { backoff } from './backoff.ts';
import { batchAfter, sendEntries } from './send-entries.ts';
import { createPace, sendPhotos } from './send-photos.ts';
import { SyncTrouble } from './trouble.ts';

export type Phase =
  | 'idle'
  | 'sending'
  | 'no-signal'
  | 'signed-out'
  | 'other-account'
  | 'forbidden'
  | 'trouble';

export interface SyncStatus {
  phase: Phase;
  /** Words of the server, or the other account's name. */
  say: string;
}

/** What the engine works with; the keeper is the phone's store. */
export interface SyncParts {
  account: string;
  keeper: Pick<
    Keeper,
    | 'listWaiting'
    | 'markEntries'
    | 'mergeEntries'
    | 'listWaitingPhotos'
    | 'getBytes'
    | 'markPhoto'
    | 'addReceipt'
  >;
  /** POST when there is a body. Throws Problem. */
  ask<T>(path: string, body?: unknown): Promise<T>;
  pack(): Promise<Pick<KeptPack, 'receiptKey'>>;
  /** Takes a fresh pack into the store. `off`: how far the phone's clock is ahead of the server's, in ms. */
  takePack(pack: RatingPack, off: number): Promise<void>;
  /** One tab at a time. */
  alone<T>(task: () => Promise<T>): Promise<T>;
  tell(status: SyncStatus): void;
  delivered(at: string): void;
  now(): number;
  chance(): number;
  /** Calls later; answers how to call it off. */
  later(task: () => void, ms: number): () => void;
}

export interface Sync {
  /** Now, or as soon as what runs is through; `fresh`: with a new pack, however young the last one is. */
  kick(fresh?: boolean): void;
  stop(): void;
  /** Settles when nothing runs. */
  idle(): Promise<void>;
}

/** A minute: within it taps go straight out; each batch says whose it is anyway. */
const packLifeMs = 60_000;

export function createSync(parts: SyncParts): Sync {
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  const pace = createPace();
  let packAt = Number.NEGATIVE_INFINITY;
  let stopped = false;
  let callOff: () => void = () => undefined;

  const run = async (): Promise<void> => {
    do {
      again = false;
      await attempt();
    } while (again && !stopped);
    running = undefined;
  };

  const attempt = async (): Promise<void> => {
    callOff();
    parts.tell({ phase: 'sending', say: '' });
    try {
      await parts.alone(async () => {
        if (Math.abs(parts.now() - packAt) > packLifeMs) {
          await takePack(parts);
          packAt = parts.now();
        }
        await sendEntries(parts, batchAfter(failures), parts.delivered);
        await sendPhotos(parts, pace, parts.delivered);
      });
      failures = 0;
      parts.tell({ phase: 'idle', say: '' });
    } catch (failure) {
      failures += 1;
      if (failure instanceof Problem && failure.status === 0) pace.broke();
      packAt = Number.NEGATIVE_INFINITY;
      const status = presentFailure(failure);
      parts.tell(status);
      const waits = status.phase === 'signed-out' || status.phase === 'other-account' || stopped;
      if (!waits) callOff = parts.later(() => kick(), backoff(failures, parts.chance()));
    }
  };

  const kick = (fresh = false): void => {
    if (stopped) return;
    if (fresh) packAt = Number.NEGATIVE_INFINITY;
    again = true;
    running ??= run();
  };
  return {
    kick,
    stop: () => {
      stopped = true;
      callOff();
    },
    idle: async () => {
      while (running) await running;
    },
  };
}

/** The pack first: it says who is signed in, so that nobody's taps are sent under another's name. */
async function takePack(parts: SyncParts): Promise<void> {
  const before = parts.now();
  const pack = await parts.ask<RatingPack>('/rating/pack');
  const after = parts.now();
  if (pack.account.id !== parts.account) throw new SyncTrouble('other-account', pack.account.name);
  await parts.takePack(pack, Math.round((before + after) / 2 - Date.parse(pack.now)));
}

function presentFailure(failure: unknown): SyncStatus {
  if (failure instanceof SyncTrouble)
    return failure.kind === 'other-account'
      ? { phase: 'other-account', say: failure.other }
      : { phase: 'trouble', say: '服务器的收据核对不上，先不算送达，稍后自动再试。记录都在手机上。' };
  if (!(failure instanceof Problem))
    return { phase: 'trouble', say: failure instanceof Error ? failure.message : String(failure) };
  if (failure.status === 0) return { phase: 'no-signal', say: '' };
  if (failure.status === 401) return { phase: 'signed-out', say: '' };
  if (failure.status === 403) return { phase: 'forbidden', say: failure.message };
  if (failure.code === 'other-account') return { phase: 'other-account', say: '' };
  return { phase: 'trouble', say: failure.message };
}
