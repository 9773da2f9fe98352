import type { EntryBody, RatingPack } from '@hujian/contract';
import { ask } from './ask.ts';
import { type Keeper, openKeeper } from './keep/keeper.ts';
import type { Kept } from './keep/kept.ts';
import type { Holder } from './keep/registry.ts';
import { NoRoom } from './keep/room.ts';
import { type KeptPack, mergePack } from './sheet/merge-pack.ts';
import { createSync, type SyncStatus } from './sync/sync.ts';

/** What the screens show at one moment. */
export interface View {
  holder: Holder;
  kept: Kept;
  pack: KeptPack | null;
  status: SyncStatus;
  online: boolean;
  /** How far the phone's clock is ahead of the server's, in ms; as last seen. */
  off: number;
  unsent: number;
  refused: number;
  deliveredAt: string | null;
  notices: string[];
  /** Something could not be kept: words. */
  wrong: string | null;
}

export interface Desk {
  keeper: Keeper;
  subscribe(changed: () => void): () => void;
  /** null until the store is read. */
  view(): View | null;
  /** Keeps a tap; what goes wrong is shown on the screen. False: not kept. */
  put(visit: number, field: string, item: string | null, body: EntryBody): Promise<boolean>;
  attempt(task: () => Promise<unknown>): Promise<boolean>;
  dismiss(): void;
  clearNotices(): Promise<void>;
  sync(fresh?: boolean): void;
  /** Settles when nothing is being sent. */
  settled(): Promise<void>;
  close(): void;
}

export const padNames = { pack: 'pack', notices: 'notices', clock: 'clock', delivered: 'delivered' } as const;

/** One account's work on this page: its store, its sync, and what the screens are told. */
export function openDesk(holder: Holder): Desk {
  const keeper = openKeeper(holder);
  const listeners = new Set<() => void>();
  let status: SyncStatus = { phase: 'idle', say: '' };
  let kept: Kept | null = null;
  let wrong: string | null = null;
  let shown: View | null = null;
  let unsentBefore = 0;

  const present = (): void => {
    shown = kept === null ? null : presentView(holder, kept, status, wrong);
    for (const listener of listeners) listener();
  };
  const sync = createSync({
    account: holder.account,
    keeper,
    ask,
    pack: async () => {
      const pack = await keeper.getPad<KeptPack>(padNames.pack);
      if (pack === null) throw new Error('还没有取到观摩计划。');
      return pack;
    },
    takePack: (pack, off) => takePack(keeper, pack, off),
    alone: async (task) => navigator.locks.request(`hujian-rating-${holder.account}`, task),
    tell: (next) => {
      status = next;
      present();
    },
    delivered: (at) => void keeper.setPad(padNames.delivered, { at }).catch(() => undefined),
    now: () => Date.now(),
    chance: () => Math.random(),
    later: (task, ms) => {
      const timer = setTimeout(task, ms);
      return () => clearTimeout(timer);
    },
  });
  const unwatch = keeper.watch((next) => {
    kept = next;
    present();
    const unsent = shown?.unsent ?? 0;
    if (unsent > unsentBefore && status.phase !== 'signed-out' && status.phase !== 'other-account') soon();
    unsentBefore = unsent;
  });
  let soonTimer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(soonTimer);
    soonTimer = setTimeout(() => sync.kick(), 800);
  };
  const unhear = hearLine(sync.kick, present);
  void keeper.reserve();

  const attempt = async (task: () => Promise<unknown>): Promise<boolean> => {
    try {
      await task();
      wrong = null;
      return true;
    } catch (failure) {
      wrong =
        failure instanceof NoRoom
          ? failure.message
          : '刚才这一项没有存下。请关掉本页重新打开，再记一次；已经存下的都在。';
      return false;
    } finally {
      present();
    }
  };
  return {
    keeper,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    view: () => shown,
    attempt,
    put: (visit, field, item, body) => {
      const round = shown?.pack?.visits.find((one) => one.id === visit)?.round;
      const version = shown?.pack?.rounds.find((one) => one.id === round)?.version ?? 0;
      return attempt(() => keeper.addEntry({ visit, field, item, body, version }));
    },
    dismiss: () => {
      wrong = null;
      present();
    },
    clearNotices: () => keeper.setPad(padNames.notices, null),
    sync: sync.kick,
    settled: sync.idle,
    close: () => {
      clearTimeout(soonTimer);
      unhear();
      unwatch();
      sync.stop();
      keeper.close();
    },
  };
}

async function takePack(keeper: Keeper, pack: RatingPack, off: number): Promise<void> {
  const before = await keeper.getPad<KeptPack>(padNames.pack);
  const written = await keeper.listWritten();
  const merged = mergePack(before, pack, written);
  try {
    await keeper.setPad(padNames.pack, merged.pack);
    await keeper.setPad(padNames.clock, { off });
    if (merged.notices.length > 0) {
      const told = (await keeper.getPad<string[]>(padNames.notices)) ?? [];
      await keeper.setPad(padNames.notices, [...new Set([...told, ...merged.notices])]);
    }
    await keeper.mergeEntries(pack.entries, pack.clock);
  } catch (failure) {
    // On a full phone the old plan must do; what was written still has to go out.
    if (!(failure instanceof NoRoom) || before === null) throw failure;
  }
}

/** Tries again when the line or the person comes back, and now and then while the page is looked at. */
function hearLine(kick: (fresh?: boolean) => void, changed: () => void): () => void {
  const fresh = () => {
    changed();
    if (document.visibilityState === 'visible') kick(true);
  };
  const timer = setInterval(() => document.visibilityState === 'visible' && kick(true), 120_000);
  window.addEventListener('online', fresh);
  window.addEventListener('offline', changed);
  document.addEventListener('visibilitychange', fresh);
  kick(true);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', fresh);
    window.removeEventListener('offline', changed);
    document.removeEventListener('visibilitychange', fresh);
  };
}

function presentView(holder: Holder, kept: Kept, status: SyncStatus, wrong: string | null): View {
  const count = (state: string) =>
    kept.said.filter((one) => one.state === state).length +
    [...kept.photos.values()].filter((photo) => photo.state === state).length;
  const pad = <T>(name: string) => (kept.pads.get(name) as T | undefined) ?? null;
  return {
    holder,
    kept,
    status,
    wrong,
    pack: pad<KeptPack>(padNames.pack),
    online: navigator.onLine,
    off: pad<{ off: number }>(padNames.clock)?.off ?? 0,
    unsent: count('waiting'),
    refused: count('refused'),
    deliveredAt: pad<{ at: string }>(padNames.delivered)?.at ?? null,
    notices: pad<string[]>(padNames.notices) ?? [],
  };
}
