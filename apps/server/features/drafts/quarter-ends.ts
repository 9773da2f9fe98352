/** The last `count` quarter ends on or before a day ('YYYY-MM-DD'), oldest first. */
export function lastQuarterEnds(today: string, count: number): string[] {
  const ends = ['03-31', '06-30', '09-30', '12-31'];
  const year = Number(today.slice(0, 4));
  const years = Array.from({ length: Math.ceil(count / 4) + 1 }, (_, back) => year - back).reverse();
  const days = years.flatMap((one) => ends.map((end) => `${one}-${end}`));
  return days.filter((day) => day <= today).slice(-count);
}

/** The days of a rehearsal: the last three quarter ends, and today for the quarter that is running. */
export const rehearsalDays = (today: string): string[] => [
  ...lastQuarterEnds(today, 4)
    .filter((day) => day < today)
    .slice(-3),
  today,
];
