import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawCell } from './cell.ts';
import { choiceParser, dayOfSerial, parseNumber, parseText, parseYesNo } from './parse-cell.ts';
import { parseDay } from './parse-day.ts';
import { parseIdentity } from './parse-identity.ts';

const cell = (kind: RawCell['kind'], text: string, number = 0): RawCell => ({
  column: 0,
  kind,
  text,
  number,
});
const text = (value: string): RawCell => cell('text', value);
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true });

describe('days', () => {
  test('every way of writing one day means that day: a form that is read as another day', () => {
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [y, m, d] = day.split('-').map(Number);
        const wide = day.replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        const forms = [
          day,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          `　${y} 年 ${m} 月 ${d} 日 `,
          wide,
          day.replaceAll('-', ''),
          `${day} 23:59:59`,
          `${day}T00:00:00`,
        ];
        for (const form of forms) expect(parseDay(text(form), false)).toEqual({ ok: true, value: day });
      }),
    );
  });
  test('a serial keeps its wall day until the last second: rounding would move 23:59:59 to the next day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 86_399 }), (date, second) => {
        const day = date.toISOString().slice(0, 10);
        const serial = dayNumber(day) + second / 86_400;
        expect(parseDay(cell('date', String(serial), serial), false)).toEqual({ ok: true, value: day });
        const mac = serial - 1462;
        if (mac > 1) expect(parseDay(cell('date', String(mac), mac), true)).toEqual({ ok: true, value: day });
      }),
    );
  });
  test('the invented 29 February 1900 of the serials, and the days around it', () => {
    expect(dayOfSerial(59, false)).toBe('1900-02-28');
    expect(dayOfSerial(60, false)).toBeUndefined();
    expect(dayOfSerial(61, false)).toBe('1900-03-01');
  });
  test('Chinese numerals', () => {
    expect(parseDay(text('二〇二六年三月十五日'), false)).toEqual({ ok: true, value: '2026-03-15' });
    expect(parseDay(text('二零二六年十二月三十一日'), false)).toEqual({ ok: true, value: '2026-12-31' });
  });
  test('a month or a year alone is refused unless the column says what it stands for', () => {
    expect(parseDay(text('2026-03'), false)).toMatchObject({ ok: false });
    expect(parseDay(text('2026.03'), false, { partial: 'first' })).toEqual({ ok: true, value: '2026-03-01' });
    expect(parseDay(text('2024年2月'), false, { partial: 'last' })).toEqual({
      ok: true,
      value: '2024-02-29',
    });
    expect(parseDay(cell('number', '2026', 2026), false, { partial: 'last' })).toEqual({
      ok: true,
      value: '2026-12-31',
    });
    expect(parseDay(cell('number', '20260305', 20_260_305), false)).toEqual({
      ok: true,
      value: '2026-03-05',
    });
  });
  test('days that do not exist are refused by name', () => {
    for (const wrong of ['2026-02-29', '2026-13-01', '2026年4月31日', '1026-01-01', '昨天', '2026-00-10']) {
      expect(parseDay(text(wrong), false)).toMatchObject({ ok: false });
    }
  });
});

describe('numbers', () => {
  test('written as texts, with full-width digits, separators and blanks they are the same numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        const wide = String(value).replace(/\d/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        for (const form of [String(value), ` ${value}　`, wide, value.toLocaleString('en-US')]) {
          expect(parseNumber(text(form))).toEqual({ ok: true, value });
        }
        expect(parseNumber(cell('number', String(value), value))).toEqual({ ok: true, value });
      }),
    );
  });
  test('units, percent signs, exponents as words and halves of persons are refused', () => {
    for (const wrong of ['12万元', '50%', 'NaN', '1e5', '--3', '一百'])
      expect(parseNumber(text(wrong))).toMatchObject({ ok: false });
    expect(parseNumber(cell('number', '3.5', 3.5), { decimals: 0 })).toMatchObject({ ok: false });
    expect(parseNumber(cell('number', '1e999', Number.POSITIVE_INFINITY))).toMatchObject({ ok: false });
  });
});

test('formulas, errors and texts beyond measure are refused whatever the column', () => {
  for (const kind of ['formula', 'error', 'too-long'] as const) {
    const odd = cell(kind, '1', 1);
    for (const parse of [parseText, parseDay]) expect(parse(odd, false)).toMatchObject({ ok: false });
    for (const parse of [parseNumber, parseYesNo, parseIdentity])
      expect(parse(odd)).toMatchObject({ ok: false });
  }
});

test('no text of whatever characters breaks a parser or carries control characters through', () => {
  const choose = choiceParser([{ code: 'male', title: '男' }]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
      const parsed = parseText(text(raw), false);
      if (parsed.ok) expect(parsed.value).not.toMatch(/(?![\n\t])\p{Cc}/u);
      for (const one of [
        parseNumber(text(raw)),
        parseDay(text(raw), false),
        choose(text(raw)),
        parseYesNo(text(raw)),
        parseIdentity(text(raw)),
      ]) {
        if (!one.ok) expect(one.message).toMatch(/\p{Script=Han}/u);
      }
    }),
  );
});

test('identity numbers: check digit, impossible birthday, digits lost to Excel; the message never repeats the number', () => {
  expect(parseIdentity(text('110101199003070038'))).toEqual({ ok: true, value: '110101199003070038' });
  for (const wrong of ['110101199003070039', '110101199013070038', '1101011990030700']) {
    const parsed = parseIdentity(text(wrong));
    expect(parsed).toMatchObject({ ok: false });
    if (!parsed.ok) expect(parsed.message).not.toContain(wrong.slice(0, 6));
  }
  expect(parseIdentity(cell('number', '1.1010119900307E+17', 1.1010119900307e17))).toMatchObject({
    ok: false,
  });
});

test('choices are found by title, other name and code, with blanks and full-width signs', () => {
  const choose = choiceParser([
    { code: 'rural', title: '农村', also: ['村'] },
    { code: 'agency', title: '机关（事业）单位' },
  ]);
  for (const word of ['农村', ' 农 村', '村', 'rural', 'ＲＵＲＡＬ'])
    expect(choose(text(word))).toEqual({ ok: true, value: 'rural' });
  expect(choose(text('机关(事业)单位'))).toEqual({ ok: true, value: 'agency' });
  expect(choose(text('城市'))).toMatchObject({ ok: false });
});
