/** Milliseconds until the next try after so many failures: 2 s, 4 s … a minute, each a little apart from other phones'. */
export function backoff(failures: number, chance: number): number {
  const base = Math.min(60_000, 2000 * 2 ** Math.max(0, failures - 1));
  return Math.round(base * (0.75 + chance / 2));
}
