import type { Vocabulary } from '@hujian/engine';
import type { DraftItem } from '@hujian/reader';
import type { WorkItem } from '../work.ts';
import { bare, shorten } from './alike.ts';
import { joinMovements } from './join-movements.ts';
import { findCodes, type Lexicon } from './lexicon.ts';
import { doubt, type Making } from './making.ts';
import { placeBonus } from './place-bonus.ts';
import { placeCheck } from './place-check.ts';
import { placeMovement } from './place-movement.ts';
import { type Bench, surroundings } from './placed.ts';
import { settlePoints } from './settle-points.ts';

const VETO = /一票否决|否决/;
const NAMING = /命名|评先|评优|授牌|示范|星级|参评/;

const NO_WORDS = '（没有文字）';
const NO_EVENT = '事项登记里没有这一项：请在“修改”里选一项（要由有权单位确认），或留给现场评。';

/** One item of the draft with a proposal for every sentence that can be measured, and for every movement. */
export function proposeItem(
  item: DraftItem,
  heading: string,
  place: { key: string; code: string; number: string },
  bench: Bench,
  vocabulary: Vocabulary,
): WorkItem {
  const makings = placeAll(item, bench, vocabulary);
  const { own, left } = joinMovements(makings, item.deductions, bench.lexicon);
  makings.push(...own);
  for (const movement of left) makings.push(placeMovement(movement, item, bench.lexicon));
  for (const bonus of item.bonuses) makings.push(placeBonus(bonus, item, bench.lexicon));
  const vetoed = item.veto && (VETO.test(heading) || VETO.test(item.text));
  // A veto whose words the reader left whole may still name an event.
  if (vetoed && makings.length === 0)
    makings.push({ found: null, words: item.text, at: item.at, id: 'veto', check: null, why: NO_EVENT });
  if (vetoed) for (const making of makings) asEvent(making, bench.lexicon);
  if (vetoed && NAMING.test(`${heading}${item.text}`)) for (const making of makings) forNaming(making);
  settlePoints(makings, item);
  const supplies = suppliesOf(makings);
  return {
    ...place,
    title:
      item.title?.trim() ||
      shorten(item.text.trim().split(/[，,。；;：:\n]/)[0] || item.text, 30) ||
      NO_WORDS,
    text: item.text.trim() || item.title?.trim() || NO_WORDS,
    points: item.points ?? 0,
    strictness: item.strictness,
    veto: vetoed,
    supplies,
    at: item.at,
    proposals: present(makings),
  };
}

function placeAll(item: DraftItem, bench: Bench, vocabulary: Vocabulary): Making[] {
  let activity: string | null = null;
  return item.checks.map((found) => {
    const place = { bench, item, found, activity, ...surroundings(item.text, found.words) };
    const placed = placeCheck(place, vocabulary);
    const { words, at } = found;
    if (placed.check === null) return { found, words, at, id: found.measure, check: null, why: placed.why };
    if (typeof placed.check.activity === 'string') activity = placed.check.activity;
    return { found, words, at, id: placed.id, check: placed.check, why: placed.doubt };
  });
}

/** Under 一票否决 a sentence left to the eye may name an event that the register knows. */
function asEvent(making: Making, lexicon: Lexicon): void {
  const measure = making.check?.measure;
  if (measure !== undefined && measure !== 'on-site') return;
  const events = findCodes(lexicon.events, making.words);
  const [first] = events;
  if (first === undefined) return;
  making.id = first;
  making.why = null;
  making.check = {
    title: shorten(making.words, 40),
    measure: 'event',
    event: events.length === 1 ? first : events,
    window: { rolling: 12, unit: 'month' },
    moves: { way: 'veto', effect: 'item' },
  };
  doubt(making, '按事项登记计，看近12个月，由有权单位确认后才算，请核定。');
}

function forNaming(making: Making): void {
  if (making.check?.measure === 'event')
    making.check = { ...making.check, moves: { way: 'veto', effect: 'naming' } };
}

/** Ids are unique in the item; the sentence is put in when the whole edition has been read. */
function present(makings: readonly Making[]): WorkItem['proposals'] {
  const taken = new Set<string>();
  return makings.map(({ words, at, id, check, why, movement }, index) => ({
    id: `p${index + 1}`,
    state: 'proposed',
    words,
    at,
    sentence: bare(words) === '' ? '' : words,
    check: check ? { id: free(id, taken), ...check } : null,
    why,
    ...(movement === undefined ? {} : { movement: movement.replace(/^[，,；;、]+/, '') }),
  }));
}

function free(wanted: string, taken: Set<string>): string {
  const base = /^[a-z0-9][a-z0-9-]*$/.test(wanted) ? wanted : 'check';
  let id = base;
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

/** Who hands in what the checks need: the branch what it records, the panel and the poll what only they know. */
function suppliesOf(makings: readonly Making[]): WorkItem['supplies'] {
  const measures = new Set(makings.flatMap(({ check }) => (check ? [String(check.measure)] : [])));
  if (measures.size === 0) return null;
  const only = (...names: string[]): boolean => [...measures].every((measure) => names.includes(measure));
  if (only('on-site')) return 'panel';
  if (only('poll')) return 'poll';
  return only('event') ? 'county' : 'branch';
}
