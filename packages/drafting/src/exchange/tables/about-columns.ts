import { EDITION_LEVEL, FORM, KIND, LEVEL } from '../cells/labels.ts';
import { choice, choices, day, number, text } from '../cells/simple.ts';
import { columnOf } from './column.ts';

/** What an edition says of itself; each stands in a line of its own. */
export const aboutColumns = [
  columnOf('标准代码', 'standard', text, { required: true, note: '小写字母、数字和连字符，如 rural-basic' }),
  columnOf('版本名', 'label', text, { required: true, note: '如 2026' }),
  columnOf('标题', 'title', text, { required: true, note: '标准的全称' }),
  columnOf('类别', 'kind', choice(KIND), { required: true, note: `可填：${namesOf(KIND)}` }),
  columnOf('性质', 'level', choice(EDITION_LEVEL), {
    required: true,
    note: `可填：${namesOf(EDITION_LEVEL)}`,
  }),
  columnOf('从何日起施行', 'inForce', day, { required: true, note: '如 2026-01-01' }),
  columnOf('满分', 'fullMarks', number, { required: true, note: '等于各条目分值之和' }),
  columnOf('接续哪一版', 'follows', text, { note: '上一版的编号，如 rural-basic/2019；没有的不填' }),
  columnOf('以哪个标准为前提', 'presumes', text, { note: '要先达到的标准的代码；没有的不填' }),
  columnOf('适用的组织类别', 'appliesTo.kind', choices(KIND), { note: '几类用顿号隔开；不填为不限' }),
  columnOf('适用的组织层级', 'appliesTo.level', choices(LEVEL), { note: `可填：${namesOf(LEVEL)}` }),
  columnOf('适用的组织形式', 'appliesTo.form', choices(FORM), {
    note: `可填：${namesOf(FORM)}；不填为党委、党总支、党支部`,
  }),
  columnOf('备注', 'note', text),
];

function namesOf(labels: Readonly<Record<string, readonly [string, ...string[]]>>): string {
  return Object.values(labels)
    .map(([name]) => name)
    .join('、');
}
