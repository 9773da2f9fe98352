import { amount } from '../cells/amount.ts';
import { BOUND } from '../cells/labels.ts';
import { choice } from '../cells/simple.ts';
import type { Plain } from '../form/plain.ts';
import { type Column, columnOf } from './column.ts';

const WORDS = Object.keys(BOUND);

const boundsIn = (record: Plain): string[] => WORDS.filter((word) => record[word] !== undefined);

/** A word stands in a place of its own until its number comes from the next column. */
const pending = (index: number): string => `bound ${index}`;

/** Word and number of one bound, and of a second one. The word's column stands before its number's. */
export function boundColumns(): Column[] {
  return [
    boundWord('界限', 0, '不少于（含）、超过（不含）、不超过（含）、低于（不含）'),
    boundNumber('数值', 0, '数字，或参数的名称和参数名'),
    boundWord('又一界限', 1, '上下都有界限的'),
    boundNumber('又一数值', 1, ''),
  ];
}

const boundWord = (title: string, index: number, note: string): Column => ({
  ...columnOf(title, '', choice(BOUND), { width: 10, note }),
  take: (record) => boundsIn(record)[index],
  put: (record, word) => {
    record[pending(index)] = word;
  },
  keys: index === 0 ? WORDS : [],
});

const boundNumber = (title: string, index: number, note: string): Column => ({
  ...columnOf(title, '', amount, { width: 20, note }),
  take: (record) => {
    const word = boundsIn(record)[index];
    return word === undefined ? undefined : record[word];
  },
  put: (record, value) => {
    const word = record[pending(index)];
    delete record[pending(index)];
    const free = typeof word === 'string' && record[word] === undefined;
    record[free ? word : `number ${index}`] = value;
  },
  keys: [],
});

/** Chinese: what is half written; takes the halves off the record. */
export function refuseHalfBounds(record: Plain): string | null {
  const half = [0, 1].find((index) => record[pending(index)] !== undefined);
  const bare = [0, 1].find((index) => record[`number ${index}`] !== undefined);
  for (const index of [0, 1]) {
    delete record[pending(index)];
    delete record[`number ${index}`];
  }
  if (half !== undefined) return `写了“${half === 0 ? '界限' : '又一界限'}”，没有写它的数值，请补上`;
  if (bare !== undefined)
    return `写了“${bare === 0 ? '数值' : '又一数值'}”，没有写它的界限，或与前一个界限是同一个词；请填不少于、超过、不超过或低于，各用一次`;
  return null;
}
