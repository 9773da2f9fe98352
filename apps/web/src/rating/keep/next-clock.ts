import type { Store } from './store.ts';

/** One more than the highest this phone has seen; no two tabs get the same. */
export async function nextClock(store: Store, least = 0): Promise<number> {
  return store.transaction('rw', store.counters, async () => {
    const last = (await store.counters.get('clock'))?.value ?? 0;
    const value = Math.max(last + 1, least);
    await store.counters.put({ key: 'clock', value });
    return value;
  });
}
