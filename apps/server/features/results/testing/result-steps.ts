import type { ResultFull } from '@hujian/contract';
import { expect } from 'vitest';
import type { Signed } from '../../../../../tests/support/factories.ts';
import type { Answer, TestServer } from '../../../../../tests/support/server.ts';
import type { RoundRoom } from '../../rounds/testing/round-room.ts';

/** What tests of results do again and again, in a room whose township holds the round. */
export function takeSteps(server: TestServer) {
  const post = (who: Signed | null, path: string, body: unknown = {}): Promise<Answer> =>
    server.call(who, 'POST', path, body);
  return {
    post,
    compute: (room: RoundRoom, body: object = {}): Promise<Answer> =>
      post(room.townshipOfficer, `/rounds/${room.round}/result`, body),
    look: (room: RoundRoom, who: Signed = room.townshipOfficer): Promise<Answer> =>
      server.call(who, 'GET', `/rounds/${room.round}/result`),
    /** Moves a result on; what comes back is the result after it. */
    async step(who: Signed, result: ResultFull, name: string, more: object = {}): Promise<ResultFull> {
      const answer = await post(who, `/results/${result.id}/${name}`, { version: result.version, ...more });
      expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
      return answer.body;
    },
    /** The county allows places to be given. */
    giveBasis: ({ county, countyOfficer }: RoundRoom): Promise<void> =>
      server.services.door.asSystem('a test files a basis', async (trx) => {
        await trx
          .insertInto('ranking_basis')
          .values({
            county: county.county,
            organization: county.id,
            path: county.path,
            document: '三互活动评比办法',
            number: '县委办〔2026〕8号',
            issuer: '县委办公室',
            issued_on: '2026-01-10',
            valid_until: '2027-12-31',
            entered_by: countyOfficer.account,
          })
          .execute();
      }),
    /** Statements as the program itself, past the actors' policies. */
    async asProgram(statement: string): Promise<void> {
      const client = await server.database.pool.connect();
      try {
        await client.query(`begin; set local role hujian_system; ${statement}; commit`);
      } finally {
        client.release();
      }
    },
  };
}

export function unitOf(result: ResultFull, place: { id: number } | undefined): ResultFull['units'][number] {
  const found = result.units.find(({ organization }) => organization.id === place?.id);
  if (!found) throw new Error('the result has no such unit');
  return found;
}
