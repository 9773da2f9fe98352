import type { ClassProposal, FollowUp, Fund } from '@hujian/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildPerson,
  buildRecord,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';
import type { RoundRoom } from '../rounds/testing/round-room.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';
import { buildResultRoom } from './testing/result-room.ts';

const server = withServer({ work: false, now: () => new Date('2026-11-20T04:00:00Z') });
const classes = ['leading', 'leading', 'middle', 'middle', 'middle', 'lagging'] as const;
let room: RoundRoom;
let deputy: Signed;

beforeAll(async () => {
  room = await buildResultRoom(server, { classes, neighbours: 0 });
  deputy = await buildAccount(server, 'township-officer', room.township);
}, 180_000);

const basis = { document: '党建专项经费管理办法', number: '县组〔2026〕3号', issuer: '县委组织部' };
const body = {
  title: '第四季度奖补',
  total: 100_000.07,
  rule: {
    shares: [
      { band: 'A', share: 3 },
      { band: 'B', share: 1 },
    ],
    round: 100,
  },
  basis,
};
const call = (who: Signed | null, path: string, sent?: object) =>
  server.call(who, sent ? 'POST' : 'GET', path, sent);
const make = async (): Promise<Fund> =>
  (await call(room.townshipOfficer, `/rounds/${room.round}/funds`, body)).body;

