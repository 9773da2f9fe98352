import type { Framed } from './frame.ts';
import { NAMED_PEOPLE, QUALIFIERS } from './lexicon/people.ts';
import type { Quantity } from './quantities.ts';
import type { Token, TokenOf } from './tokens.ts';

/** Words that make an activity's name mere circumstance: 在党员大会上, 结合主题党日. */
const CIRCUMSTANCE_BEFORE =
  /(?:向|在|结合|利用|通过|围绕|纳入|作为|依托|借助|于|经|除)(?:每次|支部|年度|村|本)?$/;
const CIRCUMSTANCE_AFTER =
  /^(?:上(?![年月季一级报学半下、])|中(?!心)|时|前|后|之前|之后|期间|基础上|制度|记录|情况|计划|结果|方案|质量|作为|内容|档案|会上|前后|台账|活动室|阵地|积极性|成员|组成人员)/;

export function isCircumstance(token: Token, text: string): boolean {
  return (
    CIRCUMSTANCE_BEFORE.test(text.slice(Math.max(0, token.start - 6), token.start)) ||
    CIRCUMSTANCE_AFTER.test(text.slice(token.end, token.end + 4))
  );
}

type Activity = TokenOf<'activity'>;
const isActivity = (token: Token | undefined): token is Activity => token?.kind === 'activity';
const joins = (token: Token | undefined): boolean => token?.kind === 'list' || token?.kind === 'join';

/** The first activity named to the right of a place, with those joined to it by 、 or 和. */
export function activitiesAfter(tokens: readonly Token[], from: number, text: string): Activity[] {
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.kind === 'list' || token.kind === 'number' || token.kind === 'period') return [];
    if (isActivity(token) && !token.weak && !isCircumstance(token, text))
      return [token, ...joinedAfter(tokens, i, text)];
  }
  return [];
}

function joinedAfter(tokens: readonly Token[], at: number, text: string): Activity[] {
  const out: Activity[] = [];
  for (let i = at + 1; joins(tokens[i]); ) {
    let next = i + 1;
    while (tokens[next]?.kind === 'act' || tokens[next]?.kind === 'person' || tokens[next]?.kind === 'join')
      next += 1;
    const found = tokens[next];
    const follows = tokens[next + 1];
    if (
      !isActivity(found) ||
      found.weak ||
      follows?.kind === 'period' ||
      follows?.kind === 'number' ||
      follows?.kind === 'before'
    )
      break;
    out.push(found);
    i = next + 1;
  }
  return text.startsWith('等', (out.at(-1) ?? tokens[at])?.end ?? 0) ? [] : out;
}

/** The activity named to the left of a place, with those joined before it. */
export function activitiesBefore(tokens: readonly Token[], until: number, text: string): Activity[] {
  for (let i = until - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token?.kind === 'number' && token.number.unit?.kind !== 'date' && token.number.unit?.kind !== 'age')
      return [];
    if (isActivity(token) && !token.weak && !isCircumstance(token, text)) {
      if (isTaken(tokens, i)) return [];
      return text.startsWith('等', token.end) ? [token] : [...joinedBefore(tokens, i), token];
    }
  }
  return [];
}

/** 讲1次党课、开展1次调研: the lecture belongs to the count before it. */
function isTaken(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0; i -= 1) {
    const token = tokens[i];
    if (token?.kind === 'number') return token.number.unit?.kind === 'times';
    if (token?.kind === 'list' || token?.kind === 'period') return false;
  }
  return false;
}

function joinedBefore(tokens: readonly Token[], at: number): Activity[] {
  const out: Activity[] = [];
  for (let i = at - 1; joins(tokens[i]); i -= 2) {
    const found = tokens[i - 1];
    if (!isActivity(found) || found.weak) break;
    out.unshift(found);
  }
  return out;
}

/** The code that a weak word takes from the words around it: 排查 of 流动党员 or of 组织关系. */
export function weakCode(token: Activity, words: string, before = ''): string {
  if (token.code === 'check-list')
    return words.includes('流动') || words.includes('流入')
      ? 'floating-check'
      : words.includes('组织关系')
        ? 'relation-check'
        : '';
  if (token.code === 'review-list') return words.includes('流动党员') ? 'floating-review' : '';
  if (token.code === 'notice-list' || token.code === 'affairs-notice') {
    if (/党费|收缴/.test(words)) return 'dues-notice';
    if (/党务|村务|财务|居务|校务|厂务|事务|账目/.test(words)) return 'affairs-notice';
    if (/收支/.test(words)) return /党费|收缴/.test(before) ? 'dues-notice' : 'affairs-notice';
    return '';
  }
  if (token.code === 'party-work-study') return /党建|党的建设|基层组织/.test(words) ? token.code : '';
  return token.code;
}

/** The person that a number counts: named after it, or before it. */
export function personFor(framed: Framed, q: Quantity, beforeOnly = false): TokenOf<'person'> | null {
  const people = framed.clause.tokens.filter((token): token is TokenOf<'person'> => token.kind === 'person');
  const stop = framed.clause.tokens.find(
    (token) =>
      token.start >= q.numberEnd &&
      (token.kind === 'list' || (token.kind === 'number' && token.number.unit?.kind !== 'age')),
  );
  const after = people.find(
    (token) =>
      token.start >= q.numberEnd &&
      token.start < (stop?.start ?? Number.POSITIVE_INFINITY) &&
      token.start - q.end <= 14,
  );
  return (beforeOnly ? undefined : after) ?? people.findLast((token) => token.end <= q.numberStart) ?? null;
}

/** member-to-40, cadre-high-school: the code with what the words beside it add. */
export function qualified(code: string, words: string, ages: readonly Quantity[]): string {
  let out = code;
  for (const age of ages) {
    if (age.direction === 'le' || age.direction === 'lt') out += `-to-${age.low}`;
    else if (age.direction !== null) out += `-from-${age.low}`;
  }
  const suffix = QUALIFIERS.find(([word]) => words.includes(word))?.[1];
  return suffix && !out.endsWith(suffix) ? `${out}-${suffix}` : out;
}

/** The code as the contract wants it: its own names, or other: and the words. */
export function personCode(code: string, words: string): string {
  return NAMED_PEOPLE.has(code) ? code : `other:${words}`;
}
