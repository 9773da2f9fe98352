import type { BallotRow, ClassProposal, FollowUp, Fund, LiaisonRow, RankingBasis } from '@hujian/contract';
import type { Signed } from '../../../../../tests/support/factories.ts';
import type { TestServer } from '../../../../../tests/support/server.ts';
import { buildResultRoom } from '../../uses/testing/result-room.ts';
import { type RoundRoom, today } from './round-room.ts';

/** A round with one of each thing that can belong to it; `ids` by the names that addresses give them. */
export interface DoorRoom extends RoundRoom {
  ids: Record<string, number>;
  /** Of the fund. */
  line: number;
}

const basis = { document: '党建专项经费管理办法', number: '县组〔2026〕3号', issuer: '县委组织部' };

/** A published result of a township's round with fund, payment, proposal, task, poll, liaison, basis and an objection. */
export async function buildDoorRoom(server: TestServer): Promise<DoorRoom> {
  const room = await buildResultRoom(server, { classes: ['lagging', 'leading', 'middle'], neighbours: 1 });
  const post = async <Answer>(who: Signed, path: string, body: object): Promise<Answer> => {
    const { status, body: answer } = await server.call(who, 'POST', path, body);
    if (status >= 400) throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
    return answer as Answer;
  };
  const { townshipOfficer: officer, countyOfficer: county, township, round } = room;
  const village = room.villages[0]?.id ?? 0;
  const fund = await post<Fund>(officer, `/rounds/${round}/funds`, {
    title: '奖补',
    total: 90_000,
    rule: { shares: [{ band: 'A', share: 1 }], round: 100 },
    basis,
  });
  const line = fund.lines[0]?.id ?? 0;
  await post(officer, `/funds/${fund.id}/submit`, {});
  await post(county, `/funds/${fund.id}/approve`, {});
  const paid = await post<Fund>(officer, `/funds/${fund.id}/payments`, {
    ...{ line, paidOn: today, amount: 1, voucher: '转字1号', note: '' },
  });
  const proposals = await post<{ rows: ClassProposal[] }>(officer, `/rounds/${round}/class-proposals`, {});
  const tasks = await post<{ rows: FollowUp[] }>(officer, `/rounds/${round}/follow-ups`, {});
  const ballot = await post<BallotRow>(officer, '/ballots', {
    ...{ organization: village, round: null, about: 'work', title: '测评' },
    ...{ opensOn: today, closesOn: '2026-12-20', slips: 12 },
  });
  const liaison = await post<LiaisonRow>(officer, '/liaisons', {
    ...{
      organization: village,
      name: '某',
      post: '委员',
      account: null,
      validFrom: '2026-01-01',
      validUntil: null,
    },
  });
  const ranking = await post<RankingBasis>(county, '/ranking-bases', {
    ...{ organization: township.id, ...basis, issuedOn: '2026-01-01', validUntil: '2027-12-31' },
  });
  return {
    ...room,
    line,
    ids: {
      ...(await putObjection(server, room)),
      round,
      session: room.session,
      visit: room.visits[0]?.id ?? 0,
      fund: fund.id,
      payment: paid.lines[0]?.payments[0]?.id ?? 0,
      proposal: proposals.rows[0]?.id ?? 0,
      followUp: tasks.rows[0]?.id ?? 0,
      ballot: ballot.id,
      liaison: liaison.id,
      basis: ranking.id,
    },
  };
}

/** Of the result, as somebody objected to its notice. */
function putObjection(
  server: TestServer,
  { round, township, townshipOfficer }: RoundRoom,
): Promise<{ result: number; objection: number }> {
  return server.services.door.asSystem('a test objects to a result', async (trx) => {
    const result = await trx
      .selectFrom('round_result')
      .select('id')
      .where('round', '=', round)
      .executeTakeFirstOrThrow();
    const of = { county: township.county, organization: township.id, path: township.path, result: result.id };
    const notice = await trx
      .insertInto('public_notice')
      .values({
        ...of,
        ...{ slug: 'a-notice-of-a-test', title: '公示', body: '{}', from_day: today, working_days: 5 },
        ...{ until_day: '2026-11-27', contact: '乡党建办', entered_by: townshipOfficer.account },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const objection = await trx
      .insertInto('objection')
      .values({
        ...of,
        ...{
          notice: notice.id,
          unit: null,
          about: '不服',
          person: '',
          contact: null,
          code_hash: Buffer.alloc(32),
        },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { result: result.id, objection: objection.id };
  });
}
