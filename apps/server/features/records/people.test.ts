import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildCounty,
  buildPerson,
  buildRecord,
  buildTownship,
  buildVillage,
  type Signed,
} from '../../../../tests/support/factories.ts';
import { withServer } from '../../../../tests/support/server.ts';
import type { Place } from '../organizations/get-place.ts';

const server = withServer();
let village: Place;
let neighbour: Place;
let secretary: Signed;

beforeAll(async () => {
  const township = await buildTownship(server, await buildCounty(server));
  village = await buildVillage(server, township);
  neighbour = await buildVillage(server, township);
  secretary = await buildAccount(server, 'branch-secretary', village);
});

const meeting = { kind: 'general-meeting', title: '一季度党员大会', happenedOn: '2026-03-05' };

describe('people', () => {
  const identity = '11010519491231002X';
  const person = {
    name: '赵某',
    identity,
    phone: '138-0013-8000',
    joinedOn: '2015-07-01',
    admittedOn: '2015-07-01',
  };

  test('identity number and telephone are masked in lists and shown in full only with a reason, which is audited', async () => {
    const made = await server.call(secretary, 'POST', `/organizations/${village.id}/records/roster`, person);
    expect(made.status).toBe(201);
    expect(made.body.record).toMatchObject({ name: '赵某', identityMasked: '110105********002X' });
    expect(JSON.stringify(made.body)).not.toContain(identity);
    const { id } = made.body.record;
    expect((await server.call(secretary, 'POST', `/people/${id}/sensitive`, {})).status).toBe(400);
    const full = await server.call(secretary, 'POST', `/people/${id}/sensitive`, { reason: '核对党费' });
    expect(full.body).toEqual({ identity, phone: '138-0013-8000', birthOn: '1949-12-31' });
    const { rows } = await readAudit('person.view-sensitive');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      account: secretary.account,
      object: `person/${id}`,
      details: { reason: '核对党费' },
    });
    expect(JSON.stringify(rows)).not.toContain(identity);
  });

  test('the columns hold no identity number in clear', async () => {
    const { rows } = await server.services.door.asSystem('a test looks', async (trx) => ({
      rows: await trx.selectFrom('person').selectAll().where('identity_index', 'is not', null).execute(),
    }));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.identity_cipher?.toString('utf8')).not.toContain('1949');
  });

  test('a wrong check digit is bad input', async () => {
    const url = `/organizations/${village.id}/records/roster`;
    const answer = await server.call(secretary, 'POST', url, { ...person, identity: '110105194912310021' });
    expect(answer.status).toBe(400);
  });

  test('a correction keeps the sealed values, and posts and attendance follow the new row', async () => {
    const old = await buildPerson(server, village, { name: '钱某', phone: '13900000000' });
    const seat = await buildRecord(server, village, 'posts', {
      person: old.id,
      post: 'secretary',
      heldFrom: '2021-01-01',
    });
    const lecture = await buildRecord(server, village, 'activities', {
      kind: 'party-lecture',
      title: '党课',
      happenedOn: '2026-02-01',
      host: old.id,
      tags: [],
      stages: [],
      concentrated: false,
      complete: true,
      attendance: [{ person: old.id }],
    });
    const answer = await server.call(secretary, 'POST', `/records/roster/${old.id}/correct`, {
      reason: '姓名有误',
      record: { name: '钱某某', joinedOn: '2010-01-01', admittedOn: '2010-01-01', fullOn: '2011-01-01' },
    });
    expect(answer.status).toBe(200);
    const fresh = answer.body.record;
    expect(fresh.id).not.toBe(old.id);
    expect(fresh.phoneMasked).toBe('139****0000');
    const seats = await server.call(secretary, 'GET', `/organizations/${village.id}/records/posts`);
    expect(seats.body.rows).toMatchObject([{ person: { id: fresh.id, name: '钱某某' }, post: 'secretary' }]);
    expect(seats.body.rows[0].id).not.toBe(seat.id);
    const lectures = await server.call(
      secretary,
      'GET',
      `/organizations/${village.id}/records/activities?kind=party-lecture`,
    );
    expect(lectures.body.rows).toMatchObject([{ host: { id: fresh.id } }]);
    expect(lectures.body.rows[0].id).not.toBe(lecture.id);
    const page = await server.call(secretary, 'GET', `/records/activities/${lectures.body.rows[0].id}`);
    expect(page.body.attendance).toMatchObject([{ person: { id: fresh.id } }]);
  });

  test('a person who holds a post is not withdrawn from under it', async () => {
    const person = await buildPerson(server, village);
    await buildRecord(server, village, 'posts', {
      person: person.id,
      post: 'publicity-member',
      heldFrom: '2021-01-01',
    });
    const answer = await server.call(secretary, 'POST', `/records/roster/${person.id}/withdraw`, {
      reason: '误录',
    });
    expect(answer.status).toBe(409);
  });

  test('a person of the neighbouring village can neither be seen nor be put on an attendance list', async () => {
    const theirs = await buildPerson(server, neighbour);
    expect(
      (await server.call(secretary, 'POST', `/people/${theirs.id}/sensitive`, { reason: '看看' })).status,
    ).toBe(404);
    const url = `/organizations/${village.id}/records/activities`;
    const body = { ...meeting, happenedOn: '2026-04-05', attendance: [{ person: theirs.id }] };
    expect((await server.call(secretary, 'POST', url, body)).status).toBe(400);
    const list = await server.call(secretary, 'GET', `${url}?year=2026&q=一季度`);
    expect(list.body.rows.every((row: { happenedOn: string }) => row.happenedOn !== '2026-04-05')).toBe(true);
  });
});

const readAudit = (act: string) =>
  server.services.door.asSystem('a test reads the trail', async (trx) => ({
    rows: await trx.selectFrom('audit_line').selectAll().where('act', '=', act).execute(),
  }));
