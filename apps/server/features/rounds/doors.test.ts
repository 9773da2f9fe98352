import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Signed } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { type Permission, permissionsOf } from '../../access/roles.ts';
import type { Route } from '../../http/route.ts';
import { routes as ballots } from '../ballots/routes.ts';
import { routes as results } from '../results/routes.ts';
import { routes as uses } from '../uses/routes.ts';
import { routes as visits } from '../visits/routes.ts';
import { routes as rounds } from './routes.ts';
import { buildDoorRoom, type DoorRoom } from './testing/door-room.ts';
import { draftBody } from './testing/draft-body.ts';
import { today } from './testing/round-room.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
const all: readonly Route[] = [...rounds, ...visits, ...results, ...ballots, ...uses];
const nameOf = ({ method, url }: Route): string => `${method} ${url}`;
const guarded = all.filter(({ permission }) => permission !== 'public' && permission !== 'signed-in');
/** What a phone asks is found by the seat of who asks; lists of one's own show a neighbour his own. */
const ofOneself = ({ method, url }: Route): boolean =>
  url.startsWith('/rating/') || (method === 'GET' && (url === '/rounds' || url === '/results/waiting'));

let room: DoorRoom;
beforeAll(async () => {
  room = await buildDoorRoom(server);
}, 120_000);

/** The address with the room's ids, or with `instead` for each of them. */
function addressOf({ url }: Route, instead?: string): string {
  const name = (param: string): string =>
    param === 'id' ? (url.startsWith('/liaisons') ? 'liaison' : 'basis') : param;
  const known: Record<string, string | number> = { ...room.ids, kind: 'report', file: crypto.randomUUID() };
  const path = url.replaceAll(/:(\w+)/g, (_all, param: string) => String(instead ?? known[name(param)]));
  return path;
}

/** Somebody of the room whose role opens the route. */
function keyTo({ permission }: Route): Signed {
  const holds = (role: Parameters<typeof permissionsOf>[0]): boolean =>
    [permission].flat().some((one) => permissionsOf(role).has(one as Permission));
  if (holds('township-officer')) return room.townshipOfficer;
  return holds('county-officer') ? room.countyOfficer : room.panelist;
}

/** What each writing route takes, so that a neighbour is refused for who he is and not for what he sent. */
function bodies(): Record<string, object> {
  const version = 1;
  const reason = '原因';
  const organization = room.villages[0]?.id ?? 0;
  const { township, line } = room;
  const words = { mark: null, number: null, title: '报告', addressee: '', sections: [], signedBy: '' };
  return {
    'POST /rounds': draftBody(room),
    'POST /rounds/:round/change': { version, title: '改名', reason },
    'POST /rounds/:round/units': { version, changes: [{ organization, chosen: true, reason }] },
    'POST /rounds/:round/panelists': { version, reason, panelists: [] },
    'POST /rounds/:round/plan': { version },
    'POST /rounds/:round/visits/:visit': { cancel: true, reason },
    'POST /rounds/:round/publish': { version },
    'POST /rounds/:round/close': { version, reason },
    'POST /rounds/:round/cancel': { version, reason },
    'POST /rounds/:round/draw/commit': { version, count: 1, every: null, beaconRule: '' },
    'POST /rounds/:round/draw/tell': { beacon: '' },
    'POST /liaisons': {
      organization,
      name: '某',
      post: '委员',
      account: null,
      validFrom: today,
      validUntil: null,
    },
    'POST /liaisons/:id/end': { on: today },
    'POST /classes': { organization, class: 'leading', validFrom: today, reason },
    'POST /ranking-bases': {
      ...{ organization: township.id, document: '办法', number: '1号', issuer: '县委' },
      ...{ issuedOn: today, validUntil: '2027-12-31' },
    },
    'POST /ranking-bases/:id/withdraw': {},
    'POST /rounds/:round/hand-over': {},
    'POST /sessions/:session': { title: '改名' },
    'POST /sessions/:session/close': { reason },
    'POST /rounds/:round/result': {},
    'POST /results/:result/adjust': { version, organization, points: 1, reason },
    'POST /results/:result/submit': { version },
    'POST /results/:result/accept': { version },
    'POST /results/:result/return': { version, note: reason },
    'POST /results/:result/notice': { version, title: '公示', workingDays: 5, contact: '某' },
    'POST /results/:result/publish': { version },
    'POST /results/:result/correct': { organization: null, before: '甲', after: '乙', reason },
    'POST /objections/:objection/answer': { upheld: true, answer: '成立' },
    'POST /objections/:objection/contact': { reason },
    'POST /ballots': {
      ...{
        organization,
        round: null,
        about: 'work',
        title: '测评',
        opensOn: today,
        closesOn: today,
        slips: 10,
      },
    },
    'POST /ballots/:ballot/slips': {},
    'POST /ballots/:ballot/close': {},
    'POST /rounds/:round/documents/:kind': { version: 0, words: { ...words, signedOn: today, copies: '' } },
    'POST /rounds/:round/funds': {
      ...{ title: '奖补', total: 1000, rule: { shares: [{ band: 'A', share: 1 }], round: 1 } },
      basis: { document: '办法', number: '1号', issuer: '县委' },
    },
    'POST /funds/:fund/lines': { lines: [{ line, amount: 1, reason }] },
    'POST /funds/:fund/submit': {},
    'POST /funds/:fund/approve': {},
    'POST /funds/:fund/return': { note: reason },
    'POST /funds/:fund/payments': { line, paidOn: today, amount: 1, voucher: '1', note: '' },
    'POST /payments/:payment/withdraw': { reason },
    'POST /rounds/:round/class-proposals': {},
    'POST /class-proposals/:proposal/decide': { accept: true, reason },
    'POST /rounds/:round/follow-ups': {},
    'POST /follow-ups/:followUp': { task: '改', dueOn: today },
    'POST /follow-ups/:followUp/end': { done: true, outcome: '成' },
  };
}

