import { beforeAll, describe, expect, test } from 'vitest';
import { buildAccount, type Signed } from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import { loadActor } from '../../access/load-actor.ts';
import { buildRoundRoom, type RoundRoom, seatOf, today } from '../rounds/testing/round-room.ts';
import { pick } from './testing/empty-room.ts';
import { openPhone } from './testing/phone.ts';

const server = withServer({ work: false, now: () => new Date(`${today}T04:00:00Z`) });
let room: RoundRoom;
let curious: [string, Signed][];
const secret = '只有我看见的事';

beforeAll(async () => {
  room = await buildRoundRoom(server, { villages: 2, neighbours: 2 });
  const visit = pick(room.visits, 0);
  const phone = openPhone(server, seatOf(visit));
  await phone.send([
    ...room.items.map(({ code }) => phone.score(visit.id, code, 12.34)),
    phone.tap(visit.id, 'finding/f', { kind: 'finding', text: secret, severity: 'grave', gone: false }),
    phone.submit(visit.id),
  ]);
  curious = [
    ['a colleague at the same visit', seatOf(visit, 1)],
    ['the officer who holds the round', room.townshipOfficer],
    ['the county', room.countyOfficer],
    ['the city', room.cityOfficer],
    ['an auditor', await buildAccount(server, 'auditor', room.county)],
    ['the secretary of the visited village', pick(room.secretaries, 0)],
    ['the audit administrator', await buildAccount(server, 'audit-admin')],
  ];
}, 120_000);

describe('what was put down before the session is closed', () => {
  test('is read by nobody else through any route that shows a round or a visit', async () => {
    const addresses = [
      '/rating/pack',
      `/rounds/${room.round}`,
      `/rounds/${room.round}/entries`,
      `/rounds/${room.round}/entries?kind=finding`,
      `/rounds/${room.round}/sessions`,
      `/rounds/${room.round}/visits`,
      `/sessions/${room.session}/wall`,
      `/organizations/${pick(room.villages, 0).id}`,
      '/home',
      '/audit',
    ];
    for (const [who, account] of curious)
      for (const address of addresses) {
        const answer = JSON.stringify((await server.call(account, 'GET', address)).body);
        expect(answer, `${who} ${address}`).not.toContain(secret);
        expect(answer, `${who} ${address}`).not.toContain('12.3');
      }
  });

  test('is read by nobody else in the database either, whatever an actor asks it, and changed by nobody', async () => {
    for (const [who, account] of curious) {
      const actor = await loadActor(server.services.door, account.account, account.assignment);
      if (!actor) throw new Error('no actor');
      const seen = await server.services.door.asActor(actor, 'read', (trx) =>
        trx.selectFrom('visit_entry').select('id').execute(),
      );
      expect(seen, who).toEqual([]);
      const write = server.services.door.asActor(actor, 'write', (trx) =>
        trx.updateTable('visit_entry').set({ revealed: true }).execute(),
      );
      await expect(write, who).rejects.toThrow(/permission denied/);
    }
  });

  test('never says anything else, also to the program itself', async () => {
    const change = (set: object) =>
      server.services.door.asSystem('a test tries to change an entry', (trx) =>
        trx.updateTable('visit_entry').set(set).where('round', '=', room.round).execute(),
      );
    await expect(change({ score: 99 })).rejects.toThrow(/never changes/);
    await expect(change({ clock: 1 })).rejects.toThrow(/never changes/);
  });
});
