import type { Kind, Level } from '../draft/draft.ts';
import { fold, SENTENCE_END } from './fold.ts';

/** What a written standard calls itself. */
const STRONG =
  '标准|细则|评分表|评价表|测评表|考核表|考评表|检查表|量化表|赋分表|计分表|打分表|明细表|一览表|对照表|责任书|指标体系|评价体系|办法|规范|规程|指引|指南|清单|规则|守则';
/** What other official papers call themselves. */
const OTHER =
  '方案|意见|通知|计划|总结|报告|讲话|汇报|规划|要点|安排|制度|规定|决定|条例|手册|函|材料|发言稿|指标|表';
const TAIL = '(?:\\s*(?:\\([^()]{1,24}\\)|〔[^〕]{1,24}〕|试行|修订版?|草案|征求意见稿|\\d{4}年?版?))*';
const STANDARD_END = new RegExp(`(?:${STRONG})${TAIL}$`);
const PAPER_END = new RegExp(`(?:${STRONG}|${OTHER})${TAIL}$`);
const STANDARD_WORD = new RegExp(`(?:${STRONG})`, 'g');
const ATTACHMENT =
  /^附\s?(?:[件表录]|(?=[\d一二三四五六:：]))\s?(?:[\d一二三四五六七八九十]{1,2})?\s?[-—]?\d?\s?[:：、.]?\s*/;
const LONGEST = 60;
/** A second title names its own organization; 规范化建设考核评分表 only goes on with the word before. */
const BEGINS_TITLE = /^(?![化性型])(?=.*(?:党|支部|组织|农村|村|社区|机关|企业|学校|评分|考核))/;

/** The title without 附件2： before it. */
export function withoutAttachment(text: string): string {
  const m = ATTACHMENT.exec(fold(text));
  return m && m[0].length < text.length ? text.slice(m[0].length).trim() : text.trim();
}

function shaped(text: string): string | null {
  const t = fold(withoutAttachment(text))
    .replace(/^[《"“]|[》"”]$/g, '')
    .trim();
  if (t.length < 4 || t.length > LONGEST || SENTENCE_END.test(t) || /[,:]$/.test(t)) return null;
  return t;
}

/** True where the words are the title of something to judge by: …标准, …考核细则, …评分表. */
export function isStandardTitle(text: string): boolean {
  const t = shaped(text);
  return (
    t !== null &&
    t.length >= 6 &&
    STANDARD_END.test(t) &&
    !/^(?:评分|扣分|考核|计分|评价|检查)?(?:标准|办法|细则)$/.test(t)
  );
}

/** True where the words are the title of any official paper: …方案, …通知 as well. */
export function isPaperTitle(text: string): boolean {
  const t = shaped(text);
  return t !== null && t.length >= 6 && PAPER_END.test(t);
}

/** Titles that were run together, cut after each: a title twice in a row, a title and a heading. */
export function cutTitles(text: string): string[] {
  const folded = fold(text);
  if (folded.length > 400 || SENTENCE_END.test(folded)) return [text];
  const cuts: number[] = [];
  for (const m of folded.matchAll(STANDARD_WORD)) {
    const end = m.index + m[0].length;
    const from = cuts.at(-1) ?? 0;
    const rest = text.slice(end);
    if (end - from >= 8 && rest.length >= 8 && BEGINS_TITLE.test(rest) && isStandardTitle(rest))
      cuts.push(end);
  }
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i] ?? text.length));
}

const KINDS: [Kind, RegExp][] = [
  ['school', /学校|中小学|小学|中学|高校|院校|校园|幼儿园|教育系统/g],
  ['private', /非公|两新|“两新”|社会组织|民营企业|私营|新业态|新就业群体/g],
  ['soe', /国有企业|国企|国有|企业|公司|集团/g],
  ['community', /社区|居委|居民区/g],
  ['rural', /农村|村级|行政村|村党|村\(社区\)|村支部|村“?两委/g],
  ['agency', /机关|事业单位|局\(委\)/g],
];

function counted(text: string): [Kind, number][] {
  return KINDS.map(([kind, words]) => [kind, text.match(words)?.length ?? 0]);
}

/** Which kind of organization is meant: what the title says, or else what the text says again and again. */
export function readKind(title: string | null, text: string): Kind | null {
  const said = counted(fold(title ?? ''));
  const named = said.find(([, n]) => n > 0);
  if (named) return /村\(社区\)|城乡/.test(fold(title ?? '')) ? 'rural' : named[0];
  const order = counted(fold(text)).sort((a, b) => b[1] - a[1]);
  const [first, second] = order;
  if (!first || first[1] < 3 || first[1] < 3 * (second?.[1] ?? 0)) return null;
  return first[0];
}

/** Basic, demonstration or a scoring sheet, by the title and by whether points are printed. */
export function readLevel(title: string | null, scored: boolean): Level {
  const t = title ?? '';
  if (/考核|考评|评分|细则|积分|计分|量化|赋分|测评|打分|评价|百分制/.test(t)) return 'scoring-sheet';
  if (/示范|标杆|样板|先进|五好|过硬/.test(t)) return 'demonstration';
  return scored ? 'scoring-sheet' : 'basic';
}
