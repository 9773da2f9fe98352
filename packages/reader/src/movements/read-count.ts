import { NUMERAL, readNumeral } from './numeral.ts';
import { readUnit, type UnitWord } from './unit.ts';

/** What a clause counts by: 每低5个百分点 is 5 percentage points. */
export interface Count {
  unit: UnitWord;
  step: number;
  /** Where in the clause it stands, and its end. */
  start: number;
  end: number;
}

const NUMBER = new RegExp(`[(]?(${NUMERAL})[)]?`, 'y');
const ONE = /(?<![第\d.统唯惟同零十百千万专逐])(?:1|一)(?=[^\d.点十百千万])/g;
/** How far after 每 the number may stand: 每缺席一次. */
const REACH = 16;
const SHORT =
  /(?:少|缺|差|漏|欠|迟|晚|超|超过|超出|逾期|延迟|延误|推迟|拖延|滞后|低|降|降低|下降|下滑|减少|增加|高|多|提高|提升|上升|增长|退步)(?:了|出|报|交)?$/;
const BOUND =
  /(?:至少|最少|起码|不少于|不低于|不小于|少于|低于|多于|大于|高于|不足|不到|达到|达|满|未满|不满|不超过|仅|只|只有|有且仅有|每|任|之)$/;
const BOUND_AFTER =
  /^(?:以[上下内外]|及以[上下]|之[内外]|内|性|方面|[(]?含|都|也|均|[一-]|(?:及|或|[(]含[)]|含)?以上)/;
/** 一人一档, 三会一课: the second part of a name. */
const PAIRED = /[一二两三四五六七八九][^\d,;]$/;
const PERIOD = /(?:年|月|季度|半年|周|学期|任期)[^未没缺少漏不无,]{0,16}$/;
/** 只发展1名 says how many there were, not for each how much. */
const ONLY = /(?:只|仅|仅仅)(?:有|是|能)?[^,不没未少缺]{0,6}$/;
/** Words that name a happening without a number: 每缺席扣1分. */
const HAPPENING = /^(?:缺席|迟到|早退|缺勤|旷课|缺课|请假|违反|发生|出现|发现)$/;

const PERCENT = new RegExp(`^百分之(${NUMERAL})`);
const POINT: UnitWord = { word: '%', unit: 'percentage-point', time: false };

/** What the clause counts by, the count nearest to its end first, or null. */
export function readCount(clause: string): Count | null {
  const count = countIn(clause);
  // 排名每后移一位: a place in a ranking is no person.
  return count?.unit.unit === 'person' && /排名|名次|位次|排位/.test(clause)
    ? { ...count, unit: { ...count.unit, unit: `other:${count.unit.word}` } }
    : count;
}

function countIn(clause: string): Count | null {
  for (let at = clause.lastIndexOf('每'); at >= 0; at = at === 0 ? -1 : clause.lastIndexOf('每', at - 1)) {
    const count = afterEach(clause, at);
    if (count) return count;
  }
  return single(clause);
}

/** The count that follows 每 at this place, unless it only says how often (每季度). */
function afterEach(clause: string, at: number): Count | null {
  const direct = readUnit(clause.slice(at + 1, at + 8));
  const end = at + 1 + (direct?.word.length ?? 0);
  // 每季度未开展 counts the quarters in which it was not done.
  const missed = direct?.time && /^(?:未|没|不|无)/.test(clause.slice(end)) && !/[年届]/.test(direct.word);
  if (direct && (!direct.time || end === clause.length || missed)) {
    return closer(clause, end) ?? { unit: direct, step: 1, start: at, end };
  }
  const numbered = direct ? null : numberedUnit(clause, at);
  if (numbered) return numbered;
  const rest = clause.slice(at + 1).replace(/的$/, '');
  if (direct || rest === '' || rest.length > 4) return null;
  const unit = HAPPENING.test(rest) ? 'occurrence' : `other:${rest}`;
  return { unit: { word: rest, unit, time: false }, step: 1, start: at, end: clause.length };
}

/** 每名党员缺1次 counts the times, not the members. */
function closer(clause: string, from: number): Count | null {
  const count = single(clause.slice(from));
  return count && { ...count, start: count.start + from, end: count.end + from };
}

function numberedUnit(clause: string, at: number): Count | null {
  const last = Math.min(clause.length, at + 1 + REACH);
  for (let i = at + 1; i < last; i++) {
    NUMBER.lastIndex = i;
    const number = NUMBER.exec(clause);
    const step = number && readNumeral(number[1] ?? '');
    const percent = PERCENT.exec(clause.slice(i, i + 10));
    const spoken = percent && readNumeral(percent[1] ?? '');
    if (percent && spoken !== null)
      return { unit: POINT, step: spoken, start: at, end: i + percent[0].length };
    if (!number || step === null) {
      // 每缺项, 每少人次: the unit without a number.
      const bare = SHORT.test(clause.slice(at + 1, i)) ? readUnit(clause.slice(i, i + 6)) : null;
      if (
        bare &&
        /[项次人篇条户天]/.test(bare.word) &&
        i + bare.word.length >= clause.replace(/的$/, '').length
      ) {
        return { unit: bare, step: 1, start: at, end: i + bare.word.length };
      }
      continue;
    }
    const from = i + number[0].length;
    const unit = readUnit(clause.slice(from, from + 8));
    if (unit?.time && i === at + 1 && from + unit.word.length < clause.length && unit.unit !== 'day')
      return null;
    const end = from + (unit?.word.length ?? 0);
    // 每低于90%一个百分点: the bound stands between.
    if (unit?.word === '%' && /^[一\d.]{1,4}个?百分点/.test(clause.slice(end))) continue;
    if (unit) return { unit, step, start: at, end };
    const other = /^[\u4e00-\u9fff]{1,2}/.exec(clause.slice(from))?.[0];
    return other === undefined
      ? null
      : {
          unit: { word: other, unit: `other:${other}`, time: false },
          step,
          start: at,
          end: from + other.length,
        };
  }
  return null;
}

/** 缺一卡, 少一牌: what is lacking names its own unit. */
function lacking(clause: string, at: number, before: string): Count | null {
  const word = /^[\u4e00-\u9fff]/.exec(clause.slice(at + 1))?.[0];
  if (word === undefined || !/[缺少漏欠]$/.test(before) || /[不点些般样定直旦半无二]/.test(word)) return null;
  return { unit: { word, unit: `other:${word}`, time: false }, step: 1, start: at, end: at + 2 };
}

/** 少1次, 有一项不合格, 发现一起: one without 每 is still each, unless it is a bound or a name (至少1次, 一次性). */
function single(clause: string): Count | null {
  let best: Count | null = null;
  for (const found of clause.matchAll(ONE)) {
    const from = found.index + 1;
    const unit = readUnit(clause.slice(from, from + 8));
    const before = clause.slice(Math.max(0, found.index - 20), found.index);
    if (!unit) {
      best = lacking(clause, found.index, before) ?? best;
      continue;
    }
    const end = from + unit.word.length;
    if ((BOUND.test(before) && !SHORT.test(before)) || ONLY.test(before)) continue;
    if (BOUND_AFTER.test(clause.slice(end, end + 4)) || PERIOD.test(before) || PAIRED.test(before)) continue;
    if (unit.time && !(SHORT.test(before) && !before.endsWith('超过')) && !/(?:有|出现|发现)$/.test(before))
      continue;
    if (/%|百分点|点|岁/.test(unit.word) && !SHORT.test(before)) continue;
    best = { unit, step: 1, start: found.index, end };
  }
  return best;
}
