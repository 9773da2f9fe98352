import type { DraftCheck, ItemWords, Passage } from '../draft/draft.ts';
import { fold, sourceWords } from '../numbers/fold.ts';
import type { Topic } from './frame.ts';
import { readPassage } from './read-passage.ts';
import type { CheckBody } from './rules/rule.ts';
import { tokenise } from './tokens.ts';

const isFrequency = (check: CheckBody): boolean =>
  check.measure === 'activities' || check.measure === 'hours';
const AWARDS = /加分|附加分|一票否决|否决项|否决事项|负面清单|倒扣|奖励(?:分|项)|扣分项|减分/;

const FIELDS =
  'measure activity who among figure unit per about answer document look event lookback atLeast atMost exclusive'.split(
    ' ',
  );

/** Two checks are one where all but their place is the same. */
function key(check: CheckBody): string {
  const said: Readonly<Record<string, unknown>> = { ...check };
  let all = '';
  for (const name of FIELDS) all += `${said[name]}|`;
  return all;
}

/** What the item's heading says it is about. */
function topicOf(title: string | null): Topic {
  const topic: Topic = {
    activities: [],
    verb: null,
    person: null,
    poll: null,
    period: null,
    figure: null,
    lists: false,
    joint: [],
    title: title ?? '',
    said: title ?? '',
  };
  for (const token of tokenise(fold(title ?? '').text)) {
    if (token.kind === 'activity' && !token.weak) topic.activities.push(token.code);
    if (token.kind === 'person') topic.person = token.code;
    if (token.kind === 'poll') topic.poll = token.answer;
  }
  return topic;
}

/** Whether the text has already said what the scoring column says again. */
function saidAlready(check: CheckBody, said: readonly DraftCheck[]): boolean {
  return said.some((other) => {
    if (other.measure !== check.measure) return false;
    if (other.measure === 'activities' && check.measure === 'activities') {
      if (other.activity === check.activity) return true;
      const vague = other.activity.startsWith('other:') || check.activity.startsWith('other:');
      return vague && other.per === check.per && other.atLeast === check.atLeast;
    }
    return other.measure === 'hours' && check.measure === 'hours';
  });
}

/** Measures of which every stated bound counts, also where two are alike; papers and looks are named once. */
const COUNTED = new Set<string>(['activities', 'hours', 'headcount', 'share', 'figure', 'poll']);

/** A heading that states a number itself: 主题党日(每月1次). */
function titlePassage({ title, passages }: ItemWords): Passage[] {
  const at = passages[0]?.at;
  return title !== null && at && /[\d每一二两三四五六七八九十]/.test(title)
    ? [{ role: 'text', text: title, at }]
    : [];
}

/**
 * The measurable checks of an item, in the order of its words; each with the passage's place and its exact words.
 * Never throws.
 */
export function readChecks(item: ItemWords): DraftCheck[] {
  const checks: DraftCheck[] = [];
  const seen = new Set<string>();
  const topic = topicOf(item.title);
  if (AWARDS.test(item.chapter ?? '')) return checks;
  const titled = titlePassage(item);
  for (const role of ['text', 'scoring'] as const) {
    const said = role === 'scoring' ? [...checks] : [];
    for (const passage of [...titled, ...item.passages]) {
      if (passage.role !== role) continue;
      const { reading, found } = readPassage(passage, topic);
      const here = new Set<string>();
      for (const { check, start, end } of found.flat()) {
        if (titled.includes(passage) && !COUNTED.has(check.measure)) continue;
        if (role === 'scoring' && (!isFrequency(check) || saidAlready(check, said))) continue;
        const name = key(check);
        if (seen.has(name) || (!COUNTED.has(check.measure) && here.has(name))) continue;
        here.add(name);
        checks.push({ ...check, at: passage.at, words: sourceWords(reading.laid.folded, start, end) });
      }
      for (const name of here) seen.add(name);
    }
  }
  return checks;
}
