import { expect, test } from 'vitest';
import { sketch } from '../testing/sketch.ts';
import { textOf } from '../testing/source-of.ts';
import { joinWrapped } from './join-wrapped.ts';

/** Every line cut after so many characters. */
const wrapped = (text: string, length: number): string =>
  text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${length}}`, 'gu')) ?? [])
    .join('\n');

const ARTICLES = [
  '村级党组织规范化建设考核评分表',
  '第一条 村党组织按期换届，换届选举程序规范，选举大会到会率要达到百分之八十以上，选举结果及时上报，选举材料归档；选举工作须过党员大会表决，到会人数不少于三分之二（8分）。个人擅自决定的扣1分。',
  '第二条 党员活动场所面积不少于九十平方米，设置党员活动室、会议室、图书室，标识统一，整洁有序（4分）。不足的每少十平方米扣一分。',
  '第三条 每季度召开一次党员大会，会议记录完整。',
].join('\n');

test.each([30, 35, 40])('lines broken at %i characters are read as they were before', (length) => {
  expect(sketch(textOf(wrapped(ARTICLES, length)))).toBe(sketch(textOf(ARTICLES)));
});

test('points after the first sentence of a broken article are the article’s, and leave its words', () => {
  expect(sketch(textOf(wrapped(ARTICLES, 35)))).toContain(
    '第一条 (8) 村党组织按期换届，换届选举程序规范，选举大会到会率要达到百分之八十以上，选举结果及时上报，选举材料归档；选举工作须过党员大会表决，到会人数不少于三分之二。个人擅自决定的扣1分。',
  );
});

test('short lines, whole sentences and a line after a blank one stay apart', () => {
  const long = '支部委员会由党员大会选举产生并且按期换届选举程序符合规定的要求每届任期为三年';
  const apart = [
    '党员大会每季度召开一次。\n支委会每月召开一次。\n党课每季度一次。',
    `${long}。\n${long}。\n${long}。\n本条由支部负责。`,
    `${long}\n\n${long}\n\n${long}\n\n落款`,
  ];
  for (const text of apart) {
    const { blocks } = textOf(text);
    const kept = blocks.filter((b) => b.type === 'paragraph' && b.text !== '');
    expect(joinWrapped(kept)).toEqual(kept);
  }
});
