import { type Compact, compact } from './compact.ts';
import { NUMERAL, readNumeral } from './numeral.ts';

export interface Points {
  points: number;
  /** The words without the statement of points. */
  rest: string;
}

/** Words that may stand before the number: they say that these are an item's full marks. */
const LEAD =
  '(?:本项|该项|此项|本条|该条|本章|本部分|小计|合计|总计|共计|分值|标准分|基础分|基本分|权重|总分|满分|计|共|为|是|占|:|,){0,4}';
const AMOUNT = `(${NUMERAL})分(?![钟之米别类部为成工管支期批级阶配散子])`;
/** （4分）, or （4分，每少1次扣1分）, whose bracket goes on. */
const BRACKETED = new RegExp(`([(\\[【〔{<])${LEAD}${AMOUNT}(?:满分)?(?:[)\\]】〕}>]|([,。;]))`, 'g');
const WHOLE = new RegExp(`^${LEAD}${AMOUNT}[.。]?$`);
/** The amount that closes a heading; said outright (本项10分) it may close a sentence too. */
const SAID = '(?:本项|该项|此项|分值|满分|总分|标准分|共计?|计|占)[为是:]?';
const TRAILING = new RegExp(`(?:[-:、]{1,2}|(${SAID}))?${AMOUNT}[.。:;]?$`);
/** Said outright between two commas: …，本项4分，每少1次… */
const WITHIN = new RegExp(
  `(?<=[,。;\\n]|^)(?:本项|该项|此项|本条|分值|标准分|满分)(?:满分|分值)?[为是计:]{0,2}${AMOUNT}(?=[,。;\\n]|$)[,;]?`,
);
const ALONE = new RegExp(`^((?:[^,。;:!?\\n]{2,20}[。:])?)${AMOUNT}[。;,:](?=.)`);
const FIRST = new RegExp(`^${LEAD}${AMOUNT}[。;,:](?=.)`);
/** What comes before an amount that moves points or limits them, or that a measure is held against. */
const MOVES = /[加减扣奖得计记积每第各于到过足满达至~-]$|封顶|最高|最多|上限|不超过|[扣奖]|每[^,]{0,6}$/;
const BARE = /^[(]?(\d{1,4}(?:\.\d{1,2})?)[)]?$/;
/** Points stated in the middle of a long text belong to a sentence, not to the heading. */
const HEADING = 80;

/**
 * Full marks that a heading or a cell states: （4分）, 4分, 本项10分, 满分100分, 计5分.
 * Amounts that move points (扣2分, 每次2分, 最高5分) are none. Where a text gives points to several parts in
 * brackets and none to itself, the points are their sum.
 */
export function readPoints(text: string): Points | null {
  if (!text.includes('分')) return null;
  const small = compact(text);
  const whole = WHOLE.exec(small.text);
  if (whole) return stated(whole[1], '');
  return bracketed(text, small) ?? trailing(text, small) ?? within(text, small) ?? opening(text, small);
}

/** Points that a text opens with, after its heading: 5分。缺1名委员扣1分. */
export function readOpeningPoints(text: string): Points | null {
  if (!text.includes('分')) return null;
  const small = compact(text);
  const first = FIRST.exec(small.text);
  return first && stated(first[1], without(text, small, 0, first[0].length));
}

/** The same for a cell of a column of points, where a bare number is enough: 5, （5）, 5.0. */
export function readPointsCell(text: string): number | null {
  const bare = BARE.exec(compact(text).text.trim());
  return bare ? Number(bare[1]) : (readPoints(text)?.points ?? null);
}

function bracketed(text: string, small: Compact): Points | null {
  const found = [...small.text.matchAll(BRACKETED)];
  const first = found[0];
  if (!first) return null;
  const end = first.index + first[0].length;
  // The bracket that goes on keeps its opening sign.
  if (first[3] !== undefined) return stated(first[2], without(text, small, first.index + 1, end));
  const after = small.text.charAt(end);
  const ownHeading = after === '' || ':\n。-'.includes(after) || found.length === 1;
  if (ownHeading) return stated(first[2], without(text, small, first.index, end));
  let sum = 0;
  for (const part of found) sum += readNumeral(part[2] ?? '') ?? 0;
  return { points: Math.round(sum * 1000) / 1000, rest: text };
}

function trailing(text: string, small: Compact): Points | null {
  if (small.text.length > HEADING) return null;
  const last = TRAILING.exec(small.text);
  if (!last) return null;
  const before = small.text.slice(0, last.index);
  const said = last[1] !== undefined;
  if (!said && (MOVES.test(before) || /[\d.,。;!?]/.test(before.slice(3)))) return null;
  return stated(last[2], without(text, small, last.index, last.index + last[0].length));
}

function within(text: string, small: Compact): Points | null {
  const found = WITHIN.exec(small.text);
  return found && stated(found[1], without(text, small, found.index, found.index + found[0].length));
}

/** A first sentence that is a heading with its points, or the points alone: 党务干部配备到位4分。…, 班子健全。5分。… */
function opening(text: string, small: Compact): Points | null {
  const alone = ALONE.exec(small.text);
  if (alone?.[1] !== undefined) {
    return stated(alone[2], without(text, small, alone[1].length, alone[0].length));
  }
  const stop = small.text.slice(0, HEADING / 2).indexOf('。');
  if (stop < 3 || stop === small.text.length - 1) return null;
  const at = small.from[stop] ?? 0;
  const head = trailing(text.slice(0, at), compact(text.slice(0, at)));
  return head && { points: head.points, rest: `${head.rest}${text.slice(at)}` };
}

function stated(words: string | undefined, rest: string): Points | null {
  const points = readNumeral(words ?? '');
  return points === null ? null : { points, rest };
}

function without(text: string, { from }: Compact, start: number, end: number): string {
  const first = from[start] ?? 0;
  const last = from[end - 1] ?? first;
  const before = text.slice(0, first);
  const after = text.slice(last + 1).trimStart();
  // …，计5分。…: the comma went with the points.
  const closes = after === '' || /^[。；;]/.test(after);
  return `${closes ? before.trimEnd().replace(/[，,、]$/, '') : before}${text.slice(last + 1)}`.trim();
}
