import type { RoundRow, UnitClass } from '@hujian/contract';
import { dayWord, percent as percentOf } from '../reports/words.ts';
import { periodOf } from '../rounds/periods.ts';
import type { RoundRecord } from '../rounds/rounds.ts';

export { dayWord };

export type PanelPart = 'leader' | 'panelist' | 'recorder' | 'liaison';

export const partWords: Record<PanelPart, string> = {
  leader: '组长',
  panelist: '成员',
  recorder: '记录',
  liaison: '联络',
};
export const classWords: Record<UnitClass, string> = { leading: '示范', middle: '中间', lagging: '后进' };
export const classWord = (of: UnitClass | null): string => (of ? classWords[of] : '未定');

export const visitedWords: Record<RoundRow['reach'], string> = {
  townships: '乡镇',
  villages: '村',
  branches: '支部',
};

/** Of headings and enumerations. */
export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** 2026年第三季度 · 2026年上半年 · 2026年9月1日至10月15日 */
export function periodWord({ cadence, period_from: from, period_until: until }: RoundRecord): string {
  return cadence === 'special' ? `${dayWord(from)}至${dayWord(until)}` : periodOf(from, cadence).title;
}

/** 三互 or 四互. */
export const wayWord = ({ way }: Pick<RoundRecord, 'way'>): string =>
  way === 'four-mutual' ? '四互' : '三互';

/** The organ as it signs: a place without the word of its organ gets one. */
export const organOf = (name: string): string => (/[党委部组]/.test(name) ? name : `中共${name}委员会`);

/** 中共青禾县委员会 → 青禾县, 石桥镇党委 → 石桥镇 */
export const placeOf = (name: string): string =>
  name
    .replace(/^中共/, '')
    .replace(/(?:委员会|党委|党工委|工作委员会)$/, '')
    .trim() || name;

/** At most two decimals, none where they are nothing. */
export const number = (value: number | null | undefined, digits = 2): string =>
  value === null || value === undefined ? '' : String(Math.round(value * 10 ** digits) / 10 ** digits);

export const percent = (share: number): string => percentOf(share, 1);

/** 1234.5 → 1,234.50 */
export const money = (yuan: number): string =>
  yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Words after one another, each ended once. */
export const sentences = (...parts: (string | false | null | undefined)[]): string =>
  parts
    .filter((part): part is string => Boolean(part))
    .map((part) => (/[。！？：；]$/.test(part) ? part : `${part}。`))
    .join('');

/** Long lists of what is missing, cut between two of them. */
export function brief(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = Math.max(text.lastIndexOf('；', most), text.lastIndexOf('，', most));
  return `${text.slice(0, cut > most / 3 ? cut : most)}等`;
}
