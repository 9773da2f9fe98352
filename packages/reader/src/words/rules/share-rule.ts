import { wordsOf } from '../frame.ts';
import { NAMED_FIGURES } from '../lexicon/figures.ts';
import { NAMED_PEOPLE } from '../lexicon/people.ts';
import { boundsOf, type Quantity } from '../quantities.ts';
import { personCode, qualified } from '../subjects.ts';
import type { TokenOf } from '../tokens.ts';
import { partsOf } from './parts.ts';
import type { Found, Place } from './rule.ts';

type Person = TokenOf<'person'>;
const isPart = (q: Quantity): boolean => q.form !== 'plain';

/** The poll or rate that a percentage belongs to: the nearest before it, or the one that the talk is about. */
function nearest(place: Place): TokenOf<'poll'> | TokenOf<'figure'> | null {
  const { framed, q } = place;
  const before = framed.clause.tokens.filter((token) => token.end <= q.start);
  const last = framed.quantities.findLast((other) => isPart(other) && other.numberEnd <= q.numberStart);
  for (const token of before.reverse()) {
    if (last && token.start < last.numberEnd) break;
    if (token.kind === 'poll') return token;
    if (token.kind === 'figure' && token.rate) return token;
  }
  return null;
}

function pollAbout(place: Place): string {
  const { framed, reading } = place;
  const words = framed.clause.text;
  if (/对党员/.test(words)) return 'members';
  if (/书记/.test(words)) return 'secretary';
  if (
    /干部|班子|委员/.test(words) ||
    reading.topic.person === 'cadre' ||
    reading.topic.person === 'committee-member'
  )
    return 'cadres';
  if (reading.topic.person === 'member') return 'members';
  return 'other:党组织';
}

/** 满意度在80%以上, 贫困发生率低于2%, 35岁以下的占60%: a part of a whole. */
export function shareRule(place: Place): Found[] {
  const { q, reading, framed } = place;
  const span = { start: q.start, end: q.end };
  const token = nearest(place);
  const rateNamed = /[率度票]$|[率度票](?:均|应|要|须)?(?:达到|达|在|为|保持在|不低于)?$/.test(
    wordsOf(reading, framed, framed.clause.start, q.start),
  );
  const answer =
    token?.kind === 'poll'
      ? token.answer
      : !token && !rateNamed && !hasPeople(place) && !TURNOUT.test(wordsBefore(place))
        ? reading.topic.poll
        : null;
  if (answer) {
    const about = pollAbout(place);
    return [
      ...ratesBeside(place),
      ...boundsOf(q).map((bounds) => ({
        check: { measure: 'poll' as const, about, answer, ...bounds },
        start: token?.start ?? q.start,
        end: q.end,
      })),
    ];
  }
  if (token?.kind === 'figure' && q.form === 'fraction') {
    const words = wordsOf(reading, framed, framed.clause.start, q.start).slice(-16);
    const figure = NAMED_FIGURES.has(token.code) ? token.code : `other:${words}`;
    return boundsOf(q, 100).map((bounds) => ({
      check: { measure: 'figure' as const, figure, unit: '%', ...bounds },
      ...span,
      start: token.start,
    }));
  }
  if (PROPOSES.test(wordsOf(reading, framed, q.end, q.end + 20))) return [];
  if (/[交缴]纳/.test(framed.clause.text) && /工资|收入/.test(framed.clause.text)) return [];
  const parts = partsOf(place);
  return parts.flatMap((part) =>
    boundsOf(q).map((bounds) => ({
      check: {
        measure: 'share' as const,
        ...whoAmong(place),
        ...(part === '' ? {} : { who: partWho(place, part) }),
        ...bounds,
      },
      ...span,
    })),
  );
}

/** 35岁以下、高中以上的分别达到六成、八成: the people that the talk is about, told apart by their part. */
function partWho(place: Place, part: string): string {
  const { topic } = place.reading;
  const region = place.framed.clause.tokens.find(
    (token): token is Person => token.kind === 'person' && token.end <= place.q.numberStart,
  );
  const base = region?.code ?? topic.person;
  const ages = agesIn(place, place.framed.clause.start).filter((age) => part.startsWith(`${age.low}岁`));
  const who = base && NAMED_PEOPLE.has(base) ? qualified(base, part, ages) : null;
  return who !== null && who !== base ? who : `other:${part}`;
}

/** 知晓率、参与率、满意率均达95%: the rates named beside that of a poll. */
function ratesBeside(place: Place): Found[] {
  const { q } = place;
  const parts = partsOf(place).filter((part) => /率$/.test(part) && !/满意|认可|好评/.test(part));
  return parts.flatMap((part) =>
    boundsOf(q).map((bounds) => ({
      check: { measure: 'share' as const, who: `other:${part}`, among: 'other:总数', ...bounds },
      start: q.start,
      end: q.end,
    })),
  );
}

/** Words on who takes part: no answer of a poll. */
const TURNOUT = /参加|参与|人数|出席|到会|在册|参评|发放|回收|参会|票数$/;

const wordsBefore = ({ reading, framed, q }: Place): string =>
  wordsOf(reading, framed, framed.clause.start, q.start);

/** 三分之一以上党员提议的: who may ask for something, not how many must. */
const PROPOSES = /^的?[^、,]{0,8}(?:提议|提出|要求|联名|反映|申请)/;

const hasPeople = ({ framed, q }: Place): boolean =>
  framed.clause.tokens.some((token) => token.kind === 'person' && token.end <= q.numberStart) &&
  framed.quantities.some((other) => other.unit?.kind === 'age');

/** The ages that stand before the number, since the number before it. */
function agesIn({ framed, q }: Place, from: number): Quantity[] {
  return framed.quantities.filter(
    (other) => other.unit?.kind === 'age' && other.numberEnd <= q.numberStart && other.numberStart >= from,
  );
}

function whoAmong(place: Place): { who: string; among: string } {
  const { framed, q, reading } = place;
  const text = reading.laid.folded.text;
  const people = framed.clause.tokens.filter(
    (token): token is Person => token.kind === 'person' && token.end <= q.numberStart,
  );
  const code = (token: Person): string => personCode(token.code, text.slice(token.start, token.end));
  const [first, second] = [people.at(-2), people.at(-1)];
  const last = framed.quantities.findLast((other) => isPart(other) && other.numberEnd <= q.numberStart);
  const from = last?.end ?? framed.clause.start;
  if (first && second && first.start >= from) {
    const between = text.slice(first.end, second.start);
    const whole = second.start >= q.start || /占/.test(between) || q.form === 'ratio';
    if (whole && first.code !== second.code) return { who: code(first), among: code(second) };
    if (/^[^、,]{0,4}中/.test(between))
      return { who: qualified(code(second), between, agesIn(place, from)), among: code(first) };
  }
  const region = wordsOf(reading, framed, from, q.start);
  const ages = agesIn(place, from);
  const within = second
    ? /^[、,]?(?:其)?(.{2,12}?)中的?$/.exec(wordsOf(reading, framed, from, second.start))?.[1]
    : undefined;
  if (second && within) return { who: code(second), among: `other:${within}` };
  const base = second ? code(second) : (reading.topic.person ?? null);
  if (base && !base.startsWith('other:')) {
    const who = qualified(base, region, ages);
    if (who !== base) return { who, among: base };
  }
  const words = region
    .replace(/^[、,和及其中的]+/, '')
    .replace(/(?:所?占|达到|达|为|在|的|比例|不|须|应|均)+$/, '')
    .slice(-20);
  return { who: `other:${words === '' ? '符合要求的' : words}`, among: base ?? 'other:总数' };
}
