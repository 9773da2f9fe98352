/** The program itself on this phone: kept for opening without a signal; a newer one waits until the page is reopened. */

let waiting: ServiceWorker | null = null;
const listeners = new Set<() => void>();

export const version = {
  /** A newer program is ready. */
  isNewer: (): boolean => waiting !== null,
  subscribe: (changed: () => void): (() => void) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  },
  /** Safe at any time: every tap is in the store. */
  takeNewer: (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting?.postMessage('take-over');
  },
};

function tell(worker: ServiceWorker | null): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

export function watchVersion(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker
    .register('/rating/sw.js', { scope: '/rating', updateViaCache: 'none' })
    .then((registration) => {
      const look = () => {
        if (registration.waiting && navigator.serviceWorker.controller) tell(registration.waiting);
      };
      look();
      registration.addEventListener('updatefound', () =>
        registration.installing?.addEventListener('statechange', look),
      );
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
      });
    })
    // Without it the page works while there is a signal; opening without one is told on the page.
    .catch(() => undefined);
}
