import { isPlain } from '../form/plain.ts';
import { amount } from './amount.ts';
import { CellProblem } from './cell-problem.ts';
import type { Codec } from './codec.ts';
import { WINDOW_WORD } from './labels.ts';
import { bookOf } from './names.ts';

const words = bookOf(WINDOW_WORD);
const UNITS: Readonly<Record<string, string>> = { month: '个月', year: '年' };

/** 每季度、本届任期内、考核当天、近24个月、近 任期（termYears） 年 */
export const window: Codec = {
  write: (value, terms) => {
    if (!isPlain(value)) return words.write(String(value));
    const length = amount.write(value.rolling, terms);
    const unit = UNITS[String(value.unit)] ?? String(value.unit);
    return typeof length === 'number' ? `近${length}${unit}` : `近 ${length} ${unit}`;
  },
  read: (cell, terms) => {
    const rolling = /^近\s*(.+?)\s*(个月|月|年)内?$/.exec(cell.trim());
    if (rolling) {
      const [, length = '', unit] = rolling;
      return { rolling: amount.read(length, terms), unit: unit === '年' ? 'year' : 'month' };
    }
    try {
      return words.read(cell);
    } catch {
      throw new CellProblem(
        `时间范围“${cell.slice(0, 40)}”看不懂，可填：${words.names.join('、')}，或“近24个月”“近3年”`,
      );
    }
  },
  choices: () => [...words.names, '近12个月', '近24个月', '近3年', '近5年'],
};
