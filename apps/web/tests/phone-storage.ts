import type { Page } from 'playwright-core';

/** How many rows a store of a phone's database holds. */
export const countStored = (page: Page, base: string, store: string): Promise<number> =>
  page.evaluate(
    (of) =>
      new Promise<number>((done, failed) => {
        const opened = indexedDB.open(of.base);
        opened.onerror = () => failed(opened.error);
        opened.onsuccess = () => {
          const count = opened.result.transaction(of.store).objectStore(of.store).count();
          count.onsuccess = () => {
            opened.result.close();
            done(count.result);
          };
        };
      }),
    { base, store },
  );

/** Fills what the page's address may store, with noise, until about so many bytes are left. The browser tells pages another quota. */
export const fillStorage = (page: Page, quota: number, left: number): Promise<void> =>
  page.evaluate(
    async (of) => {
      const base = await new Promise<IDBDatabase>((done, failed) => {
        const opened = indexedDB.open('somebody-elses-videos');
        opened.onupgradeneeded = () => opened.result.createObjectStore('bytes', { autoIncrement: true });
        opened.onsuccess = () => done(opened.result);
        opened.onerror = () => failed(opened.error);
      });
      const put = (size: number): Promise<boolean> => {
        const bytes = new Uint8Array(size);
        for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
        return new Promise((done) => {
          const writing = base.transaction('bytes', 'readwrite');
          writing.objectStore('bytes').add(bytes);
          writing.oncomplete = () => done(true);
          writing.onabort = () => done(false);
        });
      };
      const { usage = 0 } = await navigator.storage.estimate();
      // Halved whenever it no longer fits: when not even a few bytes do, the phone is full.
      for (let size = of.quota - usage - of.left; size > 100; ) {
        const fits = await put(Math.floor(size));
        if (fits && of.left > 0) break;
        if (!fits) size /= 2;
      }
      base.close();
    },
    { quota, left },
  );
