import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
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
let officer: Signed;
let member: Signed;

beforeAll(async () => {
  const county = await buildCounty(server);
  await buildAdoption(server, county);
  const township = await buildTownship(server, county);
  village = await buildVillage(server, township);
  neighbour = await buildVillage(server, township);
  secretary = await buildAccount(server, 'branch-secretary', village);
  officer = await buildAccount(server, 'county-officer', county);
  member = await buildAccount(server, 'member', village);
});

const meeting = { kind: 'general-meeting', title: '一季度党员大会', happenedOn: '2026-03-05' };

describe('entering a record', () => {
  test('a meeting is entered, listed, and the standing of the branch comes with the answer', async () => {
    await buildRecord(server, village, 'registers', { of: 'activities', keptFrom: '2020-01-01' });
    const before = await server.call(secretary, 'GET', `/organizations/${village.id}/records/activities`);
    expect(before.body.rows).toEqual([]);
    const answer = await server.call(
      secretary,
      'POST',
      `/organizations/${village.id}/records/activities`,
      meeting,
    );
    expect(answer.status).toBe(201);
    expect(answer.body.record).toMatchObject({
      kind: 'general-meeting',
      happenedOn: '2026-03-05',
      imported: false,
    });
    expect(answer.body.standing).toMatchObject({ edition: 'rural-basic/2019' });
    const after = await server.call(
      secretary,
      'GET',
      `/organizations/${village.id}/records/activities?year=2026`,
    );
    expect(after.body.rows.map((row: { title: string }) => row.title)).toEqual(['一季度党员大会']);
  });

  test('the standing counts the record that has just been entered, in the same breath', async () => {
    // An area and a look decide this item together: what is still missing after the first is the second.
    const rating = { look: 'rural-basic/RB-24/used', ratedOn: '2026-11-01', score: 80, panelists: 5 };
    const figure = { figure: 'venue-area', countedOn: '2026-01-01', value: 500 };
    const rated = await server.call(
      secretary,
      'POST',
      `/organizations/${village.id}/records/ratings`,
      rating,
    );
    expect(rated.body.standing.changed).toEqual([]);
    const answer = await server.call(
      secretary,
      'POST',
      `/organizations/${village.id}/records/figures`,
      figure,
    );
    expect(answer.body.standing.changed).toMatchObject([
      { item: 'RB-24', before: { verdict: 'not-known' }, after: { verdict: 'met' } },
    ]);
    expect(answer.body.standing.met).toBe(rated.body.standing.met + 1);
  });

  test('the same record twice is refused, not counted twice', async () => {
    const answer = await server.call(
      secretary,
      'POST',
      `/organizations/${village.id}/records/activities`,
      meeting,
    );
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toContain('已经有一条相同的');
  });

  test.each([
    ['an unknown code', { ...meeting, kind: 'karaoke' }],
    ['a day in the future', { ...meeting, happenedOn: '2999-01-01' }],
    ['a day that does not exist', { ...meeting, happenedOn: '2026-02-30' }],
    ['a misspelt field', { ...meeting, titel: 'x' }],
    ['more people present than due', { ...meeting, dueCount: 3, attendedCount: 4 }],
    ['a training kind in the register of activities', { ...meeting, kind: 'training' }],
    ['a host who is nobody', { ...meeting, host: 999_999 }],
  ])('%s is bad input and names the field', async (_why, body) => {
    const answer = await server.call(
      secretary,
      'POST',
      `/organizations/${village.id}/records/activities`,
      body,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error.issues.length).toBeGreaterThan(0);
  });

  test('a stranger is told to sign in, a member may not write, a secretary may not confirm events', async () => {
    const url = `/organizations/${village.id}/records/activities`;
    expect((await server.call(null, 'POST', url, meeting)).status).toBe(401);
    expect((await server.call(member, 'POST', url, meeting)).status).toBe(403);
    const event = {
      event: 'weak-and-lax',
      happenedOn: '2026-01-01',
      confirmedBy: '县委组织部',
      confirmedOn: '2026-01-02',
    };
    const events = `/organizations/${village.id}/records/events`;
    expect((await server.call(secretary, 'POST', events, event)).status).toBe(403);
    expect((await server.call(officer, 'POST', events, event)).status).toBe(201);
  });

  test('the neighbouring village is not found, for reading and for writing', async () => {
    const url = `/organizations/${neighbour.id}/records/activities`;
    expect((await server.call(secretary, 'GET', url)).status).toBe(404);
    expect((await server.call(secretary, 'POST', url, meeting)).status).toBe(404);
    const theirs = await buildRecord(server, neighbour, 'figures', {
      figure: 'population',
      countedOn: '2025-12-31',
      value: 900,
    });
    expect((await server.call(secretary, 'GET', `/records/figures/${theirs.id}`)).status).toBe(404);
    expect(
      (await server.call(secretary, 'POST', `/records/figures/${theirs.id}/withdraw`, { reason: '误' }))
        .status,
    ).toBe(404);
    expect((await server.call(officer, 'GET', `/records/figures/${theirs.id}`)).status).toBe(200);
  });

  test("a superior's figure is readable for comparison in the database, but is no record of one's own", async () => {
    const township = await buildRecord(
      server,
      { ...village, id: Number(village.parent), path: village.path.replace(`${village.id}.`, '') },
      'figures',
      {
        figure: 'population',
        countedOn: '2025-12-31',
        value: 20_000,
      },
    );
    expect((await server.call(secretary, 'GET', `/records/figures/${township.id}`)).status).toBe(404);
  });
});

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

