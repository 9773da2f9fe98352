import { shorten } from './alike.ts';
import { boundsSource } from './bounds.ts';
import { peopleSource, sameSet } from './people-source.ts';
import { type Of, type Placed, placed, strictnessOf, unplaced } from './placed.ts';

const ATTENDANCE = /参加率|到会率|到场率|出席率|参与率|到课率|参会率|参评率/;

/** Shares whose two numbers the survey form holds. */
const FIGURES: readonly (readonly [said: RegExp, part: string, whole: string])[] = [
  [/网格[^，,。]{0,8}(?:覆盖|全覆盖)/, 'grids-covered', 'grids'],
  [/楼栋[^，,。]{0,8}覆盖/, 'buildings-covered', 'buildings'],
  [/在职党员[^，,。]{0,10}报到/, 'in-service-reported', 'in-service-members'],
  [/(?:业委会|业主委员会|物业)[^，,。]{0,12}(?:交叉任职|兼任|覆盖)/, 'estate-bodies-joined', 'estate-bodies'],
  [/小微企业|两新[^，,。]{0,6}覆盖/, 'small-units-covered', 'small-units'],
  [/专职党务[^，,。]{0,14}职工/, 'party-workers', 'employees'],
  [/关键岗位/, 'key-staff-members', 'key-staff'],
  [/党小组长[^，,。]{0,6}(?:兼任|担任)[^，,。]{0,4}村民(?:小)?组长/, 'dual-group-leaders', 'villager-groups'],
  [/走访[^，,。]{0,10}(?:农户|户)|入户率/, 'households-visited', 'households'],
  [/监测户[^，,。]{0,8}帮扶/, 'monitored-households-helped', 'monitored-households'],
  [/应评议|参加评议/, 'members-appraised', 'members-due-appraisal'],
];
/** Ratios of two different sets that mean something. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['activist', 'candidate'],
  ['applicant', 'activist'],
  ['reserve-cadre', 'secretary'],
  ['reserve-cadre', 'cadre'],
  ['reserve-cadre', 'committee-member'],
  ['floating-member', 'member'],
  ['member-probationary', 'member'],
  ['party-worker', 'member'],
];

/** A part of a whole. */
export function placeShare(place: Of<'share'>): Placed {
  const { bench, found, around } = place;
  const { who, among, words } = found;
  const said = `${who.replace(/^other:/, '')}${around}`;
  if (ATTENDANCE.test(said) || among === 'member-attending') return placeAttendance(place);
  if (/有岗有责|设岗定责|无职党员/.test(said)) return placePostDuty(place);
  const [part, whole] = [who, among].map((code) => peopleSource(code, around, bench.kind));
  const isPair = PAIRS.some(([a, b]) => who.startsWith(a) && among === b);
  const common = { title: shorten(words, 40), measure: 'share' };
  const naming = { base: `${idOf(who)}-share`, title: `比例：${shorten(around, 40)}`, unit: '比例' };
  if (part && whole && (isPair || (sameSet(part, whole) && JSON.stringify(part) !== JSON.stringify(whole)))) {
    const fresh = who.startsWith('new-member') ? { window: 'year' } : {};
    const bounds = boundsSource(bench, found, naming);
    const check = { ...common, who: part.people, among: whole.people, ...fresh, ...bounds };
    return placed(`${idOf(who)}-share`, { ...check, ...strictnessOf(words) });
  }
  const clause =
    around
      .slice(0, around.indexOf(words) + words.length)
      .split(/[，,]/)
      .at(-1) ?? words;
  const figures = FIGURES.find(([say]) => say.test(`${who.replace(/^other:/, '')}　${clause}`));
  if (!figures)
    return unplaced(
      `没有哪本账同时记着这个比例的分子和分母（${shorten(words, 24)}）：请在“修改”里选两个数，或留给现场评。`,
    );
  const [, top, bottom] = figures;
  const check = { ...common, figures: { part: top, whole: bottom }, ...boundsSource(bench, found, naming) };
  return placed(top, check, '按基本情况数据里最接近的两个数计，请核对是不是原文说的。');
}

const idOf = (who: string): string => (who.startsWith('other:') ? 'part' : who);

/** A rate of attendance holds at each meeting: every record must reach it. */
function placeAttendance({ bench, found, activity }: Of<'share'>): Placed {
  const { words, atLeast } = found;
  if (!activity || atLeast === undefined || atLeast > 1)
    return unplaced('到会率要看是哪一种活动的，这里没有写明：请在“修改”里选一类活动，或留给现场评。');
  const value = bench.book.add({
    base: `${activity}-attendance`,
    title: `到会率：${shorten(words, 30)}`,
    unit: '比例',
    tighten: 'up',
    value: atLeast,
  });
  const check = {
    title: shorten(words, 40),
    measure: 'share',
    activities: {
      part: { activity, only: { minAttendance: value } },
      whole: { activity },
    },
    window: 'year',
    atLeast: 1,
  };
  return placed(`${activity}-attendance`, check, '按每一次活动都要达到这个到会率计。');
}

function placePostDuty({ bench, found }: Of<'share'>): Placed {
  const { words } = found;
  const bounds = boundsSource(bench, found, {
    base: 'post-duty-share',
    title: '无职党员设岗定责的占比',
    unit: '比例',
  });
  return placed('post-duty', {
    title: shorten(words, 40),
    measure: 'share',
    who: { set: 'member', where: { noSeat: true, hasPostDuty: true } },
    among: { set: 'member', where: { noSeat: true } },
    ...bounds,
  });
}
