import { shorten } from './alike.ts';
import { boundsSource } from './bounds.ts';
import { findCode } from './lexicon.ts';
import { peopleSource } from './people-source.ts';
import { type Of, type Placed, placed, strictnessOf, unplaced } from './placed.ts';

const nameOf = (who: string): string => who.replace(/^other:/, '');
const unknownPeople = (who: string): string =>
  `名册和任职名册里分不出“${shorten(nameOf(who), 20)}”这些人：请换成名册里有的人，改为基本情况数据，或留给现场评。`;

/** So many hours of training for each of them. */
export function placeHours({ bench, found, around, item }: Of<'hours'>): Placed {
  const { who, per, words } = found;
  if (per !== 'year')
    return unplaced('学时按年累计，原文不是按年写的：请核定每年多少学时，或改为集中培训的次数。');
  const people = peopleSource(who, around, bench.kind);
  if (!people || who.startsWith('new-member')) return unplaced(unknownPeople(who));
  const title = `每年学习培训学时${item.title ? `（${item.title}）` : ''}`;
  const check = {
    title: shorten(words, 40),
    measure: 'hours',
    who: people.people,
    window: 'year',
    ...boundsSource(bench, found, { base: `${who}-hours`, title, unit: '学时' }),
    ...(people.form ? { when: { form: people.form } } : {}),
    ...strictnessOf(words),
  };
  return placed(`${who}-hours`, check);
}

const SET_UP =
  /(?:设立|成立|建立|组建|改设|升格|划分|设)[^。；，,]{0,8}?(党委|基层委员会|总支|党支部|支部|党组织|党小组|委员会)/;
const CONDITION = /^[^。；]{0,16}?(?:不设|不单独|就近|联合组建|联合成立|合并)/;
const MERELY_FIT = /(?:具备|符合)[^，,。；]{0,6}成立[^，,。；]{0,6}条件/g;
const AS_CONTACT = /^[^，,。；]{0,6}(?:作|担任|为)[^，,。；]{0,8}(?:联系人|介绍人)/;
const PER_UNIT = /每(?:个|名|位|户|对|组|支|人)[^，,。；]{0,12}$/;

/** So many persons on the day. */
export function placeHeadcount(place: Of<'headcount'>): Placed {
  const { bench, found, around, after } = place;
  const { who, words } = found;
  const set = SET_UP.exec(after.replace(MERELY_FIT, '').slice(0, 50));
  if (who.startsWith('member') && CONDITION.test(after))
    return unplaced('这里的人数是说明在什么情况下适用，不是要达到的数。');
  if (who.startsWith('member') && set?.[1]) return placeSetUp(place, set[1]);
  const before = around.slice(0, Math.max(0, around.indexOf(words)));
  if (PER_UNIT.test(before + words.replace(/[至不少于多以上内最低达到]*\d.*$/, '')) || AS_CONTACT.test(after))
    return unplaced(
      '这个数按每个人（户、组）分别算，名册只数全组织的人数：请改写成全组织的数，或留给现场评。',
    );
  const seats = /职数|班子|委员|支委/.test(around) ? seatsOf(who) : null;
  const people = seats ?? youngOf(who, around) ?? peopleSource(who, around, bench.kind);
  if (!people) return placeAsFigure(place) ?? unplaced(unknownPeople(who));
  const check = {
    title: shorten(words, 40),
    measure: 'headcount',
    who: people.people,
    ...boundsSource(bench, found, {
      base: `${idOf(who)}-count`,
      title: `人数：${shorten(around, 40)}`,
      unit: '名',
    }),
    ...whenOf(around, people.form),
    ...strictnessOf(words),
  };
  return placed(`${idOf(who)}-count`, check);
}

const SCOPE =
  /(正式党员|党员|职工)(?:人数)?(?:在|达到)?(超过|≥)?(\d+)(?:名|人)(?:及?以上)?的[^，,。；]{0,10}(?:配备|配|设)/;