/** The marks by which a change of anything in the room would show. */
const readMarks = () =>
  server.services.door.asSystem('a test looks whether anything moved', async (trx) => {
    const tables = [
      'round',
      'round_result',
      'award_fund',
      'award_payment',
      'follow_up',
      'ballot',
      'liaison',
    ] as const;
    const marks: unknown[] = [];
    for (const table of [...tables, 'ranking_basis', 'objection', 'class_proposal', 'round_session'] as const)
      marks.push(
        await trx
          .selectFrom(table)
          .selectAll()
          .where('county', '=', room.county.county)
          .orderBy('id')
          .execute(),
      );
    return marks;
  });

describe('every route of rounds, visits, results, polls and uses', () => {
  test('is refused to whoever is not signed in, and to who is without its permission', async () => {
    for (const route of guarded) {
      const ask = async (who: Signed | null) =>
        (await server.call(who, route.method, addressOf(route))).status;
      expect([nameOf(route), await ask(null), await ask(room.stranger)]).toEqual([nameOf(route), 401, 403]);
    }
  });

  test('says of an address, a query or a body that is none what is wrong, and is no error of the program', async () => {
    const query = `limit=x&organization=x&year=x&kind=x&state=x&on=x&at=x&known=x&since=${'x'.repeat(81)}`;
    for (const route of all) {
      const who = route.permission === 'public' ? null : keyTo(route);
      const told = async (path: string, body?: object) => {
        const { status } = await server.call(who, route.method, path, body);
        expect([nameOf(route), path, status]).toEqual([nameOf(route), path, 400]);
      };
      if (route.url.includes(':'))
        await told(addressOf(route, '%21'), route.method === 'POST' ? {} : undefined);
      if (route.query) await told(`${addressOf(route)}?${query}`, route.method === 'POST' ? {} : undefined);
      if (route.body instanceof z.ZodType) await told(addressOf(route), []);
    }
  });

  test('is a neighbour’s and another county’s neither to see nor to move', async () => {
    const before = await readMarks();
    const sent = bodies();
    for (const route of guarded.filter((one) => !ofOneself(one))) {
      const name = nameOf(route);
      if (route.method === 'POST')
        expect(Object.keys(sent), 'what does a neighbour send here?').toContain(name);
      const query =
        route.method === 'GET' && !route.url.includes(':') ? `?organization=${room.township.id}` : '';
      for (const who of [room.neighbourOfficer, room.elsewhere]) {
        const { status } = await server.call(who, route.method, addressOf(route) + query, sent[name]);
        expect([name, [403, 404].includes(status) ? 'refused' : status]).toEqual([name, 'refused']);
      }
    }
    expect(await readMarks()).toEqual(before);
  });
});
