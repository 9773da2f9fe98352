import { choicesOf } from '../choices.ts';
import type { SheetPlan, Template } from '../column.ts';
import { organizationColumn, recordColumn } from './shared-columns.ts';

/** Since when each register is kept, for an organization and all below it. */
export const registersSheet: SheetPlan = {
  name: '登记范围',
  title: '登记范围（各台账从哪天起有记录）',
  columns: [
    organizationColumn('青山镇党委'),
    {
      key: 'register',
      title: '台账',
      kind: 'choice',
      required: true,
      choices: choicesOf('registers'),
      note: '这一天之前没有记录的，考评时算“缺数据”，不算“没做”。',
      width: 18,
      example: '活动记录',
    },
    {
      key: 'kept_from',
      title: '登记起始日',
      kind: 'day',
      required: true,
      note: '从这一天起记录完整，对本组织及其下级都有效。写成 2025-01-01。',
      width: 14,
      example: '2025-01-01',
    },
    {
      key: 'kept_until',
      title: '停止登记日',
      kind: 'day',
      note: '仍在登记的留空。',
      width: 14,
    },
    recordColumn,
  ],
  rules: (row) => {
    const [from, until] = [row('kept_from'), row('kept_until')];
    if (from && until && until <= from) return { key: 'kept_until', message: '停止登记日应晚于登记起始日' };
    return undefined;
  },
  record: {
    table: 'register_span',
    fields: [
      { column: 'register', type: 'text' },
      { column: 'kept_from', type: 'date' },
      { column: 'kept_until', type: 'date' },
    ],
    keys: [['register', 'kept_from']],
    looseKeys: [['register']],
    sourceKey: ['register', 'kept_from'],
  },
};

export const registers: Template = {
  name: 'registers',
  title: '登记起始日',
  note: '说明各台账从哪天起有记录；之前的空白在考评中按“缺数据”处理。',
  order: 11,
  permissions: ['import', 'record.write'],
  sheets: [registersSheet],
};
