import { choicesOf } from '../choices.ts';
import type { SheetPlan, Template } from '../column.ts';
import { concentratedColumn, gradeColumn } from './activity-columns.ts';
import { registersSheet } from './registers.ts';
import { organizationColumn, personHints } from './shared-columns.ts';

export const trainingsSheet: SheetPlan = {
  name: '培训学习',
  title: '培训学习导入表',
  columns: [
    organizationColumn(),
    {
      key: 'person_name',
      title: '姓名',
      kind: 'name',
      required: true,
      most: 60,
      note: '须已在名册中。',
      width: 12,
      example: '张三',
    },
    ...personHints,
    {
      key: 'kind',
      title: '培训类型',
      kind: 'choice',
      required: true,
      choices: choicesOf('activities', ({ register }) => register === 'trainings'),
      width: 14,
      example: '集中培训',
    },
    {
      key: 'happened_on',
      title: '日期',
      kind: 'day',
      required: true,
      note: '多日的填结束那天。',
      width: 13,
      also: ['培训日期'],
      example: '2026-05-20',
    },
    {
      key: 'title',
      title: '培训名称',
      kind: 'text',
      most: 200,
      empty: '',
      note: '同一次培训写法一致。',
      width: 26,
      also: ['标题'],
      example: '村党组织书记培训班',
    },
    {
      key: 'hours',
      title: '学时',
      kind: 'number',
      required: true,
      bounds: { least: 0, most: 999, decimals: 1 },
      note: '这个人这次的学时。',
      width: 8,
      example: 8,
    },
    { ...gradeColumn, note: '由哪一级举办；同一次培训写法一致。', example: '县级' },
    { ...concentratedColumn, example: '是' },
    { key: 'place', title: '地点', kind: 'text', most: 120, width: 16 },
  ],
  people: [{ name: 'person_name', identity: 'identity', birth: 'birth_on', into: 'person' }],
};

export const trainings: Template = {
  name: 'trainings',
  title: '培训学习',
  note: '集中培训、日常学习、远程教育，一人一次一行，按学时记。',
  order: 5,
  permissions: ['import', 'record.write'],
  sheets: [trainingsSheet, registersSheet],
};
