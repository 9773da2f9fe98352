import type { VisitEntry } from '@hujian/contract';
import { openBytes, seal, unseal } from './cipher.ts';
import type { PhotoMeta } from './kept.ts';
import { nextClock } from './next-clock.ts';
import { writeWithRoom } from './room.ts';
import type { EntryRow, KeepState, Store } from './store.ts';

/** What the sync engine needs of the store. */
export function outbox(store: Store, key: CryptoKey) {
  return {
    listWaiting: async (): Promise<VisitEntry[]> => {
      const rows = await store.entries.where('state').equals('waiting').sortBy('seq');
      return Promise.all(rows.map((row) => unseal<VisitEntry>(key, row)));
    },
    /** Visits for which something was put down. */
    listWritten: async (): Promise<Set<number>> => {
      const rows = await store.entries.toArray();
      const entries = await Promise.all(rows.map((row) => unseal<VisitEntry>(key, row)));
      return new Set(entries.map((entry) => entry.visit));
    },
    /** Marks entries; `say`: words of the server, by id. */
    markEntries: async (ids: readonly string[], state: KeepState, say: ReadonlyMap<string, string>) => {
      const sealed = new Map(
        await Promise.all([...say].map(async ([id, text]) => [id, await seal(key, text)] as const)),
      );
      await writeWithRoom(store, () =>
        store.entries
          .where('id')
          .anyOf([...ids])
          .modify((row) => {
            row.state = state;
            row.say = sealed.get(row.id) ?? row.say;
          }),
      );
    },
    /** Takes in what the server has from him; what is here already stays as it is. */
    mergeEntries: async (entries: readonly VisitEntry[], clock: number): Promise<void> => {
      await nextClock(store, Math.max(clock, ...entries.map((entry) => entry.clock)));
      const known = new Set(
        await store.entries
          .where('id')
          .anyOf(entries.map((entry) => entry.id))
          .primaryKeys()
          .then(async (seqs) => (await store.entries.bulkGet(seqs)).map((row) => row?.id)),
      );
      const rows = await Promise.all(
        entries
          .filter((entry) => !known.has(entry.id))
          .map(async (entry) => ({ id: entry.id, state: 'kept' as const, ...(await seal(key, entry)) })),
      );
      await writeWithRoom(store, () =>
        store.transaction('rw', store.entries, async () => {
          for (const row of rows) {
            // Another tab may have been faster.
            if ((await store.entries.where('id').equals(row.id).count()) === 0)
              await store.entries.add(row as EntryRow);
          }
        }),
      );
    },
    listWaitingPhotos: async (): Promise<PhotoMeta[]> => {
      const rows = await store.photos.where('state').equals('waiting').toArray();
      return Promise.all(rows.map((row) => unseal<PhotoMeta>(key, row)));
    },
    getBytes: async (id: string): Promise<Uint8Array<ArrayBuffer> | null> => {
      const row = await store.bytes.get(id);
      return row === undefined ? null : openBytes(key, row);
    },
    /** After its receipt the bytes may go; the small picture stays. */
    markPhoto: (id: string, state: KeepState): Promise<void> =>
      store.transaction('rw', store.photos, store.bytes, async () => {
        await store.photos.update(id, { state });
        if (state === 'kept') await store.bytes.delete(id);
      }),
    addReceipt: async (receipt: unknown): Promise<void> => {
      const row = await seal(key, receipt);
      await writeWithRoom(store, () => store.receipts.add(row as { seq: number } & typeof row));
    },
  };
}
