import { randomUUID } from 'node:crypto';
import type { ResultPacket, ResultState, UnitClass } from '@hujian/contract';
import { hashOf, outcomeOf, tieRule } from '@hujian/panel';
import type { TestServer } from '../../../../../tests/support/server.ts';
import { closeAfter, entryRow } from '../../rounds/testing/put-entries.ts';
import { buildRoundRoom, type RoundRoom, type RoundRoomOptions } from '../../rounds/testing/round-room.ts';

export interface ResultRoomOptions extends RoundRoomOptions {
  state?: 'published';
  /** State of the result; null: none is computed. */
  result?: ResultState | null;
  /** Whether a basis for rankings was on file. */
  ranked?: boolean;
  /** Of the villages, in their order. */
  classes?: readonly (UnitClass | null)[];
  /** A finding in each village and a practice in the first. */
  marked?: boolean;
}

/** Villages in pairs: two good ones, two middling ones, two weak ones, with enough noise that a pair cannot be told apart. */
const evenScore = (visit: number, panelist: number, item: string): number => {
  const noise = ([...item].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) + visit * 5 + panelist * 3) % 9;
  return ([90, 90, 73, 73, 54, 54][visit % 6] ?? 70) + noise - 4;
};

/** A round whose sessions are closed and whose result stands, as the program leaves it. */
export async function buildResultRoom(
  server: TestServer,
  options: ResultRoomOptions = {},
): Promise<RoundRoom> {
  const score = options.score ?? evenScore;
  const room = await buildRoundRoom(server, { ...options, score, revealed: true });
  await server.services.door.asSystem('a test ends a round', async (trx) => {
    await trx
      .updateTable('round')
      .set({ state: 'closed', closed_at: new Date() })
      .where('id', '=', room.round)
      .execute();
  });
  if (options.marked ?? true) await putMarks(server, room);
  if (options.classes) await putClasses(server, room, options.classes);
  if (options.result !== null) await putResult(server, room, { ...options, score });
  return room;
}

/** What panelists marked on the spot: a finding everywhere, a practice in the first village. */
async function putMarks(server: TestServer, room: RoundRoom): Promise<void> {
  await server.services.door.asSystem('a test marks findings', async (trx) => {
    const item = room.items[0]?.code ?? null;
    const rows = room.visits.flatMap((visit, at) => {
      const seat = visit.seats[0];
      if (!seat) return [];
      const of = { put: room, visit, seat, revealed: true };
      const finding = entryRow(of, {
        field: `finding/${randomUUID()}`,
        item,
        body: { kind: 'finding', text: `第${at + 1}处的公开栏没有按时更新`, severity: 'plain', gone: false },
        clock: 100,
      });
      if (at > 0) return [finding];
      const body = {
        kind: 'practice' as const,
        title: '网格议事',
        text: '每月由党小组长召集一次，事情当场定下。',
        gone: false,
      };
      return [finding, entryRow(of, { field: `practice/${randomUUID()}`, item, body, clock: 101 })];
    });
    await trx.insertInto('visit_entry').values(rows).execute();
    await closeAfter(trx, room);
  });
}

async function putClasses(
  server: TestServer,
  room: RoundRoom,
  classes: readonly (UnitClass | null)[],
): Promise<void> {
  await server.services.door.asSystem('a test classes villages', async (trx) => {
    for (const [at, village] of room.villages.entries()) {
      const of = classes[at];
      if (!of) continue;
      await trx
        .insertInto('unit_class')
        .values({
          county: village.county,
          organization: village.id,
          path: village.path,
          class: of,
          valid_from: '2026-01-01',
          reason: '年初确定',
          round: null,
          entered_by: '',
        })
        .execute();
    }
  });
}

async function putResult(
  server: TestServer,
  room: RoundRoom,
  { result: state = 'published', ranked = true, score = evenScore }: ResultRoomOptions,
): Promise<void> {
  const packet = makePacket(room, ranked, score);
  await server.services.door.asSystem('a test computes a result', async (trx) => {
    await trx
      .insertInto('round_result')
      .values({
        county: room.township.county,
        organization: room.township.id,
        path: room.township.path,
        round: room.round,
        state: state ?? 'draft',
        packet: JSON.stringify(packet),
        outcome: JSON.stringify(outcomeOf(packet)),
        sha256: hashOf(packet),
        ranked,
        approver: room.county.id,
        approver_path: room.county.path,
        entered_by: room.townshipOfficer.account,
        ...(state === 'published' ? { published_at: new Date() } : {}),
      })
      .execute();
  });
}

function makePacket(
  room: RoundRoom,
  ranked: boolean,
  score: NonNullable<RoundRoomOptions['score']>,
): ResultPacket {
  return {
    format: 'hujian result/1',
    round: {
      id: room.round,
      title: '第四季度三互活动',
      holder: room.township.code,
      periodFrom: '2026-10-01',
      periodUntil: '2026-12-31',
      version: 2,
      edition: 'visit-dimensions/2020',
      revision: '1',
      standingEdition: null,
      standingRevision: null,
      standingAsOf: null,
      standingKnownAt: null,
    },
    weights: { standing: 0, rating: 1, poll: 0, basically: 0.6 },
    weightsPublishedAt: '2026-10-08T01:00:00.000Z',
    basis: ranked
      ? {
          document: '关于观摩评议分档的批复',
          number: '县委〔2026〕6号',
          issuer: '县委',
          validUntil: '2027-12-31',
        }
      : null,
    tieRule,
    units: room.villages.map(({ code, name }) => ({
      code,
      name,
      parent: room.township.code,
      class: null,
      standing: null,
      poll: null,
    })),
    ratings: room.visits.flatMap((visit, v) =>
      visit.seats.flatMap((seat) => {
        const p = room.panelists.findIndex(({ panelist }) => panelist === seat.panelist);
        return room.items.flatMap(({ code }) => {
          const given = score(v, p, code);
          const home = seat.home ? { home: seat.home.code } : {};
          return given === null
            ? []
            : [{ panelist: `p${p + 1}`, unit: visit.village.code, item: code, score: given, ...home }];
        });
      }),
    ),
    adjustments: [],
  };
}
