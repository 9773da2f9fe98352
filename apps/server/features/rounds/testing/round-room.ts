import type { Signed } from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Place } from '../../organizations/get-place.ts';
import { putEntries, type Scoring } from './put-entries.ts';
import { putRound, type RoundPut, type SeatedVisit } from './put-round.ts';
import { buildRoundPeople, type RoundPeople } from './round-people.ts';
import { buildRoundPlaces, type RoundPlaces } from './round-places.ts';

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

/** A township's round with everybody around it. Everything is in one county; `elsewhere` is a neighbouring county's. */
export interface RoundRoom extends RoundPlaces, RoundPeople, RoundPut {
  server: TestServer;
}

/**
 * A city with a county, two townships and their villages; a round of the first township with a session, a visit of each
 * village and three seats each that respect recusal. Everything is inserted as the program would leave it.
 */
export async function buildRoundRoom(server: TestServer, options: RoundRoomOptions = {}): Promise<RoundRoom> {
  const places = await buildRoundPlaces(server, options);
  const people = await buildRoundPeople(server, places);
  const put = await putRound(server, { places, people, options });
  if (options.score) await putEntries(server, put, options.score, options.revealed ?? false);
  return { server, ...places, ...people, ...put };
}

/** The signed-in person behind a seat of a visit. */
export function seatOf(visit: SeatedVisit, at = 0): Signed & { home: Place | null; panelist: number } {
  const seat = visit.seats[at];
  if (!seat) throw new Error(`the visit has no seat ${at}`);
  return seat;
}
