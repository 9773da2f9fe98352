import { choicesOf } from '../choices.ts';
import type { Template } from '../column.ts';
import { registersSheet } from './registers.ts';
import { organizationColumn, recordColumn } from './shared-columns.ts';

export const documents: Template = {
  name: 'documents',
  title: '制度台账',
  note: '制度、计划、清单、批复等，只登记名称和有效期，不上传文件。',
  order: 7,
  permissions: ['import', 'record.write'],
  sheets: [
    {
      name: '制度台账',
      title: '制度台账导入表',
      columns: [
        organizationColumn(),
        {
          key: 'document',
          title: '资料类别',
          kind: 'choice',
          required: true,
          choices: choicesOf('documents'),
          width: 22,
          example: '发展党员年度计划',
        },
        {
          key: 'title',
          title: '文件名称',
          kind: 'text',
          required: true,
          most: 200,
          width: 30,
          example: '2026年发展党员计划',
        },
        { key: 'number', title: '文号', kind: 'text', most: 80, width: 18 },
        {
          key: 'held_from',
          title: '生效日期',
          kind: 'day',
          required: true,
          width: 13,
          also: ['印发日期', '形成日期'],
          example: '2026-01-10',
        },
        {
          key: 'held_until',
          title: '失效日期',
          kind: 'day',
          note: '从这一天起不再有效；长期有效的留空。',
          width: 13,
        },
        recordColumn,
      ],
      rules: (row) => {
        const [from, until] = [row('held_from'), row('held_until')];
        return from && until && until <= from
          ? { key: 'held_until', message: '失效日期应晚于生效日期' }
          : undefined;
      },
      record: {
        table: 'document',
        fields: [
          { column: 'document', type: 'text' },
          { column: 'title', type: 'text' },
          { column: 'number', type: 'text' },
          { column: 'held_from', type: 'date' },
          { column: 'held_until', type: 'date' },
        ],
        keys: [['document', 'held_from', 'title']],
        looseKeys: [['document', 'held_from']],
        sourceKey: ['document', 'held_from', 'title'],
        day: 'held_from',
      },
    },
    registersSheet,
  ],
};

export const events: Template = {
  name: 'events',
  title: '已认定事项',
  note: '经有权单位认定的情形，一事一行；未认定的不要填。',
  order: 8,
  permissions: ['import', 'event.confirm'],
  sheets: [
    {
      name: '已认定事项',
      title: '已认定事项导入表',
      columns: [
        organizationColumn(),
        {
          key: 'event',
          title: '事项',
          kind: 'choice',
          required: true,
          choices: choicesOf('events'),
          width: 24,
          example: '软弱涣散党组织',
        },
        {
          key: 'happened_on',
          title: '发生日期',
          kind: 'day',
          required: true,
          width: 13,
          example: '2025-06-01',
        },
        { key: 'ended_on', title: '解除日期', kind: 'day', note: '已经解除的填写。', width: 13 },
        { key: 'told', title: '情况说明', kind: 'text', most: 1000, width: 36 },
        {
          key: 'confirmed_by',
          title: '认定单位',
          kind: 'text',
          required: true,
          most: 80,
          width: 20,
          example: '县委组织部',
        },
        {
          key: 'confirmed_on',
          title: '认定日期',
          kind: 'day',
          required: true,
          width: 13,
          example: '2025-06-20',
        },
        recordColumn,
      ],
      rules: (row) => {
        const [happened, ended, confirmed] = [row('happened_on'), row('ended_on'), row('confirmed_on')];
        if (happened && ended && ended < happened)
          return { key: 'ended_on', message: '解除日期早于发生日期' };
        if (happened && confirmed && confirmed < happened)
          return { key: 'confirmed_on', message: '认定日期早于发生日期' };
        return undefined;
      },
      record: {
        table: 'event',
        fields: [
          { column: 'event', type: 'text' },
          { column: 'happened_on', type: 'date' },
          { column: 'ended_on', type: 'date' },
          { column: 'told', type: 'text' },
          { column: 'confirmed_by', type: 'text' },
          { column: 'confirmed_on', type: 'date' },
        ],
        keys: [['event', 'happened_on']],
        sourceKey: ['event', 'happened_on'],
      },
    },
    registersSheet,
  ],
};
