import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { createSmallCounty, type SmallCounty } from './testing/small-county.ts';
import { type Given, workbook } from './testing/workbook.ts';

const database = withDatabase();
let small: SmallCounty;
beforeAll(async () => {
  small = await createSmallCounty(database.url);
  return () => small.pool.end();
});

const person = (name: string, more: Given = {}): Given => ({
  organization: 'X101',
  name,
  sex: '男',
  birth_on: '1980-01-01',
  admitted_on: '2010-07-01',
  full_on: '2011-07-01',
  ...more,
});

const figures = [
  { organization: 'X101', figure: '农户数', counted_on: '2025-12-31', value: 213 },
  { organization: '石桥村党支部', figure: '人口', counted_on: '2025年', value: 817, source: '年报' },
];
const roster = [
  person('张三'),
  person('李四', { identity: '110101199003070038', birth_on: '' }),
  person('王五', { sex: '女' }),
];
const seats = [{ organization: 'X101', person_name: '张三', post: '书记', held_from: '2021-03-15' }];
const meetings = [
  {
    number: '1',
    organization: 'X101',
    kind: '党员大会',
    happened_on: '2026-03-05',
    title: '学习',
    host_name: '张三',
    due_count: 3,
  },
  {
    number: '2',
    organization: 'X101',
    kind: '四议两公开',
    happened_on: '2026-04-05',
    stages: '征求意见、党组织提议',
    tags: '集体经济',
  },
];
const present = [
  { organization: 'X101', number: '1', person_name: '张三' },
  { organization: 'X101', number: '1', person_name: '王五' },
];
const training = {
  organization: 'X101',
  kind: '集中培训',
  happened_on: '2026-05-20',
  title: '培训班',
  grade: '县级',
  concentrated: '是',
};

const files: [string, Record<string, Given[]>, string, number][] = [
  [
    'organizations',
    {
      组织: [
        {
          code: 'X103',
          name: '新村党支部',
          parent: 'X1',
          form: '党支部',
          kind: '农村',
          level: '村',
          founded_on: '2020-01-01',
        },
        {
          code: 'X103-1',
          name: '第一党小组',
          parent: '新村党支部',
          form: '党小组',
          level: '小组',
          founded_on: '2021-01-01',
        },
      ],
      登记范围: [{ organization: 'X103', register: '活动记录', kept_from: '2025-01-01' }],
    },
    'organization',
    8,
  ],
  ['figures', { 概况数据: figures }, 'figure', 2],
  ['roster', { 党员名册: roster }, 'person', 3],
  ['posts', { 任职: seats }, 'seat', 1],
  ['activities', { 活动: meetings, 到会名单: present }, 'activity', 2],
  [
    'trainings',
    {
      培训学习: [
        { ...training, person_name: '张三', hours: 8 },
        { ...training, person_name: '李四', hours: 6 },
      ],
    },
    'activity',
    3,
  ],
  [
    'documents',
    {
      制度台账: [
        { organization: 'X101', document: '发展党员年度计划', title: '2026年计划', held_from: '2026-01-10' },
      ],
    },
    'document',
    1,
  ],
  [
    'events',
    {
      已认定事项: [
        {
          organization: 'X102',
          event: '软弱涣散党组织',
          happened_on: '2025-06-01',
          confirmed_by: '县委组织部',
          confirmed_on: '2025-06-20',
        },
      ],
    },
    'event',
    1,
  ],
  [
    'polls',
    {
      测评结果: [
        {
          organization: 'X101',
          about: '对村两委干部',
          held_on: '2026-06-30',
          slips: 60,
          satisfied: 50,
          basically: 8,
          dissatisfied: 2,
        },
      ],
    },
    'poll',
    1,
  ],
  [
    'ratings',
    {
      现场评议: [
        {
          organization: 'X101',
          look: 'rural-basic/RB-33/outside',
          rated_on: '2026-09-10',
          score: 82.5,
          panelists: 5,
        },
      ],
    },
    'rating',
    1,
  ],
];

describe('every template', () => {
  for (const [name, sheets, table, expected] of files) {
    test(`${name}: taken in once; the same file a second time changes nothing`, async () => {
      const file = await workbook(name, sheets);
      const first = await small.bringIn(file);
      expect(first.summary?.errors).toEqual([]);
      expect(first.message).toMatch(/^已导入/);
      const where = table === 'organization' ? 'true' : 'withdrawn_at is null';
      expect(await small.count(table, where)).toBe(expected);
      const all = await small.count(table, 'true');
      const again = await small.bringIn(file);
      expect(again.state).toBe('taken');
      for (const sheet of again.summary?.sheets ?? [])
        expect(sheet).toMatchObject({ added: 0, changed: 0, errors: 0 });
      expect(await small.count(table, 'true')).toBe(all);
    });
  }
  test('events never open their register by themselves: an unlisted village would pass as spotless', async () => {
    expect(await small.count('register_span', `register = 'events'`)).toBe(0);
    expect(await small.count('register_span', `register = 'figures' and kept_from = '2025-12-31'`)).toBe(2);
  });
  test('attendance and hours of a training reach the persons', async () => {
    expect(
      await small.count('attendance', `kind = 'training' and withdrawn_at is null and grade = 'county'`),
    ).toBe(2);
    expect(await small.count('attendance', `kind = 'general-meeting' and withdrawn_at is null`)).toBe(2);
  });
});

