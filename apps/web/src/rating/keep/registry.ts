import { Dexie, type EntityTable } from 'dexie';
import { makeKey } from './cipher.ts';

/** Somebody whose work lies on this phone, with the key of his store: what sign-out destroys. */
export interface Holder {
  account: string;
  name: string;
  /** Empty when he came in through another page of the program. */
  userName: string;
  key: CryptoKey;
  device: string;
}

interface Setting {
  key: 'current' | 'leaving';
  value: string;
}

const shelves = new Dexie('hujian-rating') as Dexie & {
  holders: EntityTable<Holder, 'account'>;
  settings: EntityTable<Setting, 'key'>;
};
shelves.version(1).stores({ holders: 'account', settings: 'key' });

export const storeName = (account: string): string => `hujian-rating-${account}`;

export const listHolders = (): Promise<Holder[]> => shelves.holders.toArray();

export async function findCurrent(): Promise<Holder | undefined> {
  const current = await shelves.settings.get('current');
  return current && shelves.holders.get(current.value);
}

/** Makes him the one whose work is shown; his key is made when he is here for the first time. */
export async function takeHolder(of: { account: string; name: string; userName: string }): Promise<Holder> {
  const made = await makeKey();
  return shelves.transaction('rw', shelves.holders, shelves.settings, async () => {
    const known = await shelves.holders.get(of.account);
    const holder: Holder = {
      key: known?.key ?? made,
      device: known?.device ?? `p-${crypto.randomUUID().slice(0, 18)}`,
      account: of.account,
      name: of.name,
      userName: of.userName || known?.userName || '',
    };
    await shelves.holders.put(holder);
    await shelves.settings.put({ key: 'current', value: of.account });
    return holder;
  });
}

/** The next page starts with sign-in; his work stays sealed until he himself comes back. */
export const setAside = (): Promise<void> => shelves.settings.delete('current');

/** Key first: without it what may be left of the store is noise. */
export async function destroyHolder(account: string): Promise<void> {
  await shelves.transaction('rw', shelves.holders, shelves.settings, async () => {
    await shelves.holders.delete(account);
    await shelves.settings.delete('current');
  });
  await Dexie.delete(storeName(account));
}

/** Signed out without a signal: the server is told as soon as it can be. */
export const setLeaving = (leaving: boolean): Promise<unknown> =>
  leaving ? shelves.settings.put({ key: 'leaving', value: 'yes' }) : shelves.settings.delete('leaving');

export const isLeaving = async (): Promise<boolean> => (await shelves.settings.get('leaving')) !== undefined;

/** How much of others lies unsent on this phone: the states are not sealed, what was written is. */
export async function countUnsentOfOthers(
  own: string | undefined,
): Promise<{ name: string; unsent: number }[]> {
  const found: { name: string; unsent: number }[] = [];
  for (const holder of await shelves.holders.toArray()) {
    if (holder.account === own || !(await Dexie.exists(storeName(holder.account)))) continue;
    const store = await new Dexie(storeName(holder.account)).open();
    const unsent =
      (await store.table('entries').where('state').equals('waiting').count()) +
      (await store.table('photos').where('state').equals('waiting').count());
    store.close();
    if (unsent > 0) found.push({ name: holder.name, unsent });
  }
  return found;
}
