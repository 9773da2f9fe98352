import type { Scoring } from './scoring.ts';

export const today = '2026-11-20';
export const visitDay = '2026-11-18';

export interface RoundRoomOptions {
  /** Villages of the first township (6) and of the second (2). */
  villages?: number;
  neighbours?: number;
  /** Codes of items that are judged; all of visit-dimensions/2020 unless said. */
  items?: readonly string[];
  state?: 'draft' | 'published';
  standingEdition?: string | null;
  weights?: { standing: number; rating: number; poll: number; basically: number };
  /** Score of each sheet's items; null: not judged. With it every sheet is filled in and handed in. */
  score?: Scoring;
  /** The session is closed, its visits are held, its entries are for all who may see them. */
  revealed?: boolean;
}
