import { choicesOf, entriesOf } from '../choices.ts';
import type { Template } from '../column.ts';
import { registersSheet } from './registers.ts';
import { organizationColumn, recordColumn } from './shared-columns.ts';

export const figures: Template = {
  name: 'figures',
  title: '概况数据',
  note: '人口、收入、面积等数字，一行一个数字。',
  order: 6,
  permissions: ['import', 'record.write'],
  sheets: [
    {
      name: '概况数据',
      title: '概况数据导入表',
      columns: [
        organizationColumn('青山镇松林村党支部'),
        {
          key: 'figure',
          title: '项目',
          kind: 'choice',
          required: true,
          choices: choicesOf('figures'),
          note: '从下拉列表中选。',
          width: 24,
          also: ['数据项', '指标'],
          example: '农户数',
        },
        {
          key: 'counted_on',
          title: '统计日期',
          kind: 'day',
          required: true,
          partial: 'last',
          note: '数据所属的日子；只写年的按12月31日计，只写月的按月末计。',
          width: 14,
          example: '2025-12-31',
        },
        {
          key: 'value',
          title: '数值',
          kind: 'number',
          required: true,
          bounds: { least: -1e12, most: 1e12, decimals: 4 },
          note: '只填数字，单位按项目规定；百分数填 0 到 100；是填 1，否填 0。',
          width: 14,
          example: 354,
        },
        {
          key: 'source',
          title: '来源',
          kind: 'text',
          most: 120,
          note: '报表、台账等，可不填。',
          width: 18,
          example: '农经年报',
        },
        recordColumn,
      ],
      rules: (row) => {
        const unit = entriesOf('figures')[row('figure') ?? '']?.unit;
        const value = Number(row('value'));
        if (unit === '%' && (value < 0 || value > 100))
          return { key: 'value', message: '百分数应在 0 到 100 之间' };
        if (unit === '是否' && value !== 0 && value !== 1)
          return { key: 'value', message: '此项只填 1（是）或 0（否）' };
        return undefined;
      },
      record: {
        table: 'figure',
        fields: [
          { column: 'figure', type: 'text' },
          { column: 'counted_on', type: 'date' },
          { column: 'value', type: 'numeric' },
          { column: 'source', type: 'text' },
        ],
        keys: [['figure', 'counted_on']],
        sourceKey: ['figure', 'counted_on'],
        day: 'counted_on',
      },
    },
    registersSheet,
  ],
};
