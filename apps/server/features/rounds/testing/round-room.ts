import type { Signed } from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import type { Place } from '../../organizations/get-place.ts';
import { putEntries } from './put-entries.ts';
import { putRound, type RoundPut, type SeatedVisit } from './put-round.ts';
import type { RoundRoomOptions } from './round-options.ts';
import { buildRoundPeople, type RoundPeople } from './round-people.ts';
import { buildRoundPlaces, type RoundPlaces } from './round-places.ts';

export type { RoundRoomOptions } from './round-options.ts';
export { today, visitDay } from './round-options.ts';

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
