import { choicesOf, educationChoices } from '../choices.ts';
import type { ImportColumn, RowView, Template } from '../column.ts';
import { initialsOf } from '../initials.ts';
import { registersSheet } from './registers.ts';
import { birthColumn, identityColumn, organizationColumn, recordColumn } from './shared-columns.ts';

const stage = (key: string, title: string, example?: string): ImportColumn => ({
  key,
  title,
  kind: 'day',
  partial: 'first',
  note: '没有到这一步的留空；只写到月的按当月1日计。',
  width: 14,
  ...(example ? { example } : {}),
});

const columns: ImportColumn[] = [
  organizationColumn(),
  { key: 'name', title: '姓名', kind: 'name', required: true, most: 60, width: 12, example: '张三' },
  { key: 'sex', title: '性别', kind: 'choice', choices: choicesOf('sexes'), width: 8, example: '男' },
  { ...birthColumn, example: '1985-03-12' },
  {
    key: 'education',
    title: '学历',
    kind: 'choice',
    choices: educationChoices(),
    width: 12,
    example: '高中',
  },
  identityColumn,
  {
    key: 'phone',
    title: '电话',
    kind: 'phone',
    note: '可不填；系统加密保存。',
    width: 15,
    also: ['手机', '联系电话', '手机号码'],
  },
  stage('applied_on', '申请入党日期', '2008-01-10'),
  stage('activist_on', '确定积极分子日期', '2008-09-01'),
  stage('candidate_on', '确定发展对象日期', '2009-12-01'),
  { ...stage('admitted_on', '接收预备党员日期', '2010-07-01'), also: ['入党日期', '入党时间'] },
  { ...stage('full_on', '转正日期', '2011-07-01'), also: ['转正时间'] },
  {
    key: 'joined_on',
    title: '进入本组织日期',
    kind: 'day',
    partial: 'first',
    note: '转入的填转入日期；不填的按上列最早的日期计。',
    width: 14,
    example: '2010-07-01',
  },
  { key: 'left_on', title: '离开日期', kind: 'day', note: '从这一天起不再算本组织的人。', width: 13 },
  { key: 'left_why', title: '离开原因', kind: 'choice', choices: choicesOf('leftWhys'), width: 12 },
  {
    key: 'floating',
    title: '流动情况',
    kind: 'choice',
    choices: choicesOf('floatings'),
    note: '流动党员填写。',
    width: 10,
  },
  { key: 'floating_since', title: '流动起始日', kind: 'day', partial: 'first', width: 13 },
  {
    key: 'floating_known_on',
    title: '最近联系日期',
    kind: 'day',
    note: '最近一次掌握去向和思想状况的日子。',
    width: 13,
  },
  { key: 'paired', title: '已结对联系', kind: 'yes-no', width: 10 },
  { key: 'lost_contact', title: '失联', kind: 'yes-no', empty: 'false', width: 8 },
  { key: 'post_duty', title: '设岗定责岗位', kind: 'text', most: 80, note: '无职党员所任的岗。', width: 16 },
  {
    key: 'exempt_hours',
    title: '免学时',
    kind: 'yes-no',
    empty: 'false',
    note: '年老体弱等不计学时的填“是”。',
    width: 9,
  },
  recordColumn,
];

const order = [
  ['applied_on', '申请入党日期'],
  ['activist_on', '确定积极分子日期'],
  ['candidate_on', '确定发展对象日期'],
  ['admitted_on', '接收预备党员日期'],
  ['full_on', '转正日期'],
] as const;

function rules(row: RowView): { key: string; message: string } | undefined {
  let before: { day: string; title: string } | undefined;
  for (const [key, title] of order) {
    const day = row(key);
    if (!day) continue;
    if (before && day < before.day) return { key, message: `${title}早于${before.title}，请核对` };
    before = { day, title };
  }
  const birth = row('birth_on');
  const first = order.map(([key]) => row(key)).find((day) => day !== null);
  if (birth && first && first < `${Number(birth.slice(0, 4)) + 16}`) {
    return { key: 'birth_on', message: '出生日期与入党日期不相符，请核对' };
  }
  if (!row('joined_on') && !first)
    return { key: 'joined_on', message: '各入党日期都没有填，请填进入本组织日期' };
  const [joined, left] = [row('joined_on') ?? first, row('left_on')];
  if (joined && left && left < joined) return { key: 'left_on', message: '离开日期早于进入本组织日期' };
  if (row('left_why') && !left) return { key: 'left_on', message: '填了离开原因，请填离开日期' };
  return undefined;
}

/** What an empty cell takes from its neighbours: the joining day from the stages. */
function derive(row: RowView): Record<string, string> {
  const joined = row('joined_on') ?? order.map(([key]) => row(key)).find((day) => day !== null);
  return { initials: initialsOf(row('name') ?? ''), ...(joined ? { joined_on: joined } : {}) };
}

export const roster: Template = {
  name: 'roster',
  title: '党员名册',
  note: '党员、入党申请人、积极分子和发展对象，一人一行。',
  order: 2,
  permissions: ['import', 'record.write'],
  sheets: [
    {
      name: '党员名册',
      title: '党员名册导入表',
      columns,
      rules,
      derive,
      derived: [{ key: 'initials', type: 'text' }],
      record: {
        table: 'person',
        fields: [
          { column: 'name', type: 'text' },
          { column: 'initials', type: 'text' },
          { column: 'sex', type: 'text' },
          { column: 'birth_on', type: 'date' },
          { column: 'education', type: 'integer' },
          { column: 'identity_index', type: 'bytea', keepWhenEmpty: true },
          { column: 'identity_cipher', type: 'bytea', keepWhenEmpty: true },
          { column: 'phone_index', type: 'bytea', keepWhenEmpty: true },
          { column: 'phone_cipher', type: 'bytea', keepWhenEmpty: true },
          ...[
            'applied_on',
            'activist_on',
            'candidate_on',
            'admitted_on',
            'full_on',
            'joined_on',
            'left_on',
          ].map((column) => ({ column, type: 'date' as const })),
          { column: 'left_why', type: 'text' },
          { column: 'floating', type: 'text' },
          { column: 'floating_since', type: 'date' },
          { column: 'floating_known_on', type: 'date' },
          { column: 'paired', type: 'boolean' },
          { column: 'lost_contact', type: 'boolean' },
          { column: 'post_duty', type: 'text' },
          { column: 'exempt_hours', type: 'boolean' },
        ],
        keys: [['identity_index'], ['name', 'birth_on']],
        looseKeys: [['name']],
        sourceKey: ['identity_index', 'name', 'birth_on'],
        day: 'joined_on',
      },
    },
    registersSheet,
  ],
};
