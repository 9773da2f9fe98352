import { choicesOf } from '../choices.ts';
import type { Template } from '../column.ts';
import { registersSheet } from './registers.ts';
import { organizationColumn, personHints, recordColumn } from './shared-columns.ts';

export const posts: Template = {
  name: 'posts',
  title: '任职名册',
  note: '书记、委员、两委成员、村民小组长、后备干部等，一人一职一行；本人须已在党员名册中。',
  order: 3,
  permissions: ['import', 'record.write'],
  sheets: [
    {
      name: '任职',
      title: '任职导入表',
      columns: [
        organizationColumn(),
        {
          key: 'person_name',
          title: '姓名',
          kind: 'name',
          required: true,
          note: '须已在名册中。',
          width: 12,
          example: '张三',
        },
        ...personHints,
        {
          key: 'post',
          title: '职务',
          kind: 'choice',
          required: true,
          choices: choicesOf('posts'),
          width: 16,
          example: '书记',
        },
        {
          key: 'held_from',
          title: '任职起始日',
          kind: 'day',
          required: true,
          width: 14,
          example: '2021-03-15',
        },
        {
          key: 'held_until',
          title: '离任日期',
          kind: 'day',
          note: '从这一天起不再担任；仍在任的留空。',
          width: 14,
        },
        recordColumn,
      ],
      rules: (row) => {
        const [from, until] = [row('held_from'), row('held_until')];
        if (from && until && until < from) return { key: 'held_until', message: '离任日期早于任职起始日' };
        return undefined;
      },
      people: [{ name: 'person_name', identity: 'identity', birth: 'birth_on', into: 'person' }],
      record: {
        table: 'seat',
        fields: [
          { column: 'person', type: 'bigint' },
          { column: 'post', type: 'text' },
          { column: 'held_from', type: 'date' },
          { column: 'held_until', type: 'date' },
        ],
        keys: [['person', 'post', 'held_from']],
        sourceKey: ['person', 'post', 'held_from'],
        day: 'held_from',
      },
    },
    registersSheet,
  ],
};
