import type { Bounds } from '../../draft/draft.ts';
import { type Framed, wordsOf } from '../frame.ts';
import { PEOPLE } from '../lexicon/people.ts';
import { boundsOf, type Quantity } from '../quantities.ts';
import { personCode, personFor, qualified } from '../subjects.ts';
import type { Token } from '../tokens.ts';
import { activitiesRule } from './activities-rule.ts';
import { partsOf } from './parts.ts';
import { ownPeriod } from './period-of.ts';
import type { Found, Place } from './rule.ts';

const isAge = (q: Quantity): boolean => q.unit?.kind === 'age' && !q.vague;
const agesOf = (framed: Framed): Quantity[] => framed.quantities.filter(isAge);
/** Acts that end when they are done; to 帮扶 or 联系 somebody lasts. */
const MEETS = /走访|谈话|谈心|慰问|接访|家访|座谈/;
const SCOPES =
  /^的(?:单位|企业|党支部|支部|党组织|村|社区|学校|网格|楼栋|班组|车间|部门|行政村|自然村|小组|村民小组|项目|工程|支出|事项|党总支|党委|大额|资金|开支|采购|合同)/;
const HAS = /有|配|建|设|确定|培养|储备|不少于|至少|达到|选|明确|落实|吸纳|选聘|招募|不低于|发展/;

/** Whether the number narrows down who is meant, rather than asking for so many. */
export function narrows({ framed, q, reading, sentence }: Place): boolean {
  if (sentence.setsUp && q.unit?.kind === 'people') return false;
  const after = wordsOf(reading, framed, q.end, framed.clause.end);
  if (
    (SCOPES.test(after) || /^的[^、,。]{1,8}$/.test(after)) &&
    !HAS.test(wordsOf(reading, framed, framed.clause.start, q.start))
  )
    return true;
  if (q.unit?.kind === 'people' && /^对/.test(framed.clause.text) && /的[^、,]{1,6}$/.test(after))
    return true;
  return after.startsWith('的') && /^(?:对|凡|按)/.test(framed.clause.text);
}

/** 每20名党员配备1名: a number for each so many is a ratio. */
export function ratioBase({ framed, q }: Place): Quantity | null {
  const base = framed.quantities.findLast(
    (other) => other.perEach && other.numberEnd <= q.numberStart && other.unit?.kind !== 'duration',
  );
  return base && base.low > 1 && base.high === null ? base : null;
}

/** 1名35岁以下干部、1名妇女干部: what narrows the one says nothing of the other. */
function qualifiedNear({ framed, q, reading }: Place, code: string): string {
  const people = framed.quantities.filter((other) => other.unit?.kind === 'people');
  const last = people.findLast((other) => other.numberEnd <= q.numberStart);
  const next = people.find((other) => other.numberStart >= q.numberEnd);
  const list = (from: number): Token | undefined =>
    framed.clause.tokens.find((token) => token.kind === 'list' && token.start >= from);
  const parted = last ? list(last.end) : undefined;
  const from = last ? (parted && parted.end <= q.numberStart ? parted.end : last.end) : framed.clause.start;
  const until = next ? Math.min(list(q.end)?.start ?? next.start, next.start) : framed.clause.end;
  const ages = agesOf(framed).filter((age) => age.numberStart >= from && age.numberEnd <= until);
  return qualified(code, wordsOf(reading, framed, from, until), ages);
}

