import { beforeAll, describe, expect, test } from 'vitest';
import {
  buildAccount,
  buildAdoption,
  buildCounty,
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
