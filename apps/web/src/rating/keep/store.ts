import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Sealed } from './cipher.ts';
import { storeName } from './registry.ts';

/** waiting: the server has not said that it has it; kept: it has, with a receipt; refused: it never will. */
export type KeepState = 'waiting' | 'kept' | 'refused';

export interface EntryRow extends Sealed {
  /** The order in which this phone came to know it. */
  seq: number;
  id: string;
  state: KeepState;
  /** What the server said about it. */
  say?: Sealed | undefined;
}

export interface PhotoRow extends Sealed {
  id: string;
  state: KeepState;
}

export interface Store extends Dexie {
  entries: EntityTable<EntryRow, 'seq'>;
  photos: EntityTable<PhotoRow, 'id'>;
  bytes: EntityTable<{ id: string } & Sealed, 'id'>;
  /** One sealed value each: the pack, half-written texts, notices, the clock's error. */
  pads: EntityTable<{ key: string } & Sealed, 'key'>;
  receipts: EntityTable<{ seq: number } & Sealed, 'seq'>;
  counters: Table<{ key: string; value: number }, string>;
  ballast: Table<{ id: number; bytes: Uint8Array }, number>;
}

export function openStore(account: string): Store {
  const store = new Dexie(storeName(account)) as Store;
  store.version(1).stores({
    entries: '++seq, &id, state',
    photos: 'id, state',
    bytes: 'id',
    pads: 'key',
    receipts: '++seq',
    counters: 'key',
    ballast: 'id',
  });
  return store;
}