/** 职工在500人以上的水厂，配备…: whom it is asked of, only where it is said so. */
function whenOf(around: string, form: string[] | undefined): { when?: unknown } {
  const scope = SCOPE.exec(around.replace(/(以上的[^，,。；]{0,8})，/, '$1'));
  const conditions: unknown[] = form ? [{ form }] : [];
  if (scope) {
    const [, whom, more, count] = scope;
    const bound = { [more === '超过' ? 'moreThan' : 'atLeast']: Number(count) };
    if (whom === '职工') conditions.push({ figure: 'employees', ...bound });
    else conditions.push({ headcount: whom === '党员' ? 'member' : 'full-member', ...bound });
  }
  return conditions.length === 0 ? {} : { when: conditions };
}

const idOf = (who: string): string => (who.startsWith('other:') ? 'people' : who);

/** 党支部一般3至5人: the seats of a branch's committee. */
function seatsOf(who: string): { people: { set: string; post: string }; form: string[] } | null {
  const people = { set: 'seat', post: 'committee' };
  const name = nameOf(who);
  if (/党委|总支/.test(name)) return { people, form: ['general-branch', 'committee'] };
  return name === '党支部' || name === '支部' ? { people, form: ['branch'] } : null;
}

/** 两委成员中35岁以下的至少1名. */
function youngOf(who: string, around: string): { people: Record<string, unknown>; form?: string[] } | null {
  const age = /(\d+)周?岁以下/.exec(around)?.[1];
  if (!/^other:.*岁以下/.test(who) || age === undefined) return null;
  const post = /两委/.test(around.replace(/["“”]/g, '')) ? 'two-committees' : 'committee';
  return /两委|班子|委员/.test(around.replace(/["“”]/g, ''))
    ? { people: { set: 'seat', post, where: { ageAtMost: Number(age) } } }
    : null;
}

/** A size from which another form of organization is due: a scope, and a paper that it was considered. */
function placeSetUp({ bench, found }: Of<'headcount'>, form: string): Placed {
  const { who, words, atLeast } = found;
  if (atLeast === undefined) return unplaced('这里的人数是说明在什么情况下适用，不是要达到的数。');
  const set = who.startsWith('member-full') ? 'full-member' : 'member';
  if (form === '党小组' || form === '委员会')
    return unplaced(`到了这个人数要设${form}：这里的数是条件，名册里没有“该不该设”这一项，请留给现场评。`);
  if (/支部|党组织/.test(form)) {
    const bounds = boundsSource(bench, found, {
      base: 'branch-members',
      title: '设党支部的正式党员数',
      unit: '名',
    });
    const check = { title: shorten(words, 40), measure: 'headcount', who: set, ...bounds };
    return placed('branch-size', { ...check, when: { form: ['branch'] } });
  }
  const general = form === '总支';
  const bounds = boundsSource(bench, found, {
    base: general ? 'general-branch-members' : 'committee-members',
    title: `研究设${general ? '党总支' : '党委'}的党员数`,
    unit: '名',
  });
  const check = {
    title: `${shorten(words, 30)}时研究设${general ? '党总支' : '党委'}`,
    measure: 'document',
    document: 'set-up-considered',
    of: 'now',
    strictness: 'normally',
    when: [{ form: general ? ['branch'] : ['branch', 'general-branch'] }, { headcount: set, ...bounds }],
  };
  return placed(
    general ? 'general-branch-size' : 'committee-size',
    check,
    '人数是条件：到了这个数要有设置形式的研究意见，没有的提醒、不扣分；要从严可改为必须。',
  );
}

/** People that no roster names may be a number of the survey form: 职工, 专职党务人员. */
function placeAsFigure({ bench, found }: Of<'headcount'>): Placed | null {
  const { who, words } = found;
  if (!who.startsWith('other:')) return null;
  const code = findCode(bench.lexicon.figures, nameOf(who));
  if (!code) return null;
  const title = bench.lexicon.figures.find((one) => one.code === code)?.names[0] ?? code;
  const bounds = boundsSource(bench, found, { base: code, title, unit: '名' });
  return placed(code, { title: shorten(words, 40), measure: 'figure', figure: code, ...bounds });
}
