import { openWorkbook, readRows } from '@hujian/documents';
import { beforeAll, describe, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/support/database.ts';
import { getScope } from '../standings/find-scope.ts';
import { buildTemplate } from './build-workbook.ts';
import { writeExport } from './export-register.ts';
import { findTemplate, templates } from './templates.ts';
import { createSmallCounty, type SmallCounty } from './testing/small-county.ts';
import { type Given, workbook } from './testing/workbook.ts';

const database = withDatabase();
let small: SmallCounty;

const training = {
  organization: 'X101',
  kind: '集中学习',
  happened_on: '2026-05-20',
  title: '=学习班',
  grade: '县级',
};
const given: Record<string, Record<string, Given[]>> = {
  roster: {
    党员名册: [
      {
        organization: 'X101',
        name: '张三',
        birth_on: '1980-01-01',
        admitted_on: '2010-07-01',
        identity: '110101199003070038',
        phone: '13812345678',
        post_duty: '+政策宣传岗',
        paired: '是',
      },
      {
        organization: 'X101',
        name: '李四',
        birth_on: '1985-02-03',
        admitted_on: '2012-07-01',
        sex: '女',
        education: '大专',
        floating: '流出',
        floating_since: '2024-01-01',
      },
      {
        organization: 'X201',
        name: '张三',
        admitted_on: '2011-07-01',
        left_on: '2025-01-01',
        left_why: '转出',
      },
    ],
  },
  posts: {
    任职: [
      { organization: 'X101', person_name: '张三', post: '书记', held_from: '2021-03-15' },
      {
        organization: 'X101',
        person_name: '李四',
        post: '组织委员',
        held_from: '2021-03-15',
        held_until: '2026-01-01',
      },
    ],
  },
  activities: {
    活动: [
      {
        number: 'a',
        organization: 'X101',
        kind: '党员大会',
        happened_on: '2026-03-05',
        title: '-2号议题',
        host_name: '张三',
        due_count: 3,
        attended_count: 2,
        stages: '',
        tags: '集体经济、中心工作',
      },
      {
        number: 'b',
        organization: 'X101',
        kind: '组织生活会',
        happened_on: '2026-03-05',
        stages: '谈心、征求意见',
        complete: '否',
      },
    ],
    到会名单: [
      { organization: 'X101', number: 'a', person_name: '张三' },
      { organization: 'X101', number: 'a', person_name: '李四', hours: 1.5 },
    ],
  },
  trainings: {
    培训学习: [
      { ...training, person_name: '张三', hours: 8 },
      { ...training, person_name: '李四', hours: 6.5 },
    ],
  },
  figures: {
    概况数据: [
      {
        organization: 'X102',
        figure: '人均纯收入',
        counted_on: '2025-12-31',
        value: 1310.5,
        source: '@年报',
      },
    ],
  },
  documents: {
    制度台账: [
      {
        organization: 'X101',
        document: '村规民约',
        title: '=cmd|calc',
        number: '〔2026〕1号',
        held_from: '2026-01-10',
        held_until: '2029-01-10',
      },
    ],
  },
  events: {
    已认定事项: [
      {
        organization: 'X102',
        event: '软弱涣散党组织',
        happened_on: '2025-06-01',
        told: '第一行\n第二行',
        confirmed_by: '县委组织部',
        confirmed_on: '2025-06-20',
      },
    ],
  },
  polls: {
    测评结果: [
      {
        organization: 'X101',
        about: '对党员整体',
        held_on: '2026-06-30',
        slips: 60,
        satisfied: 50,
        basically: 8,
        dissatisfied: 2,
      },
    ],
  },
  ratings: {
    现场评议: [
      {
        organization: 'X101',
        look: 'rural-basic/RB-33/outside',
        rated_on: '2026-09-10',
        score: 82.25,
        panelists: 5,
      },
    ],
  },
  registers: { 登记范围: [{ organization: 'X1', register: '活动记录', kept_from: '2025-01-01' }] },
};

beforeAll(async () => {
  small = await createSmallCounty(database.url);
  for (const [name, sheets] of Object.entries(given)) {
    const end = await small.bringIn(await workbook(name, sheets));
    expect(end.summary?.errors).toEqual([]);
  }
  return () => small.pool.end();
}, 120_000);

const exported = (name: string, actor = small.officer) =>
  small.door.asActor(actor, 'read', async (trx) => {
    const template = findTemplate(name);
    if (!template) throw new Error(name);
    return writeExport(trx, await getScope(trx, actor.scope?.id ?? 0, actor.scope?.path), template);
  });

describe('what goes out comes in again', () => {
  test.each(['organizations', ...Object.keys(given)])(
    '%s: an exported workbook changes nothing',
    async (name) => {
      const { content, rows } = await exported(name);
      expect(rows).toBeGreaterThan(0);
      const end = await small.bringIn(content);
      expect(end.summary?.errors).toEqual([]);
      for (const sheet of end.summary?.sheets ?? []) expect(sheet).toMatchObject({ added: 0, changed: 0 });
      expect(end.summary?.sheets[0]?.unchanged).toBeGreaterThan(0);
    },
  );
  test('a value changed in the exported workbook corrects that very record', async () => {
    const { content } = await exported('figures');
    const book = await openWorkbook(content);
    let id = 0;
    for await (const rows of readRows(book, book.sheets[0] as never))
      for (const { row, cells } of rows) if (row === 3) id = cells.at(-1)?.number ?? 0;
    const row = {
      organization: 'X102',
      figure: '人均纯收入',
      counted_on: '2024-12-31',
      value: 1300,
      record: id,
    };
    const end = await small.bringIn(await workbook('figures', { 概况数据: [row] }));
    expect(end.summary?.sheets[0]).toMatchObject({ added: 0, changed: 1 });
    expect(await small.count('figure')).toBe(1);
  });
});

test('an export holds neither identity numbers nor telephones, and nothing of the neighbour', async () => {
  const texts = await textsOf((await exported('roster', small.townshipOfficer)).content);
  expect(texts.filter((text) => /\d{11}|\d{17}/.test(text))).toEqual([]);
  expect(texts).toContain('******');
  expect(texts).not.toContain('X201');
});

test.each(templates.map(({ name }) => name))(
  'the empty template of %s is refused as empty, not as wrong: examples are never taken in',
  async (name) => {
    const template = findTemplate(name);
    if (!template) throw new Error(name);
    const end = await small.bringIn(await buildTemplate(template));
    expect(end).toMatchObject({ state: 'refused', message: expect.stringContaining('没有可导入的内容') });
  },
);

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const book = await openWorkbook(bytes);
  const texts: string[] = [];
  for (const sheet of book.sheets)
    for await (const rows of readRows(book, sheet))
      for (const { cells } of rows) texts.push(...cells.map(({ text }) => text));
  return texts;
}
