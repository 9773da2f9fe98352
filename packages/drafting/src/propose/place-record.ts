import { bare, shorten } from './alike.ts';
import { boundsSource } from './bounds.ts';
import { findCode, findCodes } from './lexicon.ts';
import { type Of, type Placed, placed, unplaced } from './placed.ts';

/** Papers that only copy what the registers hold already. */
export const IN_REGISTERS: readonly (readonly [paper: RegExp, register: string])[] = [
  [/^(?:党员)?(?:花)?名册$|党员信息(?:台账|名册)|^党员(?:基本)?(?:台账|档案)$/, '党员名册'],
  [/班子成员名册|干部名册|任职名册/, '任职名册'],
  [
    /会议记录|活动记录|三会一课.{0,2}记录|组织生活记录|主题党日记录|党课记录|签到|谈话记录|走访记录|^学习记录/,
    '活动记录',
  ],
  [/党费(?:收缴)?(?:台账|记录|登记)/, '活动记录（党费收缴）'],
  [/培训(?:记录|台账|档案)|学时(?:台账|登记)/, '培训学习记录'],
  [/流动党员(?:管理)?(?:台账|名册)|党员流动管理台账/, '党员名册（流动情况）'],
];

/** A paper, or several named in one breath. */
export function placeDocument({ bench, found }: Of<'document'>): Placed {
  const list = bench.lexicon.documents;
  const { document } = found;
  const several = findCodes(list, document);
  const one = findCode(list, document);
  const codes = several.length > 1 ? several : one === null ? [] : [one];
  const [first] = codes;
  const register = IN_REGISTERS.find(([paper]) => paper.test(bare(document)))?.[1];
  if (register)
    return unplaced(`${register}里已经记着这些，不必再要一份材料：建议不要这一项，要看的在登记册里看。`);
  if (first === undefined)
    return unplaced(
      `文件资料目录里没有“${shorten(bare(document), 24)}”这一类：请在“修改”里选一类，或留给现场评。`,
    );
  const yearly = codes.every((code) => list.find((entry) => entry.code === code)?.yearly);
  const which = codes.length === 1 ? { document: first } : { documents: codes };
  const check = { title: shorten(document, 40), measure: 'document', ...which, of: yearly ? 'year' : 'now' };
  const named = list.find((entry) => entry.code === first);
  const exact = codes.length > 1 || named?.names.some((name) => bare(document).includes(name));
  return placed(first, check, exact ? null : `按“${named?.names[0] ?? first}”计，请核对是不是同一样东西。`);
}

/** A poll's answer. */
export function placePoll({ bench, found, around, item }: Of<'poll'>): Placed {
  const { about, answer, words } = found;
  const list = bench.lexicon.polls;
  const code =
    list.some((one) => one.code === about) && about !== 'members' ? about : aboutOf(around, about, item.text);
  if (!list.some((one) => one.code === code))
    return unplaced(`测评里没有对“${shorten(about, 16)}”的这一项：请在“修改”里选一项，或留给现场评。`);
  const title = list.find((one) => one.code === code)?.names[0] ?? code;
  const satisfied = answer === 'satisfied';
  const bounds = boundsSource(bench, found, {
    base: `${code}-${answer}`,
    title: `${title}的${satisfied ? '满意率' : '不满意率'}`,
    unit: '比例',
  });
  const check = { title: shorten(words, 40), measure: 'poll', about: code, answer, ...bounds };
  return placed(
    code,
    /基本满意/.test(around) && satisfied ? { ...check, satisfiedIncludes: 'basically' } : check,
  );
}

/** Whom the poll asks about, by the sentence: 职工对支部的满意度 is the staff's. */
function aboutOf(around: string, about: string, text: string): string {
  if (/家长/.test(around)) return 'parents';
  if (/(?:教?职工|员工)[^，,。]{0,12}满意/.test(around)) return 'staff';
  if (/党员对/.test(around)) return 'work-by-members';
  if (/(?:干部|班子|书记)[^，,。]{0,10}满意/.test(around)) return 'cadres';
  if (/承诺/.test(around)) return 'commitment';
  if (/便民|办事|代办|服务(?:中心|大厅)/.test(around)) return 'service';
  if (about === 'members' && /对党员/.test(around)) return 'members';
  return !/党组织|支部|党委|总支/.test(around) && /干部/.test(text) ? 'cadres' : 'work';
}

/** What must not have happened. */
export function placeEvent({ bench, found }: Of<'event'>): Placed {
  const { event, lookback, words } = found;
  if (/失联/.test(event)) {
    const who = { set: 'member', where: { lostContact: true } };
    return placed('lost-contact', { title: '没有失联党员', measure: 'headcount', who, atMost: 0 });
  }
  const list = bench.lexicon.events;
  const codes = findCodes(list, event);
  const nearest = codes.length > 0 ? null : findCode(list, event);
  const events = nearest === null ? codes : [nearest];
  const [first] = events;
  if (first === undefined)
    return unplaced(
      `事项登记里没有“${shorten(event, 20)}”这一项：请在“修改”里选一项（要由有权单位确认），或留给现场评。`,
    );
  const states = events.every((code) => list.find((entry) => entry.code === code)?.state);
  const year = { rolling: 12, unit: 'month' };
  const window = lookback === 'term' ? 'term' : lookback === 'year' || !states ? year : 'now';
  const check = {
    title: shorten(words, 40),
    measure: 'event',
    event: events.length === 1 ? first : events,
    window,
    moves: { way: 'veto', effect: 'item' },
  };
  const guessed = lookback === 'now' && !states ? '原文没有写看多长时间，先按近12个月计，请核定。' : null;
  const near = nearest ? '按最接近的一项计，请核对是不是同一件事。' : null;
  return placed(first, check, guessed ?? near);
}

const TERM = /任期(?:为|均为|一般为)?\s*([三四五345])\s*年|每届\s*([三四五345])\s*年/;
const YEARS: Readonly<Record<string, number>> = { 三: 3, 四: 4, 五: 5 };

/** What only people can look at; a term of office said in years is read from the elections. */
export function placeLook({ bench, found }: Of<'on-site'>): Placed {
  const { look } = found;
  const term = TERM.exec(look);
  const said = term?.[1] ?? term?.[2];
  if (said !== undefined) {
    const value = YEARS[said] ?? Number(said);
    const years = bench.book.add({
      base: 'term-years',
      title: '党组织任期',
      unit: '年',
      tighten: 'down',
      value,
    });
    return placed('term', {
      title: '距上次换届不超过任期',
      measure: 'activities',
      activity: 're-election',
      window: { rolling: years, unit: 'year' },
      atLeast: 1,
      when: { noEvent: 'term-extended', window: 'now' },
    });
  }
  return placed('look', { title: shorten(look, 40), measure: 'on-site', look: shorten(look, 200) });
}
