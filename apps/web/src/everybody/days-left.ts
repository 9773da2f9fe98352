/** Calendar days from today, as it is in China, to a day 'YYYY-MM-DD'; negative when it has passed. */
export function daysLeft(until: string, now: Date): number {
  const today = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  return Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000);
}
