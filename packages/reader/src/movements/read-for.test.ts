import { expect, it } from 'vitest';
import { readMovements } from './read-movements.ts';
import { itemOf } from './tables/show-movements.ts';

it.each([
  ['每少1次扣0.5分', ['少1次']],
  ['未制定计划扣3分', ['未制定计划']],
  ['每降低一个百分点扣1分', ['降低']],
  ['平均年龄每超过1岁扣3分', ['平均年龄超过']],
  ['班子平均年龄超过48周岁的，每超过1岁扣3分', ['班子平均年龄超过48周岁']],
  ['每缺一项扣1分，扣完为止', ['缺一项']],
  ['每篇奖1分，封顶3分', ['每篇']],
  ['迟到早退的，每次扣1分', ['迟到早退']],
  ['标识不规范每处扣0.2分', ['标识不规范']],
  ['1.未述职扣2分。（二）无计划扣1分', ['未述职', '无计划']],
  ['按期换届（6分，逾期未换届不得分）', ['逾期未换届']],
  ['散布不当言论的，视情节轻重扣5-10分', ['散布不当言论']],
  ['酌情扣1-3分', ['环境整洁']],
])('%s: the words for which points move', (text, expected) => {
  const { deductions, bonuses } = readMovements(itemOf(text, { title: '环境整洁' }));
  expect([...deductions, ...bonuses].map((one) => one.for)).toEqual(expected);
});

it('each movement quotes the exact words of its clause and where they stand', () => {
  const { deductions } = readMovements(itemOf('查看记录。 每少 １次，扣０.５分；未公示的扣 1 分。'));
  expect(deductions.map(({ words, at }) => ({ words, at }))).toEqual([
    { words: '每少 １次，扣０.５分', at: { paragraph: 1 } },
    { words: '未公示的扣 1 分', at: { paragraph: 1 } },
  ]);
});

it('a movement that the text and the scoring column both print counts once', () => {
  const item = itemOf('', {
    passages: [
      { role: 'text', text: '按时换届，未换届扣2分。', at: { paragraph: 1 } },
      { role: 'scoring', text: '未换届扣2分。少1次扣1分', at: { paragraph: 2 } },
    ],
  });
  expect(readMovements(item).deductions.map((one) => one.points)).toEqual([2, 1]);
});
