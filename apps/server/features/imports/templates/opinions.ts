import { choicesOf } from '../choices.ts';
import type { Template } from '../column.ts';
import { registersSheet } from './registers.ts';
import { organizationColumn, recordColumn } from './shared-columns.ts';

const slips = {
  kind: 'whole' as const,
  required: true as const,
  bounds: { least: 0, most: 1_000_000, decimals: 0 },
  width: 12,
};

export const polls: Template = {
  name: 'polls',
  title: '测评结果',
  note: '无记名测评的票数汇总，不记个人。',
  order: 9,
  permissions: ['import', 'record.write'],
  sheets: [
    {
      name: '测评结果',
      title: '测评结果导入表',
      columns: [
        organizationColumn(),
        {
          key: 'about',
          title: '测评对象',
          kind: 'choice',
          required: true,
          choices: choicesOf('polls'),
          width: 18,
          example: '对村两委干部',
        },
        { key: 'held_on', title: '测评日期', kind: 'day', required: true, width: 13, example: '2026-06-30' },
        { key: 'slips', title: '收回票数', ...slips, example: 60 },
        { key: 'satisfied', title: '满意', ...slips, example: 50 },
        { key: 'basically', title: '基本满意', ...slips, example: 8 },
        { key: 'dissatisfied', title: '不满意', ...slips, example: 2 },
        recordColumn,
      ],
      rules: (row) => {
        const sum = ['satisfied', 'basically', 'dissatisfied'].reduce(
          (total, key) => total + Number(row(key)),
          0,
        );
        return sum > Number(row('slips'))
          ? { key: 'slips', message: `各项合计 ${sum} 票，多于收回票数` }
          : undefined;
      },
      record: {
        table: 'poll',
        fields: [
          { column: 'about', type: 'text' },
          { column: 'held_on', type: 'date' },
          { column: 'slips', type: 'integer' },
          { column: 'satisfied', type: 'integer' },
          { column: 'basically', type: 'integer' },
          { column: 'dissatisfied', type: 'integer' },
        ],
        keys: [['about', 'held_on']],
        sourceKey: ['about', 'held_on'],
        day: 'held_on',
      },
    },
    registersSheet,
  ],
};

export const ratings: Template = {
  name: 'ratings',
  title: '现场评议',
  note: '观摩组、评议组的合议分，一个检查点一行。',
  order: 10,
  permissions: ['import', 'record.write'],
  sheets: [
    {
      name: '现场评议',
      title: '现场评议导入表',
      columns: [
        organizationColumn(),
        {
          key: 'look',
          title: '评议点',
          kind: 'text',
          required: true,
          most: 200,
          note: '写成 标准/条目/检查点，例如 rural-basic/RB-33/outside；在“标准”页的条目下可以看到。',
          width: 30,
          example: 'rural-basic/RB-33/outside',
        },
        { key: 'rated_on', title: '评议日期', kind: 'day', required: true, width: 13, example: '2026-09-10' },
        {
          key: 'score',
          title: '合议分',
          kind: 'number',
          required: true,
          bounds: { least: 0, most: 100, decimals: 2 },
          note: '百分制。',
          width: 10,
          example: 82,
        },
        {
          key: 'panelists',
          title: '评议人数',
          kind: 'whole',
          required: true,
          bounds: { least: 1, most: 99, decimals: 0 },
          width: 10,
          example: 5,
        },
        { key: 'source', title: '来源', kind: 'text', most: 120, width: 20 },
        recordColumn,
      ],
      rules: (row) =>
        /^[^\s/]+\/[^\s/]+\/[^\s/]+$/.test(row('look') ?? '')
          ? undefined
          : { key: 'look', message: '评议点应写成 标准/条目/检查点' },
      record: {
        table: 'rating',
        fields: [
          { column: 'look', type: 'text' },
          { column: 'rated_on', type: 'date' },
          { column: 'score', type: 'numeric' },
          { column: 'panelists', type: 'integer' },
          { column: 'source', type: 'text' },
        ],
        keys: [['look', 'rated_on']],
        sourceKey: ['look', 'rated_on'],
        day: 'rated_on',
      },
    },
    registersSheet,
  ],
};
