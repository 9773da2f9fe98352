import type { Given } from './workbook.ts';

/** A small county's first files: one of every template, in the order in which they build on each other. */
export const person = (name: string, more: Given = {}): Given => ({
  organization: 'X101',
  name,
  sex: '男',
  birth_on: '1980-01-01',
  admitted_on: '2010-07-01',
  full_on: '2011-07-01',
  ...more,
});

export const figures = [
  { organization: 'X101', figure: '农户数', counted_on: '2025-12-31', value: 213 },
  { organization: '石桥村党支部', figure: '人口', counted_on: '2025年', value: 817, source: '年报' },
];
const roster = [
  person('张三'),
  person('李四', { identity: '110101199003070038', birth_on: '' }),
  person('王五', { sex: '女' }),
];
const seats = [{ organization: 'X101', person_name: '张三', post: '书记', held_from: '2021-03-15' }];
export const meetings = [
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
export const present = [
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

export const files: [string, Record<string, Given[]>, string, number][] = [
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
