/** Keeps the files of the phone's page, so that it opens without a signal. Never touches what the page sends or asks. */

interface Fetched extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Lasting extends Event {
  waitUntil(task: Promise<unknown>): void;
}
interface Worker {
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetched) => void): void;
  addEventListener(type: 'message', hear: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}

/** Written in by the build: a hash over the files, and the files. */
declare const __RATING_FILES__: { hash: string; files: string[] };

const worker = self as unknown as Worker;
const { hash, files } = __RATING_FILES__;
const cacheName = `hujian-rating-${hash}`;
const page = '/rating';

/** All or nothing: a version that is not whole is not installed. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([page, ...files].map((file) => new Request(file, { cache: 'reload' })));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('hujian-rating-') && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function answer(request: Request, kept: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(kept)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && /^\/rating\/?$/.test(url.pathname))
    event.respondWith(answer(request, page));
  else if (files.includes(url.pathname)) event.respondWith(answer(request, url.pathname));
});
