import type { DraftCheck, ItemWords } from '../../draft/draft.ts';
import { readChecks } from '../read-checks.ts';

/** A row of an example table: the words (`text ‖ scoring column`), and the numeric checks they state. */
export type Example = readonly [words: string, checks: string];

const COUNTED = new Set(['activities', 'hours', 'headcount', 'share', 'figure', 'poll']);

/** An item of one sentence, for tests. */
export function itemOf(words: string, title: string | null = null): ItemWords {
  const [text = '', scoring] = words.split(' ‖ ');
  const at = { paragraph: 1 };
  return {
    kind: null,
    level: 'basic',
    chapter: null,
    title,
    points: null,
    passages: [
      { role: 'text', text, at },
      ...(scoring === undefined ? [] : [{ role: 'scoring' as const, text: scoring, at }]),
    ],
  };
}

function subject(check: DraftCheck): string {
  switch (check.measure) {
    case 'activities':
      return `${check.activity} ${check.per}`;
    case 'hours':
      return `${check.who} ${check.per}`;
    case 'headcount':
      return check.who;
    case 'share':
      return check.among.startsWith('other:') ? check.who : `${check.who} of ${check.among}`;
    case 'figure':
      return `${check.figure} ${check.unit}`;
    case 'poll':
      return check.answer;
    default:
      return '';
  }
}

function bounds(check: DraftCheck): string {
  if (!('atLeast' in check) && !('atMost' in check)) return '';
  const strict = 'exclusive' in check && check.exclusive === true;
  const low = check.atLeast === undefined ? '' : `${strict ? '>' : '≥'}${check.atLeast}`;
  const high = check.atMost === undefined ? '' : `${strict ? '<' : '≤'}${check.atMost}`;
  return `${low}${high}`;
}

/** The numeric checks of an item in one line; what no code names is shown as `other`. */
export function sayChecks(item: ItemWords): string {
  return readChecks(item)
    .filter((check) => COUNTED.has(check.measure))
    .map((check) => `${check.measure} ${subject(check)} ${bounds(check)}`.replace(/other:[^ ]*/g, 'other'))
    .join('; ');
}
