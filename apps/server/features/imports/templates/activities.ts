import { choicesOf, stageChoices } from '../choices.ts';
import type { SheetPlan, Template } from '../column.ts';
import { activityRecord, concentratedColumn, gradeColumn } from './activity-columns.ts';
import { registersSheet } from './registers.ts';
import { organizationColumn, personHints, recordColumn } from './shared-columns.ts';

const count = { kind: 'whole' as const, bounds: { least: 0, most: 100_000, decimals: 0 }, width: 10 };

export const activitiesSheet: SheetPlan = {
  name: '活动',
  title: '活动导入表',
  columns: [
    {
      key: 'number',
      title: '活动编号',
      kind: 'text',
      most: 40,
      note: '本文件内的编号，到会名单用它对应；不列到会名单的可不填。',
      width: 12,
      example: '1',
    },
    organizationColumn(),
    {
      key: 'kind',
      title: '活动类型',
      kind: 'choice',
      required: true,
      choices: choicesOf('activities', ({ register }) => register !== 'trainings'),
      width: 16,
      example: '支部党员大会',
    },
    {
      key: 'happened_on',
      title: '日期',
      kind: 'day',
      required: true,
      width: 13,
      also: ['活动日期', '时间'],
      example: '2026-03-05',
    },
    {
      key: 'title',
      title: '标题',
      kind: 'text',
      most: 200,
      empty: '',
      width: 26,
      also: ['活动名称', '主题内容'],
      example: '学习全会精神',
    },
    { key: 'place', title: '地点', kind: 'text', most: 120, width: 14, example: '党群服务中心' },
    { key: 'party_group', title: '党小组', kind: 'group', note: '党小组会等填写，写党小组名称。', width: 16 },
    {
      key: 'host_name',
      title: '主持人',
      kind: 'name',
      most: 60,
      note: '主持、讲授、参加的人；须已在名册中。',
      width: 12,
      also: ['主讲人', '主持或主讲人'],
      example: '张三',
    },
    { key: 'due_count', title: '应到人数', ...count, example: 30 },
    { key: 'attended_count', title: '实到人数', ...count, example: 26 },
    { key: 'way', title: '形式', kind: 'choice', choices: choicesOf('ways'), width: 12 },
    {
      key: 'stages',
      title: '已完成步骤',
      kind: 'choices',
      choices: stageChoices(),
      empty: '{}',
      note: '多个用顿号隔开，按先后写。',
      width: 26,
    },
    { key: 'theme', title: '主题', kind: 'choice', choices: choicesOf('tags'), width: 14 },
    {
      key: 'tags',
      title: '标签',
      kind: 'choices',
      choices: choicesOf('tags'),
      empty: '{}',
      note: '多个用顿号隔开。',
      width: 16,
    },
    gradeColumn,
    concentratedColumn,
    { key: 'hours', title: '学时', kind: 'number', bounds: { least: 0, most: 999, decimals: 1 }, width: 8 },
    {
      key: 'complete',
      title: '记录完整',
      kind: 'yes-no',
      empty: 'true',
      note: '通知、签到、记录等该有的都有填“是”，缺的填“否”；不填按“是”。',
      width: 10,
    },
    recordColumn,
  ],
  rules: (row) => {
    const [due, attended] = [row('due_count'), row('attended_count')];
    if (due && attended && Number(attended) > Number(due)) {
      return { key: 'attended_count', message: `实到 ${attended} 人多于应到 ${due} 人，请核对` };
    }
    return undefined;
  },
  people: [{ name: 'host_name', into: 'host' }],
  record: activityRecord,
};

/** Who attended; the number leads to the activity of the same file. */
export const attendanceSheet: SheetPlan = {
  name: '到会名单',
  title: '到会名单（可不填）',
  columns: [
    organizationColumn(),
    {
      key: 'number',
      title: '活动编号',
      kind: 'text',
      required: true,
      most: 40,
      note: '与“活动”表中的编号一致。',
      width: 12,
      example: '1',
    },
    { key: 'person_name', title: '姓名', kind: 'name', required: true, most: 60, width: 12, example: '张三' },
    ...personHints,
    {
      key: 'hours',
      title: '学时',
      kind: 'number',
      bounds: { least: 0, most: 999, decimals: 1 },
      note: '不填按活动的学时。',
      width: 8,
    },
  ],
  people: [{ name: 'person_name', identity: 'identity', birth: 'birth_on', into: 'person' }],
};

export const activities: Template = {
  name: 'activities',
  title: '活动记录',
  note: '会议、党课、主题党日、走访、公开等，一次一行；到会人员可在第二张表列出。',
  order: 4,
  permissions: ['import', 'record.write'],
  sheets: [activitiesSheet, attendanceSheet, registersSheet],
};
