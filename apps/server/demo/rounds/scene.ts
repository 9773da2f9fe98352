import type { Services } from '../../http/services.ts';
import type { Branch, Place } from '../tree.ts';
import type { Officer } from './officer.ts';

/** Who plays the demo's rounds, and where. */
export interface RoundScene {
  services: Services;
  county: Officer;
  township: Officer;
  place: Place;
  villages: readonly Branch[];
  /** 'YYYY-MM-DD' */
  today: string;
}

export const shiftDay = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export interface Quarter {
  from: string;
  /** The last day. */
  until: string;
}

/** The calendar quarter of a day. */
export function quarterOf(day: string): Quarter {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  const write = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: write(Date.UTC(year, first, 1)), until: write(Date.UTC(year, first + 3, 0)) };
}