/** 3-7名后备干部, 党员人数超过50名的: how many people there are. */
export function peopleRule(place: Place): Found[] {
  const { framed, q, reading } = place;
  if (q.perEach) return [];
  const text = framed.clause.text;
  if (
    framed.quantities.some((other) => other.perEach && other.high !== null && other.unit?.kind !== 'duration')
  )
    return [];
  const code = peopleCode(place);
  const base = ratioBase(place);
  if (base)
    return boundsOf(q, 1 / base.low).map((bounds) => ({
      check: { measure: 'share' as const, who: code, among: baseCode(place, base), ...bounds },
      start: base.start,
      end: q.end,
    }));
  const admits =
    /发展|吸收/.test(wordsOf(reading, framed, framed.clause.start, q.numberStart)) && /党员|入党/.test(text);
  if (admits || (ownPeriod(framed, q)?.strong && MEETS.test(text))) {
    const found = activitiesRule(place).map((found) =>
      admits && found.check.measure === 'activities'
        ? { ...found, check: { ...found.check, activity: 'admission' } }
        : found,
    );
    if (found.length > 0) return found;
  }
  const who = code.startsWith('other:') ? code : qualifiedNear(place, code);
  return partsOf(place).flatMap((part) =>
    boundsOf(q).map((bounds: Bounds) => ({
      check: { measure: 'headcount' as const, who: part === '' ? who : partCode(part), ...bounds },
      start: q.start,
      end: q.end,
    })),
  );
}

/** Who is counted: named beside the number, or the people that the talk is about. */
function peopleCode(place: Place): string {
  const { framed, q, reading, sentence } = place;
  if (q.unit?.kind === 'households') return 'household';
  const after = wordsOf(reading, framed, q.end, framed.clause.end);
  const sizes = sentence.setsUp && after.startsWith('的');
  const person = personFor(framed, q, sizes);
  if (person)
    return ofBody(personCode(person.code, reading.laid.folded.text.slice(person.start, person.end)), place);
  if (sizes) return reading.topic.person?.startsWith('member') ? reading.topic.person : 'member';
  const words = countedWords(place);
  if (/委员会$|班子$/.test(words)) return ofBody('committee-member', place);
  return words === '' || EMPTY.test(words) ? (reading.topic.person ?? 'other:人员') : `other:${words}`;
}

/** A committee's members are told apart by the body that they lead. */
function ofBody(code: string, { reading, framed, q }: Place): string {
  if (code !== 'committee-member') return code;
  const before = wordsOf(reading, framed, framed.clause.start, q.numberEnd).slice(-24);
  if (/总支/.test(before)) return 'committee-member-general-branch';
  return /支部|支委/.test(before) ? 'committee-member-branch' : code;
}

/** Verbs before the first name of a list: 培养积极分子、发展对象各2名. */
const LEADS_IN =
  /^(?:每[学半]?[年月季]度?|每学期|全年|至少|培养|确定|配备|储备|吸纳|吸收|选拔|选派|选聘|明确|发展|设立?|有|要|应当?|由)+/;

function partCode(part: string): string {
  const words = part.replace(LEADS_IN, '');
  const known = PEOPLE.get(part) ?? PEOPLE.get(words);
  return known ? personCode(known, PEOPLE.has(part) ? part : words) : `other:${part}`;
}

/** Words that name nobody. */
const EMPTY =
  /^(?:且|并|并且|其中|岁以下|应|须|须有|其|可|不|必须|要|组成|构成|的|以上|中|一般|原则上|每次|总数|人数|至少|最多|至多|最少|含|不含)+$/;

function baseCode({ reading, framed }: Place, base: Quantity): string {
  if (base.unit?.kind === 'households') return 'household';
  const person = framed.clause.tokens.find(
    (token) => token.kind === 'person' && token.start >= base.numberEnd,
  );
  return person?.kind === 'person'
    ? personCode(person.code, reading.laid.folded.text.slice(person.start, person.end))
    : 'member';
}

/** The noun after the number, where the lexicon knows no name for it. */
export function countedWords({ reading, framed, q }: Place): string {
  const after = wordsOf(reading, framed, q.end, framed.clause.end);
  const noun = /^(?:的|以上)*([^、,。;:()\d]{1,14})/.exec(after)?.[1] ?? '';
  if (noun.length >= 2 && !EMPTY.test(noun)) return noun;
  const before = wordsOf(reading, framed, framed.clause.start, q.start).replace(
    /(?:由|为|配备|设|有|达到|一般|应当?|须|至少)+$/,
    '',
  );
  return /([^、,。;:()\d]{1,14})$/.exec(before)?.[1] ?? '';
}
