import { choicesOf } from '../choices.ts';
import type { Template } from '../column.ts';
import { initialsOf } from '../initials.ts';
import { registersSheet } from './registers.ts';

export const organizations: Template = {
  name: 'organizations',
  title: '组织',
  note: '新建组织；已有的组织不会改动，更名、调整隶属请在“组织”页办理。',
  order: 1,
  permissions: ['import', 'organization.manage'],
  sheets: [
    {
      name: '组织',
      title: '组织导入表',
      columns: [
        {
          key: 'code',
          title: '组织代码',
          kind: 'text',
          required: true,
          most: 40,
          note: '全县唯一，以后导入都用它；不再改变。',
          width: 16,
          example: 'QS-SL',
        },
        {
          key: 'name',
          title: '组织名称',
          kind: 'text',
          required: true,
          most: 100,
          note: '全称。',
          width: 28,
          also: ['名称', '组织全称'],
          example: '青山镇松林村党支部',
        },
        {
          key: 'parent',
          title: '上级组织',
          kind: 'text',
          required: true,
          most: 100,
          note: '上级的代码或名称；可以是本表中的组织。',
          width: 24,
          example: '青山镇党委',
        },
        {
          key: 'form',
          title: '组织形式',
          kind: 'choice',
          required: true,
          choices: choicesOf('forms'),
          width: 12,
          example: '党支部',
        },
        {
          key: 'kind',
          title: '领域',
          kind: 'choice',
          choices: choicesOf('kinds'),
          note: '村、社区、机关等；乡镇以上可不填。',
          width: 18,
          example: '农村',
        },
        {
          key: 'level',
          title: '层级',
          kind: 'choice',
          required: true,
          choices: choicesOf('levels').filter(({ code }) => ['township', 'village', 'group'].includes(code)),
          width: 14,
          example: '村',
        },
        {
          key: 'founded_on',
          title: '成立日期',
          kind: 'day',
          required: true,
          partial: 'first',
          width: 13,
          example: '1996-05-01',
        },
      ],
      rules: (row) =>
        (row('form') === 'group') === (row('level') === 'group')
          ? undefined
          : { key: 'level', message: '党小组的层级应为“小组”，其他组织不能是“小组”' },
      derive: (row) => ({ initials: initialsOf(row('name') ?? '') }),
      derived: [{ key: 'initials', type: 'text' }],
    },
    registersSheet,
  ],
};
