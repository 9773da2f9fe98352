import { type Framed, type FramedSentence, type Reading, wordsOf } from '../frame.ts';
import { DOCUMENT_NOUNS, DOCUMENT_STATES, DOCUMENT_VERBS } from '../lexicon/documents.ts';
import type { Found } from './rule.ts';

const LONGEST_NAME = 40;
const ONLY_MENTIONED = /^(?:的?要求|的?规定|基础上|安排|组织|进行|有关|中|为依据|执行情况|的基础)/;
const FOLLOWS = /(?:按照|根据|依据|依照|对照|结合|按|围绕|纳入|列入|违反|不符合|作为|以)[^、]{0,24}$/;

interface Name {
  /** In the clause's own words. */
  from: number;
  to: number;
}

/** Nouns by their first character, the longest first. */
const BY_FIRST = Map.groupBy(
  [...DOCUMENT_NOUNS].sort((a, b) => b.length - a.length),
  (word) => word.charCodeAt(0),
);

/** 会议记录簿, 签到表: what a paper is bound as. */
const SUFFIX = /^(?:[簿册表]|本(?![村社级单支院校地人项]))/;

/** Places where a paper's noun stands, longest first, none inside another. */
function nouns(words: string): Name[] {
  const out: Name[] = [];
  for (let i = 0; i < words.length; ) {
    const noun = BY_FIRST.get(words.charCodeAt(i))?.find((word) => words.startsWith(word, i));
    const length = noun
      ? noun.length + (SUFFIX.exec(words.slice(i + noun.length, i + noun.length + 2))?.[0].length ?? 0)
      : 0;
    if (noun) out.push({ from: i, to: i + length });
    i += length || 1;
  }
  return out;
}

/** Where the name begins: after the verb that asks for it, or after the paper named before it. */
function nameStart(words: string, noun: Name, after: number, stated: boolean): number | null {
  const before = words.slice(after, noun.from);
  let best = -1;
  for (const verb of DOCUMENT_VERBS) {
    const at = before.lastIndexOf(verb);
    if (at >= 0 && !(verb === '有' && /[具设建备所没]/.test(before.charAt(at - 1))))
      best = Math.max(best, at + verb.length);
  }
  if (best >= 0) return after + best;
  return stated || after > 0 ? after : null;
}

/** Words that name a paper only beside others in a list. */
const PAPER = /.(?:簿|册|材料|资料|笔记|安排|台账|清单|档案|证明|文件|照片)$/;

/** 党员名册、活动记录齐全 are two papers; 讲座、社团进校园的审批登记 is one. */
function partedNames(words: string): string[] {
  const plain = words.replace(/^[、和及与了的,各项相关]+/, '');
  const parts = plain.split('、');
  if (parts.length > 1 && parts.every((part) => PAPER.test(part) || nouns(part).at(-1)?.to === part.length))
    return parts;
  const short = plain.slice(plain.lastIndexOf('的') + 1);
  return [plain.length > 12 && short.length >= 4 && !/^以.{2,20}为/.test(plain) ? short : plain];
}

function documentNames(words: string, listed = false): string[] {
  const out: string[] = [];
  let after = 0;
  for (const noun of nouns(words)) {
    const rest = words.slice(noun.to);
    const start = nameStart(words, noun, after, listed || DOCUMENT_STATES.test(rest));
    const before = words.slice(after, noun.from);
    const skip =
      ONLY_MENTIONED.test(rest) || (FOLLOWS.test(before) && !/以[^、]{2,20}为[^、]{1,8}的/.test(before));
    if (start !== null && !skip) {
      const among = listed || words.charAt(noun.to) === '、' || words.charAt(start) === '、';
      for (const name of partedNames(words.slice(start, noun.to))) {
        if (name.length >= (among ? 2 : 3) && name.length <= LONGEST_NAME) out.push(name);
      }
    }
    if (start !== null || skip) after = noun.to;
  }
  return out;
}

/** 有…计划, 建立…台账, …制度健全, 制定《…》: papers that a person can be shown. */
export function documentsRule(reading: Reading, framed: Framed): Found[] {
  const { clause } = framed;
  if (clause.aside || framed.standing !== 'asked') return [];
  const words = wordsOf(reading, framed, clause.start, clause.end);
  const titled = [
    ...words.matchAll(/(?:有|制定|制订|印发|建立|填写|出台|签订|完善|落实|修订|执行)《([^《》]{2,30})》/g),
  ].map((match) => match[1] ?? '');
  const plain = documentNames(words.replace(/《[^《》]{0,40}》/g, ''));
  return [...titled, ...plain].map((document) => ({
    check: { measure: 'document' as const, document },
    start: clause.start,
    end: clause.end,
  }));
}

const ANNOUNCES = /(?:下列|以下|如下)[^,。]{0,14}(?:台账|资料|档案|制度|材料|记录|名册|簿册)/;
const NUMBERED = /^(?:\((?:[一二三四五六七八九十]+|\d+)\)|[①-⑳]|\d+[.、])/;
const LONGEST_LINE = 40;

/** 建立下列台账: the numbered lines that follow each name a paper. */
export function listedPapers(reading: Reading, sentence: FramedSentence): Found[] {
  const [first] = sentence.clauses;
  if (!first) return [];
  const { start } = first.clause;
  const end = sentence.clauses.findLast((framed) => !framed.clause.aside)?.clause.end ?? start;
  const line = reading.laid.folded.text.slice(start, Math.min(end, start + LONGEST_LINE + 1));
  const announced = reading.topic.lists;
  if (sentence.clauses.some((framed) => ANNOUNCES.test(framed.clause.text))) reading.topic.lists = true;
  if (!announced || !NUMBERED.test(line) || line.length > LONGEST_LINE) return [];
  return documentNames(line.replace(NUMBERED, ''), true).map((document) => ({
    check: { measure: 'document' as const, document },
    start,
    end,
  }));
}
