import { STRICTNESS, SUPPLIES, TIGHTEN } from '../cells/labels.ts';
import { choice, day, number, text } from '../cells/simple.ts';
import { columnOf } from './column.ts';

const basisColumns = (under: string, required: boolean) => [
  columnOf('依据文件', `${under}document`, text, { width: 34, required, note: '文件的全称' }),
  columnOf('文号', `${under}number`, text, { width: 18 }),
  columnOf('发文机关', `${under}issuer`, text, { width: 18 }),
  columnOf('发文日期', `${under}date`, day, { width: 12, note: '如 2026-03-05' }),
  columnOf('备注', `${under}note`, text, { width: 30 }),
];

export const basisTable = basisColumns('', true);

export const itemColumns = [
  columnOf('章次', 'chapter.number', text, { width: 7, required: true, note: '同一章的条目排在一起' }),
  columnOf('章名', 'chapter.title', text, { width: 16, required: true }),
  columnOf('条目代码', 'code', text, { width: 12, required: true, note: '每条一个，不重复，如 RB-01' }),
  columnOf('序号或条号', 'number', text, { width: 10, required: true, note: '印在文件上的号' }),
  columnOf('标题', 'title', text, { width: 18, required: true }),
  columnOf('内容', 'text', text, { width: 60, required: true, note: '条目的文字' }),
  columnOf('分值', 'points', number, { width: 8, required: true, note: '合计应等于“基本信息”的满分' }),
  columnOf('宽严', 'strictness', choice(STRICTNESS), { width: 8, note: '必须、一般（短了只提示）、提倡' }),
  columnOf('谁提供', 'supplies', choice(SUPPLIES), { width: 10, note: '谁来填报证明' }),
  columnOf('谁来做', 'flow.who', text, { width: 20 }),
  columnOf('什么时候做', 'flow.when', text, { width: 20 }),
  columnOf('怎么做', 'flow.how', text, { width: 28 }),
  columnOf('出自文件', 'source.document', text, { width: 14 }),
  columnOf('出自哪一条', 'source.item', text, { width: 14 }),
  columnOf('备注', 'note', text, { width: 30 }),
];

export const parameterColumns = [
  columnOf('参数名', 'name', text, {
    width: 20,
    required: true,
    note: '小写字母开头，只用字母和数字；检查点里用它引用',
  }),
  columnOf('名称', 'title', text, { width: 28, note: '同一参数有几个值的，只写在第一行' }),
  columnOf('单位', 'unit', text, { width: 8 }),
  columnOf('地方从严', 'tighten', choice(TIGHTEN), { width: 10, note: '地方只能朝这个方向改' }),
  columnOf('从何日起', 'from', day, { width: 12, required: true, note: '如 2026-01-01' }),
  columnOf('数值', 'value', number, { width: 10, required: true, note: '占比写 0.8 或 80%' }),
  ...basisColumns('basis.', true),
];
