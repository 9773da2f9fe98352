import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseVocabulary } from '../vocabulary/parse-vocabulary.ts';
import { parseEdition } from './parse-edition.ts';

const root = new URL('../../../../', import.meta.url);
const { vocabulary } = parseVocabulary(readFileSync(new URL('standards/vocabulary.yaml', root), 'utf8'));

/** An edition whose only check is given; two blanks of indentation are put before each line of it. */
function edition(check: string, head = ''): string {
  const lines = check
    .trim()
    .split('\n')
    .map((line) => `            ${line}`);
  return `edition: t/1
standard: t
label: "1"
title: 试验
kind: rural
level: basic
inForce: 2020-01-01
basis: [{ document: 试验 }]
fullMarks: 4
${head}chapters:
  - number: 一
    title: 章
    items:
      - code: T-1
        number: "1"
        title: 条目
        text: 内容
        points: 4
        checks:
          - id: c
            title: 检查
${lines.join('\n')}
`;
}

function errorsOf(text: string) {
  if (!vocabulary) throw new Error('the vocabulary does not parse');
  return parseEdition(text, vocabulary).errors;
}
const messageOf = (check: string, head = ''): string => errorsOf(edition(check, head))[0]?.message ?? '';
const meeting = 'measure: activities\nactivity: general-meeting\n';

describe('an error names the item, the check and the line, and says what to write', () => {
  test('a window that does not exist', () => {
    const [error] = errorsOf(edition(`${meeting}window: seasonly\natLeast: 1`));
    expect(error).toMatchObject({ item: 'T-1', path: 'chapters.0.items.0.checks.0.window', line: 24 });
    expect(error?.message).toContain(
      '条目 T-1 检查 c：window 写的是 “seasonly”，可写 month、quarter、half-year、year',
    );
  });

  test.each([
    [
      'an unknown activity, with the nearest known',
      `measure: activities\nactivity: general-meting\nwindow: year\natLeast: 1`,
      '最接近的是 “general-meeting”',
    ],
    [
      'a Chinese name where a code belongs',
      `measure: activities\nactivity: 党课\nwindow: year\natLeast: 1`,
      '请写代码 “party-lecture”',
    ],
    ['an unknown measure', 'measure: headcounts\nwho: member\natLeast: 1', '最接近的是 “headcount”'],
    ['a misspelt key', `${meeting}windows: year\natLeast: 1`, '不认识 “windows”，是否想写 “window”'],
    ['no bound', `${meeting}window: year`, '缺少界限'],
    ['bounds that no number satisfies', `${meeting}window: year\natLeast: 3\natMost: 2`, '没有数能同时满足'],
    [
      'a percentage written as a whole number',
      'measure: poll\nabout: cadres\nanswer: satisfied\natLeast: 80',
      '百分之八十写 0.8',
    ],
    [
      'a parameter that is not there',
      `${meeting}window: year\natLeast: { parameter: often }`,
      '引用的参数没有定义',
    ],
    [
      'a unit that the measure does not count',
      `${meeting}window: year\natLeast: 1\nmoves: { way: each, off: 1, unit: household }`,
      'activities 可写 occurrence',
    ],
    ['a seat without a post', 'measure: headcount\nwho: seat\natLeast: 1', 'post: secretary'],
    [
      'an unknown post',
      'measure: headcount\nwho: { set: seat, post: secretry }\natLeast: 1',
      '最接近的是 “secretary”',
    ],
    ['a figure that nobody records', 'measure: figure\nfigure: venue-size\natLeast: 1', '词汇表里没有这个词'],
    [
      'a bonus that a must check gives',
      `${meeting}window: year\natLeast: 1\nmoves: { way: bonus, each: 1, cap: 3 }\nstrictness: must`,
      'strictness: encouraged',
    ],
    [
      'points of checks beyond those of the item',
      `${meeting}window: year\natLeast: 1\npoints: 9`,
      '超过条目的 4 分',
    ],
    [
      'points of checks that fall short of the item',
      `${meeting}window: year\natLeast: 1\npoints: 1`,
      '不到条目的 4 分',
    ],
  ])('%s', (_name, check, said) => {
    const found = errorsOf(edition(check))
      .map((e) => e.message)
      .join('\n');
    expect(found).toContain(said);
    expect(found).toContain('条目 T-1');
  });

  test('a parameter that a locality could loosen by tightening it', () => {
    const head =
      'parameters: { n: { title: 次数, unit: 次, tighten: down, values: [{ from: 2020-01-01, value: 1, basis: { document: 依据 } }] } }\n';
    expect(messageOf(`${meeting}window: year\natLeast: { parameter: n }`, head)).toContain(
      '会变松，应当是 up',
    );
  });

  test('a parameter without a value on the first day', () => {
    const head =
      'parameters: { n: { title: 次数, unit: 次, values: [{ from: 2021-01-01, value: 1, basis: { document: 依据 } }] } }\n';
    expect(messageOf(`${meeting}window: year\natLeast: { parameter: n }`, head)).toContain('中间没有值');
  });

  test('items that do not add up to full marks', () => {
    const text = edition(`${meeting}window: year\natLeast: 1`).replace('fullMarks: 4', 'fullMarks: 5');
    expect(errorsOf(text)[0]?.message).toContain('合计 4 分，与 fullMarks 的 5 分不等');
  });

  test.each([
    ['broken YAML', 'edition: [', 'YAML 写法有误'],
    ['a text of megabytes', `edition: ${'x'.repeat(5_000_000)}`, '不像一份标准'],
    ['something else altogether', '- 1\n- 2', '应当是 “键: 值”'],
    ['nothing', '', '应当是 “键: 值”'],
  ])('%s is refused without a crash', (_name, text, said) => {
    expect(errorsOf(text)[0]?.message).toContain(said);
  });

  test('what is parsed cannot be changed', () => {
    if (!vocabulary) throw new Error('the vocabulary does not parse');
    const { edition: parsed } = parseEdition(edition(`${meeting}window: year\natLeast: 1`), vocabulary);
    expect(Object.isFrozen(parsed?.chapters[0]?.items[0]?.checks[0])).toBe(true);
  });
});
