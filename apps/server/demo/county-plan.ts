import { dayOf } from './days.ts';

/** How big a county to make up, and for which day; the same plan always makes the same rows. */
export interface CountyPlan {
  seed: number;
  /** 'YYYY-MM-DD': the records cover the eighteen months before this day. */
  today: string;
  townships: number;
  villages: number;
  others: number;
  /** Members of all branches together, about. */
  members: number;
}

export function planCounty(today: string, wishes: Partial<CountyPlan> = {}): CountyPlan {
  return { seed: 1921, townships: 14, villages: 180, others: 40, members: 35_000, ...wishes, today };
}

/** The first day of which records are told: eighteen months before today, from the start of that half-year. */
export function startOfRecords(plan: CountyPlan): number {
  const today = new Date(dayOf(plan.today) * 86_400_000);
  const month = today.getUTCMonth() - 18;
  return Math.round(Date.UTC(today.getUTCFullYear(), month, 1) / 86_400_000);
}
