import type { DraftMovement, ItemWords } from '../../draft/draft.ts';
import { readMovements } from '../read-movements.ts';

/** An item as the tables need it: one scoring cell of an item of five points. */
export const itemOf = (text: string, more: Partial<ItemWords> = {}): ItemWords => ({
  kind: null,
  level: 'scoring-sheet',
  chapter: null,
  title: null,
  points: 5,
  passages: [{ role: 'scoring', text, at: { paragraph: 1 } }],
  ...more,
});

/** The same words as the text of an article of a points method. */
export const articleOf = (text: string, more: Partial<ItemWords> = {}): ItemWords =>
  itemOf(text, { points: null, passages: [{ role: 'text', text, at: { paragraph: 1 } }], ...more });

/**
 * Movements on one line: `-0.5/occurrence` each, `-3` once, `-all`, `-1~3?` judgement, `*5` step, `^3` cap,
 * `+` for a bonus.
 */
export function showMovements(item: ItemWords): string {
  const { deductions, bonuses } = readMovements(item);
  return [...deductions.map((one) => `-${show(one)}`), ...bonuses.map((one) => `+${show(one)}`)].join(' ');
}

function show({ points, per, unit, step, cap }: DraftMovement): string {
  const amount = Array.isArray(points) ? points.join('~') : String(points);
  const each = per === 'each' ? `/${unit}` : per === 'judgement' ? '?' : '';
  return `${amount}${each}${step === undefined ? '' : `*${step}`}${cap === undefined ? '' : `^${cap}`}`;
}

/** The rows of a table: words ⇒ movements. Words may hold \n. */
export function rowsOf(table: string): { words: string; expected: string }[] {
  return table
    .split('\n')
    .filter((line) => line.includes('⇒'))
    .map((line) => {
      const [words = '', expected = ''] = line.split('⇒');
      return { words: words.trim().replaceAll('\\n', '\n'), expected: expected.trim() };
    });
}