describe('an award fund', () => {
  test('is divided by bands, equal within one, and lines and remainder add up to the last fen', async () => {
    const made = await call(room.townshipOfficer, `/rounds/${room.round}/funds`, body);
    expect(made.status).toBe(201);
    const fund: Fund = made.body;
    expect(fund.lines.length).toBeGreaterThan(1);
    const fen = (value: number) => Math.round(value * 100);
    expect(fund.lines.reduce((sum, { amount }) => sum + fen(amount), 0) + fen(fund.left)).toBe(10_000_007);
    for (const { computed, band } of fund.lines) {
      expect(computed % 100).toBe(0);
      expect(new Set(fund.lines.filter((one) => one.band === band).map((one) => one.computed)).size).toBe(1);
    }
    expect(fund.can).toEqual(['fund.change', 'fund.submit']);
  });

  test('is not made by those above, by strangers, with a band that is not there, or of nothing', async () => {
    const ask = async (who: Signed | null, sent: object) =>
      (await call(who, `/rounds/${room.round}/funds`, sent)).status;
    expect([await ask(room.countyOfficer, body), await ask(room.elsewhere, body)]).toEqual([403, 404]);
    expect([
      await ask(room.neighbourOfficer, body),
      await ask(room.stranger, body),
      await ask(null, body),
    ]).toEqual([404, 403, 401]);
    const lost = { ...body, rule: { ...body.rule, shares: [{ band: 'Z', share: 1 }] } };
    expect([
      await ask(room.townshipOfficer, lost),
      await ask(room.townshipOfficer, { ...body, total: 0 }),
    ]).toEqual([400, 400]);
  });

  test('changed by hand keeps its reason and never exceeds the sum', async () => {
    const fund = await make();
    const [line] = fund.lines;
    const change = (amount: number) =>
      call(room.townshipOfficer, `/funds/${fund.id}/lines`, {
        lines: [{ line: line?.id, amount, reason: '受灾补助' }],
      });
    expect((await change(100_000.08)).status).toBe(422);
    expect((await change(0.005)).status).toBe(400);
    const { body: after } = await change(1.01);
    expect(after.lines[0]).toMatchObject({ amount: 1.01, reason: '受灾补助', computed: line?.computed });
    expect(after.left).toBeGreaterThan(fund.left);
  });

  test('is approved by another person: whoever made it, changed it or submitted it cannot', async () => {
    const fund = await make();
    expect((await call(deputy, `/funds/${fund.id}/submit`, {})).body.state).toBe('submitted');
    for (const one of [room.townshipOfficer, deputy])
      expect((await call(one, `/funds/${fund.id}/approve`, {})).status).toBe(403);
    expect((await call(room.neighbourOfficer, `/funds/${fund.id}/approve`, {})).status).toBe(404);
    expect((await call(room.countyOfficer, `/funds/${fund.id}/return`, {})).status).toBe(400);
    const approved = await call(room.countyOfficer, `/funds/${fund.id}/approve`, { note: '同意' });
    expect([approved.status, approved.body.state]).toEqual([200, 'approved']);
    const [line] = fund.lines;
    const late = { lines: [{ line: line?.id, amount: 1, reason: '再改' }] };
    expect((await call(room.townshipOfficer, `/funds/${fund.id}/lines`, late)).status).toBe(409);
    expect((await call(room.countyOfficer, `/funds/${fund.id}/approve`, {})).status).toBe(409);
  });

  test('is paid with a ledger, two payments at once never more than the line, a withdrawn one counting no more', async () => {
    const fund = await make();
    const [line] = fund.lines;
    const whole = line?.amount ?? 0;
    const pay = (amount: number) =>
      call(room.townshipOfficer, `/funds/${fund.id}/payments`, {
        line: line?.id,
        paidOn: '2026-11-19',
        amount,
        voucher: '转字12号',
        note: '',
      });
    expect((await pay(1)).status).toBe(409);
    await call(room.townshipOfficer, `/funds/${fund.id}/submit`, {});
    await call(room.countyOfficer, `/funds/${fund.id}/approve`, {});
    const both = await Promise.all([pay(whole), pay(whole)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const paid: Fund = both.find(({ status }) => status === 201)?.body;
    const payment = paid.lines[0]?.payments[0];
    const withdrawn = await call(room.townshipOfficer, `/payments/${payment?.id}/withdraw`, {
      reason: '账号写错',
    });
    expect(withdrawn.body.lines[0]).toMatchObject({
      paid: 0,
      payments: [{ withdrawn: true, note: '撤回原因：账号写错' }],
    });
    expect(
      (await call(room.townshipOfficer, `/payments/${payment?.id}/withdraw`, { reason: '又撤' })).status,
    ).toBe(409);
    expect((await pay(whole)).status).toBe(201);
    const told = await call(room.townshipOfficer, `/rounds/${room.round}/documents/fund`);
    expect(told.body.tables.payments.rows.map((row: string[]) => row[2])).toEqual([
      expect.stringContaining('已撤回'),
      expect.not.stringContaining('已撤回'),
    ]);
  });
});

describe('class proposals', () => {
  const propose = async (): Promise<ClassProposal[]> =>
    (await call(room.townshipOfficer, `/rounds/${room.round}/class-proposals`, {})).body.rows;

  beforeAll(async () => {
    for (const of of ['posts', 'roster', 'figures'] as const)
      await buildRecord(server, room.township, 'registers', { of, keptFrom: '2020-01-01' });
    const [first, , third] = room.villages as [Place, Place, Place];
    await seat(first, '2025-01-01', null);
    await seat(third, '2024-01-01', '2026-08-20');
    await buildRecord(server, third, 'polls', {
      about: 'work',
      heldOn: '2026-10-01',
      slips: 20,
      satisfied: 8,
      basically: 4,
      dissatisfied: 8,
    });
    const weak = room.villages[5] as Place;
    await seat(weak, '2024-01-01', '2026-08-19');
    await buildRecord(server, weak, 'figures', {
      figure: 'collective-income',
      countedOn: '2025-12-31',
      value: 0,
    });
  }, 60_000);

  const seat = async (place: Place, heldFrom: string, heldUntil: string | null) => {
    const person = await buildPerson(server, place, { admittedOn: '2025-06-01', fullOn: '2026-06-01' });
    await buildRecord(server, place, 'posts', { person: person.id, post: 'secretary', heldFrom, heldUntil });
  };

  test('rest on the records: vacant for three months and a day is a sign, three months to the day is not', async () => {
    const rows = await propose();
    const signs = (village: Place | undefined) =>
      rows
        .filter(({ organization }) => organization.id === village?.id)
        .flatMap(({ indicators }) =>
          indicators.filter(({ state }) => state === 'yes').map(({ code }) => code),
        );
    const weak = rows.find(
      ({ proposed, organization }) => proposed === 'weak-and-lax' && organization.id === room.villages[5]?.id,
    );
    expect(weak?.indicators.filter(({ state }) => state === 'yes').map(({ code }) => code)).toEqual(
      expect.arrayContaining(['secretary', 'income', 'last-band']),
    );
    expect(weak?.indicators.some(({ state }) => state === 'open')).toBe(true);
    // Sixty of a hundred satisfied is not below sixty, and the post fell vacant three months ago to the day.
    expect(signs(room.villages[2])).not.toEqual(expect.arrayContaining(['secretary']));
    expect(signs(room.villages[2])).not.toEqual(expect.arrayContaining(['poll']));
  });

  test('are decided by a person with a reason; a class is dated, and drawing up again leaves what was decided', async () => {
    const rows = await propose();
    const one = rows.find(({ proposed }) => proposed !== 'weak-and-lax');
    expect(one?.can).toEqual(['proposal.decide']);
    const decide = (who: Signed | null, sent: object) =>
      call(who, `/class-proposals/${one?.id}/decide`, sent);
    expect((await decide(room.townshipOfficer, { accept: true })).status).toBe(400);
    expect((await decide(room.neighbourOfficer, { accept: true, reason: '同意' })).status).toBe(404);
    expect((await decide(room.secretaries[0] ?? null, { accept: true, reason: '同意' })).status).toBe(403);
    const sent = { accept: true, reason: '镇党委研究同意', validFrom: '2026-11-20' };
    expect((await decide(room.townshipOfficer, sent)).body).toMatchObject({ state: 'accepted', can: [] });
    expect((await decide(room.townshipOfficer, sent)).status).toBe(409);
    const kept = await server.services.door.asSystem('a test looks', (trx) =>
      trx.selectFrom('unit_class').selectAll().where('round', '=', room.round).execute(),
    );
    expect(kept).toMatchObject([
      { organization: one?.organization.id, class: one?.proposed, reason: '镇党委研究同意' },
    ]);
    expect((await propose()).filter(({ id }) => id === one?.id)).toMatchObject([{ state: 'accepted' }]);
  });

  test('weak and lax is found by the county, and becomes an event of the records', async () => {
    const rows = await propose();
    const weak = rows.find(({ proposed, state }) => proposed === 'weak-and-lax' && state === 'open');
    const sent = { accept: true, reason: '核查属实' };
    expect((await call(room.townshipOfficer, `/class-proposals/${weak?.id}/decide`, sent)).status).toBe(403);
    expect((await call(room.countyOfficer, `/class-proposals/${weak?.id}/decide`, sent)).body.state).toBe(
      'accepted',
    );
    const events = await server.services.door.asSystem('a test looks', (trx) =>
      trx
        .selectFrom('event')
        .select(['event', 'told'])
        .where('organization', '=', weak?.organization.id ?? 0)
        .execute(),
    );
    expect(events).toEqual([{ event: 'weak-and-lax', told: '核查属实' }]);
  });

  test('are not shown below: a village would read of its band before it is told', async () => {
    const look = async (who: Signed | null) =>
      (await call(who, `/rounds/${room.round}/class-proposals`)).status;
    expect([await look(room.secretaries[0] ?? null), await look(room.elsewhere), await look(null)]).toEqual([
      403, 404, 401,
    ]);
  });
});

describe('follow-ups', () => {
  const list = async (query = ''): Promise<{ rows: FollowUp[]; next: string | null }> =>
    (await call(room.townshipOfficer, `/rounds/${room.round}/follow-ups${query}`)).body;

  beforeAll(async () => {
    for (const of of ['activities', 'trainings', 'documents'] as const)
      await buildRecord(server, room.township, 'registers', { of, keptFrom: '2020-01-01' });
    await buildAdoption(server, room.county, 'rural-basic/2025');
    await server.services.door.asSystem('a test judges the villages', async (trx) => {
      for (const village of room.villages)
        await refreshStanding(trx, { county: village.county, unit: village.id }, '2026-11-20');
    });
    await call(room.townshipOfficer, `/rounds/${room.round}/follow-ups`, {});
  }, 60_000);

  test('are drafted by class, from what is unmet and what was found; drafted again nothing comes twice', async () => {
    const { rows } = await list('?limit=200');
    const ways = (at: number) =>
      new Set(
        rows.filter(({ organization }) => organization.id === room.villages[at]?.id).map(({ way }) => way),
      );
    expect(ways(0)).toEqual(new Set(['consolidate', 'fill-gaps']));
    expect(ways(3)).toEqual(new Set(['fill-gaps']));
    expect(ways(5).has('transform')).toBe(true);
    expect(rows.some(({ item }) => item?.code.startsWith('RB-'))).toBe(true);
    await call(room.townshipOfficer, `/rounds/${room.round}/follow-ups`, {});
    expect((await list('?limit=200')).rows).toHaveLength(rows.length);
  });

  test('come in pages by the day they are due, and end with what came of them', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&after=${first.next}`);
    expect(first.rows.map(({ id }) => id)).not.toEqual(second.rows.map(({ id }) => id));
    const [one] = first.rows;
    const end = (who: Signed | null, sent: object) => call(who, `/follow-ups/${one?.id}/end`, sent);
    expect((await end(room.townshipOfficer, { done: true, outcome: '' })).status).toBe(400);
    expect((await end(room.countyOfficer, { done: true, outcome: '已改' })).status).toBe(403);
    expect((await end(room.elsewhere, { done: true, outcome: '已改' })).status).toBe(404);
    expect((await end(room.townshipOfficer, { done: true, outcome: '现场核实已改' })).body).toMatchObject({
      state: 'done',
      outcome: '现场核实已改',
      can: [],
    });
    const late = { task: '再改', dueOn: '2027-01-01' };
    expect((await call(room.townshipOfficer, `/follow-ups/${one?.id}`, late)).status).toBe(409);
  });

  test('a village sees its own and nobody else’s', async () => {
    const { body } = await call(room.secretaries[0] as Signed, `/rounds/${room.round}/follow-ups`);
    expect(new Set(body.rows.map(({ organization }: FollowUp) => organization.id))).toEqual(
      new Set([room.villages[0]?.id]),
    );
    expect(body.rows[0].can).toEqual([]);
  });
});