describe('withdrawing and correcting', () => {
  test('a withdrawn record stays with its moment and cannot be withdrawn again', async () => {
    const made = await buildRecord(server, village, 'documents', {
      document: 'admission-plan',
      title: '计划',
      heldFrom: '2026-01-01',
    });
    const first = await server.call(secretary, 'POST', `/records/documents/${made.id}/withdraw`, {
      reason: '重复',
    });
    expect(first.body.record.withdrawnAt).not.toBeNull();
    const again = await server.call(secretary, 'POST', `/records/documents/${made.id}/withdraw`, {
      reason: '重复',
    });
    expect(again.status).toBe(409);
    const live = await server.call(secretary, 'GET', `/organizations/${village.id}/records/documents`);
    expect(live.body.rows).toEqual([]);
    const all = await server.call(
      secretary,
      'GET',
      `/organizations/${village.id}/records/documents?withdrawn=true`,
    );
    expect(all.body.rows).toHaveLength(1);
  });

  test('a corrected figure gives a new row, and the history shows both', async () => {
    const made = await buildRecord(server, village, 'figures', {
      figure: 'households',
      countedOn: '2025-12-31',
      value: 300,
    });
    const answer = await server.call(secretary, 'POST', `/records/figures/${made.id}/correct`, {
      reason: '抄错',
      record: { figure: 'households', countedOn: '2025-12-31', value: 310 },
    });
    expect(answer.body.record.value).toBe(310);
    const page = await server.call(secretary, 'GET', `/records/figures/${answer.body.record.id}`);
    expect(page.body.history).toHaveLength(2);
  });

  test("the database itself refuses to change a record's meaning", async () => {
    const made = await buildRecord(server, village, 'figures', {
      figure: 'books',
      countedOn: '2025-12-31',
      value: 1,
    });
    const path = village.path;
    await expect(
      server.services.door.asActor(
        {
          ...actorOf(secretary),
          scope: { id: village.id, county: village.county, path, name: '', level: 'village' },
        },
        'write',
        (trx) => trx.updateTable('figure').set({ value: 2 }).where('id', '=', made.id).execute(),
      ),
    ).rejects.toThrow('permission denied');
  });
});

test('a list is paged without loss or repetition', async () => {
  for (let month = 1; month <= 7; month += 1) {
    await buildRecord(server, neighbour, 'figures', {
      figure: 'members',
      countedOn: `2025-0${month}-01`,
      value: month,
    });
  }
  const seen: number[] = [];
  let after = '';
  do {
    const page = await server.call(
      officer,
      'GET',
      `/organizations/${neighbour.id}/records/figures?kind=members&limit=3${after}`,
    );
    seen.push(...page.body.rows.map((row: { value: number }) => row.value));
    after = page.body.next ? `&after=${page.body.next}` : '';
  } while (after);
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
  const wrong = await server.call(officer, 'GET', `/organizations/${neighbour.id}/records/figures?after=x`);
  expect(wrong.status).toBe(400);
});

function actorOf(who: Signed) {
  return {
    account: who.account,
    name: '',
    userName: who.userName,
    totpOn: false,
    totpRequired: false,
    assignment: who.assignment,
    role: 'branch-secretary' as const,
    can: new Set<never>(),
  };
}

const readAudit = (act: string) =>
  server.services.door.asSystem('a test reads the trail', async (trx) => ({
    rows: await trx.selectFrom('audit_line').selectAll().where('act', '=', act).execute(),
  }));
