import type { Band, ComparisonView, Verdict } from '@hujian/contract';

type Row = ComparisonView['rows'][number];

export const bandWord = (band: Band): string => (band === 'unknown' ? '不分档' : `${band}档`);

export const verdictWord: Record<Verdict, string> = {
  met: '达标',
  unmet: '未达标',
  'not-applicable': '不适用',
  'not-known': '缺数据',
};

/** One letter a verdict in the cells of a comparison: its word, its sign in a narrow table, its colour. */
export const letters = {
  m: { word: '达标', sign: '√', fill: 'DFF2E1' },
  u: { word: '未达标', sign: '×', fill: 'F9D9D6' },
  a: { word: '不适用', sign: '—', fill: 'F2F4F7' },
  k: { word: '缺数据', sign: '缺', fill: 'FFF4D6' },
} as const;

export const percent = (share: number, digits = 0): string =>
  `${Math.round(share * 10 ** (digits + 2)) / 10 ** digits}%`;

/** 3.50 → 3.5, 12.00 → 12 */
export const points = (value: number): string => String(Math.round(value * 100) / 100);

export const placeName = ({ organization }: Row): string =>
  organization.parentName ? `${organization.parentName} · ${organization.name}` : organization.name;

/** 2026-03-05 → 2026年3月5日 */
export function dayWord(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The title of a report in lines that fit the type area (20 characters); a long edition breaks before its bracket. */
export function reportTitle(about: string, edition: string): string {
  const bracket = edition.indexOf('（');
  if (edition.length + 2 <= 20 || bracket < 0) return `${about}对照\n《${edition}》\n考评情况`;
  return `${about}对照\n${edition.slice(0, bracket)}\n${edition.slice(bracket)}考评情况`;
}
