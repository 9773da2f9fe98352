import { problems } from './problem.ts';

/** At most `max` tries from one address in a window; a brake on guessing, not the lock-out itself. */
export function createRateLimit(options: { max: number; windowMs: number; now: () => Date }) {
  const windows = new Map<string, { since: number; count: number }>();
  return {
    take(key: string): void {
      const now = options.now().getTime();
      if (windows.size > 10_000) dropOld(windows, now - options.windowMs);
      const window = windows.get(key);
      if (!window || now - window.since >= options.windowMs) {
        windows.set(key, { since: now, count: 1 });
        return;
      }
      window.count += 1;
      if (window.count > options.max) throw problems.tooMany();
    },
  };
}

function dropOld(windows: Map<string, { since: number }>, before: number): void {
  for (const [key, window] of windows) if (window.since <= before) windows.delete(key);
}
