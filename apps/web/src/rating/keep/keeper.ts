import type { VisitEntry } from '@hujian/contract';
import { seal, sealBytes, sha256, unseal } from './cipher.ts';
import type { Kept, NewEntry, PhotoMeta } from './kept.ts';
import { nextClock } from './next-clock.ts';
import { outbox } from './outbox.ts';
import type { Holder } from './registry.ts';
import { hasRoomForPhoto, keepReserve, NoRoom, noRoomForPhoto, writeWithRoom } from './room.ts';
import { type EntryRow, openStore, type PhotoRow, type Store } from './store.ts';
import { watch } from './watch.ts';

export type Keeper = ReturnType<typeof openKeeper>;

/** One account's store on this phone, open with his key. */
export function openKeeper(holder: Holder) {
  const store = openStore(holder.account);
  const { key } = holder;
  let line: Promise<unknown> = Promise.resolve();
  /** One write after another, so that clocks rise in the order of the taps. */
  const inLine = <T>(task: () => Promise<T>): Promise<T> => {
    const next = line.then(task, task);
    line = next.catch(() => undefined);
    return next;
  };

  const make = async (of: NewEntry, id = crypto.randomUUID() as string): Promise<Omit<EntryRow, 'seq'>> => {
    const entry: VisitEntry = {
      id,
      ...of,
      clock: await nextClock(store),
      device: holder.device,
      madeAt: new Date().toISOString(),
    };
    return { id, state: 'waiting', ...(await seal(key, entry)) };
  };

  return {
    holder,
    /** Keeps a tap for good before it answers. Throws NoRoom in words. */
    addEntry: (of: NewEntry): Promise<void> =>
      inLine(() =>
        writeWithRoom(store, async () => {
          await store.entries.add((await make(of)) as EntryRow);
        }),
      ),
    /** The picture, its bytes and its entry, all or nothing. Throws NoRoom in words. */
    addPhoto: (of: Omit<NewEntry, 'field' | 'body'>, bytes: Uint8Array<ArrayBuffer>, thumb: string) =>
      inLine(() => addPhoto({ store, key, make }, of, bytes, thumb)),
    setPad: (pad: string, value: unknown): Promise<void> =>
      inLine(() =>
        writeWithRoom(store, async () => {
          if (value === null) await store.pads.delete(pad);
          else await store.pads.put({ key: pad, ...(await seal(key, value)) });
        }),
      ),
    getPad: async <T>(pad: string): Promise<T | null> => {
      const row = await store.pads.get(pad);
      return row === undefined ? null : unseal<T>(key, row);
    },
    watch: (tell: (kept: Kept) => void) => watch(store, key, tell),
    reserve: () => keepReserve(store),
    ...outbox(store, key),
    close: () => store.close(),
  };
}

interface Making {
  store: Store;
  key: CryptoKey;
  make: (of: NewEntry) => Promise<Omit<EntryRow, 'seq'>>;
}

async function addPhoto(
  { store, key, make }: Making,
  of: Omit<NewEntry, 'field' | 'body'>,
  bytes: Uint8Array<ArrayBuffer>,
  thumb: string,
): Promise<void> {
  // A photograph never takes the room that is reserved for ratings.
  if ((await store.ballast.count()) === 0) await keepReserve(store);
  if ((await store.ballast.count()) === 0 || !(await hasRoomForPhoto())) throw new NoRoom(noRoomForPhoto);
  const id = crypto.randomUUID();
  const hash = await sha256(bytes);
  const meta: PhotoMeta = {
    id,
    visit: of.visit,
    media: 'image/jpeg',
    size: bytes.length,
    sha256: hash,
    thumb,
  };
  const body = { kind: 'photo' as const, file: id, caption: '', gone: false };
  const entry = await make({ ...of, field: `photo/${id}`, body });
  const photo: PhotoRow = { id, state: 'waiting', ...(await seal(key, meta)) };
  const content = { id, ...(await sealBytes(key, bytes)) };
  try {
    await store.transaction('rw', store.entries, store.photos, store.bytes, async () => {
      await store.bytes.add(content);
      await store.photos.add(photo);
      await store.entries.add(entry as EntryRow);
    });
  } catch {
    throw new NoRoom(noRoomForPhoto);
  }
}
