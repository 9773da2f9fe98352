import type { VisitEntry } from '@hujian/contract';
import { liveQuery } from 'dexie';
import type { Said } from '../sheet/said.ts';
import { unseal } from './cipher.ts';
import type { Kept, PhotoMeta } from './kept.ts';
import type { Store } from './store.ts';

/** Tells the whole of what is kept, now and after every change in any tab. What was opened once is not opened again. */
export function watch(store: Store, key: CryptoKey, tell: (kept: Kept) => void): () => void {
  const opened = new Map<string, VisitEntry>();
  const once = openOnce(key);
  let turn = 0;
  const subscription = liveQuery(() =>
    store.transaction('r', store.entries, store.photos, store.pads, store.ballast, () =>
      Promise.all([
        store.entries.toArray(),
        store.photos.toArray(),
        store.pads.toArray(),
        store.ballast.count(),
      ]),
    ),
  ).subscribe(async ([entries, photos, pads, ballast]) => {
    turn += 1;
    const mine = turn;
    const said = await Promise.all(
      entries.map(async (row): Promise<Said> => {
        const entry = opened.get(row.id) ?? (await unseal<VisitEntry>(key, row));
        opened.set(row.id, entry);
        const say = row.say === undefined ? null : await unseal<string>(key, row.say);
        return { seq: row.seq, entry, state: row.state, say };
      }),
    );
    const pictures = await Promise.all(
      photos.map(async (row) => ({ ...(await once<PhotoMeta>(`photo/${row.id}`, row)), state: row.state })),
    );
    const values = await Promise.all(
      pads.map(async (row) => [row.key, await once<unknown>(`pad/${row.key}`, row)] as const),
    );
    // A slower, older answer must not overtake a newer one.
    if (mine !== turn) return;
    tell({
      said,
      photos: new Map(pictures.map((photo) => [photo.id, photo])),
      pads: new Map(values),
      tight: ballast === 0,
    });
  });
  return () => subscription.unsubscribe();
}

/** Opens a sealed value only when it is another than last time; so what did not change stays the same object. */
function openOnce(key: CryptoKey) {
  const known = new Map<string, { iv: string; value: unknown }>();
  return async <T>(name: string, row: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }): Promise<T> => {
    const iv = row.iv.join();
    const before = known.get(name);
    if (before?.iv === iv) return before.value as T;
    const value = await unseal<T>(key, row);
    known.set(name, { iv, value });
    return value;
  };
}
