import { amount } from '../cells/amount.ts';
import type { Codec } from '../cells/codec.ts';
import { anyOf, compare, only, part, people, when } from '../cells/composed.ts';
import {
  ANSWER,
  BASICALLY,
  DISTINCT,
  DOCUMENT_OF,
  EACH,
  EFFECT,
  MEASURE,
  STRICTNESS,
  UNIT,
  WAY,
} from '../cells/labels.ts';
import { choice, code, codes, number, text } from '../cells/simple.ts';
import { window } from '../cells/window.ts';
import { isPlain, type Plain } from '../form/plain.ts';
import { boundColumns } from './bound-columns.ts';
import { type Column, columnOf } from './column.ts';

/** Written for the eye beside each check. */
export const sentenceTitle = '意思';

const movesColumn = (title: string, key: string, codec: Codec, note: string): Column => ({
  ...columnOf(title, `moves.${key}`, codec, { note, width: 11 }),
  take: ({ moves }) => (isPlain(moves) ? moves[key] : key === 'way' ? moves : undefined),
  put: (record, value) => {
    record.moves = { ...(isPlain(record.moves) ? record.moves : {}), [key]: value };
  },
});

/** How much goes off or is added for each; the way of moving says which. */
const eachColumn: Column = {
  ...movesColumn('每个扣或加几分', 'off', number, '逐个扣分、加分的'),
  take: ({ moves }) => (isPlain(moves) ? (moves.off ?? moves.each) : undefined),
  put: (record, value) => {
    const moves: Plain = isPlain(record.moves) ? record.moves : {};
    record.moves = { ...moves, [moves.way === 'bonus' ? 'each' : 'off']: value };
  },
};

const documentColumn: Column = {
  ...columnOf('文件', 'document', codes('documents'), { width: 20, note: '要有的文件；几份用顿号隔开' }),
  take: ({ document, documents }) => document ?? documents,
  keys: ['document', 'documents'],
};

/** The two sides of a share of figures or of activities. */
const partColumn = (title: string, side: 'part' | 'whole', note: string): Column => ({
  ...columnOf(title, 'figures', part, { width: 24, note }),
  take: ({ figures, activities }) => {
    if (isPlain(activities)) return activities[side];
    return isPlain(figures) && figures[side] !== undefined ? { figure: figures[side] } : undefined;
  },
  put: (record, value) => {
    const asked = isPlain(value) ? value : {};
    const key = asked.figure === undefined ? 'activities' : 'figures';
    const sides = isPlain(record[key]) ? record[key] : {};
    record[key] = { ...sides, [side]: asked.figure ?? asked };
  },
  keys: ['figures', 'activities'],
});

export const checkColumns: readonly Column[] = [
  columnOf('条目代码', 'item', text, { width: 12, required: true, note: '属于哪一条，与“条目”一致' }),
  columnOf('检查编号', 'id', text, {
    width: 18,
    required: true,
    note: '小写字母、数字和连字符，本条内不重复',
  }),
  columnOf('名称', 'title', text, { width: 28, required: true }),
  {
    ...columnOf(sentenceTitle, 'sentence', text, { width: 40, note: '由程序写成，供核对；改这里不起作用' }),
    shown: true,
    put: () => undefined,
  },
  columnOf('量什么', 'measure', choice(MEASURE), { width: 11, required: true }),
  columnOf('活动', 'activity', codes('activities'), { width: 18, note: '量活动次数的；几种用顿号隔开' }),
  columnOf('数据', 'figure', code('figures'), { width: 18, note: '量数据的' }),
  documentColumn,
  columnOf('事件', 'event', codes('events'), { width: 18, note: '不应有的事件' }),
  columnOf('测评谁', 'about', code('polls'), { width: 14 }),
  columnOf('测评答案', 'answer', choice(ANSWER), { width: 10 }),
  columnOf('基本满意也算', 'satisfiedIncludes', choice(BASICALLY), { width: 10, note: '算的填“是”' }),
  columnOf('现场看什么', 'look', text, { width: 30, note: '现场评的' }),
  columnOf('哪些人', 'who', people, {
    width: 24,
    note: '量人数、学时、占比的，如：党员；年龄不超过：40。职务写成：任职人员；职务：书记、副书记',
  }),
  columnOf('占哪些人', 'among', people, { width: 20, note: '占比的分母是人的' }),
  partColumn('分子', 'part', '占比的分子，如“数据：…”或“活动：…；步骤：…”'),
  partColumn('分母', 'whole', '占比的分母，写法同分子'),
  columnOf('时间范围', 'window', window, { width: 14, note: '每季度、近24个月、本届任期内、考核当天等' }),
  ...boundColumns(),
  columnOf('与谁比', 'compare', compare, {
    width: 22,
    note: '数值写“比较数”时填，如：比谁：本组织；几年前：1',
  }),
  columnOf('任一项即可', 'anyOf', anyOf, { width: 30, note: '几项数据达到一项就行的，一行一项' }),
  columnOf('只数哪些', 'only', only, { width: 24, note: '如：步骤：…；主持人：书记；集中：是' }),
  columnOf('分别要求', 'each', choice(EACH), { width: 12 }),
  columnOf('不同的才算', 'distinct', choice(DISTINCT), { width: 10, note: '按形式、题目或主题数' }),
  columnOf('多大比例的人', 'share', amount, { width: 14, note: '量学时的：多大比例的人要达到；不填为全部' }),
  columnOf('没有名册时用数据', 'orFigure', code('figures'), { width: 16 }),
  columnOf('几个月内有效', 'validMonths', amount, { width: 12 }),
  columnOf('连续几年', 'years', number, { width: 9 }),
  columnOf('文件的期限', 'of', choice(DOCUMENT_OF), { width: 10 }),
  columnOf('什么情况才查', 'when', when, { width: 30, note: '一行一个条件，都成立才查；不填为都查' }),
  columnOf('宽严', 'strictness', choice(STRICTNESS), { width: 8, note: '不填的随条目' }),
  columnOf('分值', 'points', number, { width: 8, note: '在本条中占几分；不填的平分' }),
  movesColumn('怎样动分', 'way', choice(WAY), '不填为全得或全失；事件为一票否决，现场评按得分折算'),
  eachColumn,
  movesColumn('按什么数', 'unit', choice(UNIT), '少一次、一人、一项……'),
  movesColumn('满几个算一步', 'step', number, '不足一步按一步；不填为1'),
  movesColumn('最多加几分', 'cap', number, '加分的'),
  movesColumn('否决什么', 'effect', choice(EFFECT), '一票否决的'),
  columnOf('补充说明', 'why', text, { width: 30 }),
];
