import { listOf } from '../form/plain.ts';
import { tidyText } from '../form/tidy-text.ts';
import { CellProblem } from './cell-problem.ts';
import type { Codec } from './codec.ts';
import type { Labels } from './labels.ts';
import { bookOf, type WordList } from './names.ts';

export const text: Codec = {
  write: (value) => (typeof value === 'string' ? value : String(value)),
  read: (cell) => tidyText(cell),
};

const halfWidth = (cell: string): string => cell.normalize('NFKC').replace(/[\s,]/g, '');

export const number: Codec = {
  write: (value) => (typeof value === 'number' ? value : String(value)),
  read: (cell) => readNumber(cell),
};

export function readNumber(cell: string): number {
  const plain = halfWidth(cell);
  const percent = plain.endsWith('%');
  const value = Number(percent ? plain.slice(0, -1) : plain);
  if (plain === '' || plain === '%' || !Number.isFinite(value) || !/^[-+.\d]/.test(plain))
    throw new CellProblem(`“${cell.slice(0, 40)}”不是数字，请只填数字，不带单位（占比写 0.8 或 80%）`);
  return percent ? Math.round(value * 1e10) / 1e12 : value;
}

export const day: Codec = {
  write: (value) => String(value),
  read: (cell) => {
    const found = /^(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})日?$/.exec(halfWidth(cell));
    const [, year = '', month = '', date = ''] = found ?? [];
    const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    const parsed = new Date(`${written}T00:00:00Z`);
    if (!found || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== written)
      throw new CellProblem(`“${cell.slice(0, 40)}”不是存在的日期，请写成 2026-03-05 的样子`);
    return written;
  },
};

export const flag: Codec = {
  write: (value) => (value === true ? '是' : value === false ? '否' : String(value)),
  read: (cell) => {
    const word = halfWidth(cell).toLowerCase();
    if (['是', '有', 'true', '√'].includes(word)) return true;
    if (['否', '无', 'false', '×'].includes(word)) return false;
    throw new CellProblem(`“${cell.slice(0, 40)}”看不懂，请填“是”或“否”`);
  },
  choices: () => ['是', '否'],
  closed: true,
};

/** One of a few words of the rule language. */
export function choice(labels: Labels): Codec {
  const book = bookOf(labels);
  return {
    write: (value) => book.write(String(value)),
    read: (cell) => book.read(cell),
    choices: () => book.names,
    closed: true,
  };
}

export function choices(labels: Labels): Codec {
  const book = bookOf(labels);
  return {
    write: (value) =>
      listOf(value)
        .map((one) => book.write(String(one)))
        .join('、'),
    read: (cell) => splitList(cell).map((one) => book.read(one)),
  };
}

/** One word of the vocabulary. */
export const code = (list: WordList): Codec => ({
  write: (value, { names }) => names(list).write(String(value)),
  read: (cell, { names }) => names(list).read(cell),
  choices: ({ names }) => names(list).names,
  list,
});

/** One word of the vocabulary or several. */
export const codes = (list: WordList): Codec => ({
  write: (value, { names }) =>
    listOf(value)
      .map((one) => names(list).write(String(one)))
      .join('、'),
  read: (cell, terms) => splitList(cell).map((one) => terms.names(list).read(one)),
  choices: ({ names }) => names(list).names,
  list,
});

export const splitList = (cell: string): string[] => {
  const parts = cell
    .split(/[、，,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new CellProblem('这里没有写内容');
  return parts;
};

export const months: Codec = {
  write: (value) => listOf(value).map(String).join('、'),
  read: (cell) =>
    splitList(cell).map((one) => {
      const month = Number(halfWidth(one).replace(/月$/, ''));
      if (!Number.isInteger(month) || month < 1 || month > 12)
        throw new CellProblem(`“${one}”不是月份，请写 1 到 12，几个月份用顿号隔开`);
      return month;
    }),
};
