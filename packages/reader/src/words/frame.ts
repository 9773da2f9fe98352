import type { Passage } from '../draft/draft.ts';
import { type Clause, type Laid, mainWords, type Sentence } from './clauses.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import type { Token, TokenOf } from './tokens.ts';

/** How a clause stands in its sentence. */
export type Standing = 'asked' | 'condition' | 'violation' | 'award' | 'exception';

/** A clause with its numbers and periods, and what it is there for. */
export interface Framed {
  clause: Clause;
  quantities: Quantity[];
  periods: TokenOf<'period'>[];
  standing: Standing;
}

export interface FramedSentence {
  clauses: Framed[];
  goesOn: boolean;
  /** A party organization is to be set up in it: its sizes are checks even where they are conditions. */
  setsUp: boolean;
}

/** What is remembered from clause to clause: who and what the talk is about. */
export interface Topic {
  activities: string[];
  /** What the last verb of an activity stands for: 学习, 走访. */
  verb: string | null;
  person: string | null;
  poll: 'satisfied' | 'dissatisfied' | null;
  period: TokenOf<'period'> | null;
  /** Activities that the clause before has only listed: 党员大会、支委会. */
  joint: string[];
  /** What the item's heading says. */
  title: string;
  /** The last thing measured, in its own words: 党建经费. */
  figure: string | null;
  /** A list of papers has been announced: 建立下列台账. */
  lists: boolean;
  /** The sentence before, or the heading. */
  said: string;
}

export interface Reading {
  laid: Laid;
  passage: Passage;
  topic: Topic;
}

const AWARD = /(?:[加奖]|奖励)[^,。]{0,8}\d(?:\.\d+)?分(?!钟|之)/;
const SCORED = /(?:[得计记积赋减]|给予?)[^,。]{0,6}?\d(?:\.\d+)?分(?!钟|之|及?以[上下])/;
const DEDUCTED = /扣|不得分|不计分|不给分|得0分|为0分|取消[^,。]{0,10}资格|一票否决|封顶/;
/** 每次2分, 每篇1分: a price list of what was done. */
const PRICED = /^每(?:次|篇|件|项|人|人次|条|个|户|例|场|天|小时|学时)\d+(?:\.\d+)?分/;
const COUNTED = /[\d一二两三四五六七八九十](?:次|遍|篇|场|条|件|学时|小时|名|人)/;
const VIOLATES = /^(?:每(?:少|缺|漏|低|超|有)|少|缺|漏|低|超|未|没有|没|无|不|凡|如|因|若|不按)/;
const IF =
  /^(?:凡|如(?![期实下])|若|遇|当(?![年月季地好先天前选场面事众])|因(?![地人材势时村])|对于?.{0,60}的$|有下列|受到|被)/;
const OPENS_GATE =
  /^(?:方|始|才|有效|为有效|视为|即为|为通过|当选|可当选|为当选|会议有效|即可当选|为合格|可作出|可表决|为决议)/;
const EXCEPTS = /^特殊情况|^确有困难|除外|不在此限|不计在内|不列入|不计入|不作要求|可不参加|另行规定/;
const SETS_UP =
  /设立|成立|建立|组建|设置|划分|单独建|联合建|可以设|应设|应当设|要设|须设|设支部|设党|设委员|设总支|选举产生|建党|划为|编为|编成|设(?:机关|基层|联合|临时|流动|独立|专职)*(?:党|支部|支委|总支|纪)/;
const PARTY_BODY = /支部|总支|党委|党小组|党组织|支委会|委员会|纪委|纪检|党组|团组织|工会|联合党/;

/** Ends in 的, 者, 时, 后: something that holds before what follows is asked. */
function endsOpen(words: string): boolean {
  if (/(?:学时|课时|小时|及时|按时|同时|准时|适时|平时|临时|定时|限时|即时|实时|随时)$/.test(words))
    return false;
  return /(?:的|(?<!工作|志愿|服务|经营|劳动|消费|学|记|患|或|再|使用)者|时|之后|以后|情况下|前提下|的同时)$/.test(
    words,
  );
}

function nextMain(clauses: readonly Clause[], at: number): Clause | undefined {
  let next = at + 1;
  while (next < at + 8 && clauses[next]?.aside) next += 1;
  return clauses[next];
}

function standingOf(clauses: readonly Clause[], at: number): Standing {
  const words = clauses[at]?.text ?? '';
  if (EXCEPTS.test(words)) return 'exception';
  if (AWARD.test(words) || PRICED.test(words)) return 'award';
  if (DEDUCTED.test(words)) return 'violation';
  if (SCORED.test(words)) return VIOLATES.test(words) ? 'violation' : 'award';
  const next = nextMain(clauses, at)?.text ?? '';
  if (OPENS_GATE.test(next)) return 'asked';
  return endsOpen(words) || IF.test(words) ? 'condition' : 'asked';
}

/** 参加主题党日, 每次2分: the act is priced, not asked. */
function isPriced(words: string, next: string): boolean {
  return PRICED.test(next) && !COUNTED.test(words);
}

/** 平均年龄超过48岁, 每超过1岁扣3分: the bound is what costs points, not what is asked. */
function isOverstepped(words: string, next: string): boolean {
  return (
    /^每(?:超|低|少|降|高|增|多|下降|减少|下滑)/.test(next) &&
    /(?<![不得能应可未])(?:超过|低于|不足|少于|达不到|高于|未达到)\d/.test(words)
  );
}

/** A condition before a deduction is part of it, and so is 少1次 before 扣. */
function spread(standings: Standing[], clauses: readonly Clause[]): void {
  for (let i = standings.length - 2; i >= 0; i -= 1) {
    const after = standings[i + 1];
    if (after !== 'violation' && after !== 'award') continue;
    const words = clauses[i]?.text ?? '';
    const belongs =
      standings[i] === 'condition' ||
      (standings[i] === 'asked' && VIOLATES.test(words) && !/^不(?:少|低|得)/.test(words));
    const next = clauses[i + 1]?.text ?? '';
    const priced = standings[i] === 'asked' && (isOverstepped(words, next) || isPriced(words, next));
    if (belongs || priced) standings[i] = after;
  }
}

export function frame(sentence: Sentence, laid: Laid): FramedSentence {
  const { clauses } = sentence;
  const standings = clauses.map((_, at) => standingOf(clauses, at));
  spread(standings, clauses);
  const whole = clauses.map((clause) => clause.text);
  const setsUp = whole.some((words) => SETS_UP.test(words)) && whole.some((words) => PARTY_BODY.test(words));
  return {
    goesOn: sentence.goesOn,
    setsUp,
    clauses: clauses.map((clause, at) => ({
      clause,
      quantities: quantitiesOf(clause, laid.main, laid.folded.text),
      periods: clause.tokens.filter((token: Token): token is TokenOf<'period'> => token.kind === 'period'),
      standing: standings[at] ?? 'asked',
    })),
  };
}

/** Words of a clause between two places, brackets left out. */
export function wordsOf(reading: Reading, framed: Framed, start: number, end: number): string {
  const { clause } = framed;
  const [from, to] = [Math.max(start, clause.start), Math.min(end, clause.end)];
  if (to <= from) return '';
  return clause.aside
    ? clause.text.slice(from - clause.start, to - clause.start)
    : mainWords(reading.laid.main, from, to);
}