describe('corrections', () => {
  test('a changed value withdraws the old row and keeps it', async () => {
    const end = await small.bringIn(
      await workbook('figures', { 概况数据: [{ ...figures[0], value: 220 } as Given] }),
    );
    expect(end.summary?.sheets[0]).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect(
      await small.count('figure', `figure = 'households' and value = 213 and withdrawn_at is not null`),
    ).toBe(1);
    expect(
      await small.count('figure', `figure = 'households' and value = 220 and withdrawn_at is null`),
    ).toBe(1);
  });
  test('a corrected person keeps posts, attendance and the meetings hosted', async () => {
    const end = await small.bringIn(
      await workbook('roster', { 党员名册: [person('张三', { education: '高中' })] }),
    );
    expect(end.summary?.sheets[0]).toMatchObject({ added: 0, changed: 1 });
    const live = `withdrawn_at is null and person = (select id from person where name = '张三' and withdrawn_at is null)`;
    expect(await small.count('seat', live)).toBe(1);
    expect(await small.count('attendance', live)).toBe(2);
    expect(await small.count('activity', live.replace('person =', 'host ='))).toBe(1);
    expect(await small.count('activity')).toBe(3);
  });
  test('an empty or masked identity number leaves the recorded one', async () => {
    const masked = person('李四', {
      identity: '110101********0038',
      birth_on: '1990-03-07',
      education: '初中',
    });
    await small.bringIn(await workbook('roster', { 党员名册: [masked] }));
    expect(
      await small.count('person', `name = '李四' and withdrawn_at is null and identity_cipher is not null`),
    ).toBe(1);
  });
  test('another list of persons is a correction of the activity', async () => {
    const fewer = await workbook('activities', { 活动: meetings, 到会名单: present.slice(0, 1) });
    const end = await small.bringIn(fewer);
    expect(end.summary?.sheets[0]).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await small.count('attendance', `kind = 'general-meeting' and withdrawn_at is null`)).toBe(1);
    expect((await small.bringIn(fewer)).summary?.sheets[0]).toMatchObject({ changed: 0, unchanged: 2 });
  });
  test('a file without the list leaves the recorded attendance with the corrected activity', async () => {
    const [first] = meetings;
    const end = await small.bringIn(
      await workbook('activities', { 活动: [{ ...first, due_count: 9 } as Given] }),
    );
    expect(end.summary?.sheets[0]).toMatchObject({ changed: 1 });
    expect(await small.count('attendance', `kind = 'general-meeting' and withdrawn_at is null`)).toBe(1);
  });
});

describe('who may bring in what', () => {
  test('the neighbouring township is not found, whether by code or by name, and nothing is taken', async () => {
    const before = await small.count('figure', 'true');
    const rows = ['X201', '竹园村党支部', 'X101'].map((organization) => ({
      organization,
      figure: '人口',
      counted_on: '2024-12-31',
      value: 5,
    }));
    const end = await small.bringIn(await workbook('figures', { 概况数据: rows }), {
      actor: small.townshipOfficer,
    });
    expect(end.state).toBe('refused');
    expect(end.summary?.errors.map(({ cell }) => cell)).toEqual(['B3', 'B4']);
    expect(end.summary?.errors[0]?.message).toContain('没有找到组织');
    expect(await small.count('figure', 'true')).toBe(before);
  });
  test('a township officer confirms no events and founds no organizations', async () => {
    for (const name of ['events', 'organizations']) {
      const found = files.find(([one]) => one === name);
      const end = await small.bringIn(await workbook(name, found?.[1] ?? {}), {
        actor: small.townshipOfficer,
      });
      expect(end).toMatchObject({ state: 'failed' });
      expect(end.message).toContain('不能进行');
    }
  });
  test('a record number of the neighbour is refused like one that does not exist', async () => {
    await small.bringIn(
      await workbook('figures', {
        概况数据: [{ organization: 'X201', figure: '人口', counted_on: '2025-12-31', value: 9 }],
      }),
    );
    const id = await small.door.asSystem('test', async (trx) => {
      const { rows } = await sql<{
        id: number;
      }>`select id from figure where figure = 'population' and value = 9`.execute(trx);
      return Number(rows[0]?.id);
    });
    const row = { organization: 'X101', figure: '人口', counted_on: '2025-12-31', value: 1, record: id };
    const end = await small.bringIn(await workbook('figures', { 概况数据: [row] }), {
      actor: small.townshipOfficer,
    });
    expect(end.summary?.errors[0]?.message).toContain('没有这个记录号');
  });
  test('the preview writes nothing at all', async () => {
    const before = await small.count('figure', 'true');
    const row = { organization: 'X101', figure: '耕地面积', counted_on: '2025-12-31', value: 482 };
    const end = await small.bringIn(await workbook('figures', { 概况数据: [row] }), { take: false });
    expect(end).toMatchObject({
      state: 'ready',
      summary: { sheets: [{ added: 1 }], sample: [{ verdict: 'added' }] },
    });
    expect(await small.count('figure', 'true')).toBe(before);
  });
});
