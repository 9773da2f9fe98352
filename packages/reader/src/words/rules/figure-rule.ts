import { wordsOf } from '../frame.ts';
import { NAMED_FIGURES } from '../lexicon/figures.ts';
import { boundsOf } from '../quantities.ts';
import type { TokenOf } from '../tokens.ts';
import { activitiesRule } from './activities-rule.ts';
import { partsOf } from './parts.ts';
import { countedWords, narrows, peopleRule, ratioBase } from './people-rule.ts';
import { ownPeriod } from './period-of.ts';
import type { Found, Place } from './rule.ts';

/** What is gathered stays: so many things, not so many acts. */
const GATHERS = /更新|征集|征求|收集|购置|添置|订阅|购买|新增|引进|培育|打造|创建|建成|募集/;
const HOLDS = /有|建|设|配|达|拥有|具备|确定|形成/;

/** The contract's name for what is measured, or the words before or after the number. */
function figureName(place: Place, afterFirst: boolean): string {
  const { framed, q, reading } = place;
  const named = framed.clause.tokens.filter(
    (token): token is TokenOf<'figure'> => token.kind === 'figure' && !token.rate,
  );
  const near =
    named.findLast((token) => token.end <= q.numberStart) ??
    named.find((token) => token.start >= q.numberEnd);
  const after = named.find((token) => token.start >= q.numberEnd);
  const chosen = afterFirst ? (after ?? near) : near;
  if (chosen && NAMED_FIGURES.has(chosen.code)) return chosen.code;
  if (q.unit?.kind === 'area' && /阵地|场所|中心|活动室|用房|面积/.test(framed.clause.text))
    return 'venue-area';
  if (/带动|帮带|结对/.test(framed.clause.text) && /村/.test(framed.clause.text) && afterFirst)
    return 'helped-villages';
  if (afterFirst) return `other:${countedWords(place) || '数量'}`;
  const before = wordsOf(reading, framed, framed.clause.start, q.start)
    .replace(/(?:按照?)?(?:每名党员|党员人数|每人|人均)*(?:每年|每月|年均|全年)?$/, '')
    .slice(-14);
  const { figure } = reading.topic;
  if (q.unit?.kind === 'yuan' && figure && (!chosen || before === '')) return `other:${figure}`;
  return `other:${before === '' ? countedWords(place) || '数量' : before}`;
}

function figure(place: Place, unit: string, afterFirst: boolean): Found[] {
  const name = figureName(place, afterFirst);
  const parts = unit === 'count' ? partsOf(place) : [''];
  if (parts.length > 1) return parts.flatMap((part) => namedFigure(place, unit, `other:${part}`));
  return namedFigure(place, unit, name);
}

function namedFigure({ q }: Place, unit: string, name: string): Found[] {
  return boundsOf(q, q.unit?.factor ?? 1).map((bounds) => ({
    check: { measure: 'figure' as const, figure: name, unit, ...bounds },
    start: q.start,
    end: q.end,
  }));
}

/** 1-2个主导产业 is a figure; 每年2篇调研报告 is something done in a period. */
export function countRule(place: Place): Found[] {
  const { framed, q } = place;
  const own = ownPeriod(framed, q);
  const done =
    own &&
    (own.per === null || own.per !== 'once') &&
    !(own.strong === false && HOLDS.test(framed.clause.text)) &&
    !GATHERS.test(wordsOf(place.reading, framed, framed.clause.start, q.start));
  if (ratioBase(place)) return peopleRule(place);
  if (done) return activitiesRule(place);
  return figure(place, 'count', true);
}

const SCOPE_OF_MONEY = /^(?:的|大额|支出|开支|项目|工程|资金|采购|合同|物品|固定资产|事项|者|部分|左右的)/;
const MONEY = /经费|收入|收益|资金|补贴|报酬|投入|利润|产值|税收|资产|积累|待遇|补助|慰问金|标准|保障|工资/;

/** 年收益不低于2万元; 5万元以上的支出 only says what is meant. */
export function moneyRule(place: Place): Found[] {
  const { framed, q, reading } = place;
  const after = wordsOf(reading, framed, q.end, framed.clause.end);
  const bound = reading.laid.folded.text.slice(q.start, q.numberStart).length > 0;
  if (SCOPE_OF_MONEY.test(after) && !(bound && /^的?标准/.test(after))) return [];
  if (/交纳|缴纳|罚款|奖励|处罚|报销/.test(framed.clause.text)) return [];
  return bound || MONEY.test(framed.clause.text) ? figure(place, 'yuan', false) : [];
}

/** Areas, lengths, weights. */
export function sizeRule(place: Place): Found[] {
  if (place.q.unit?.kind === 'size' && place.q.direction === null) return [];
  return narrows(place) ? [] : figure(place, place.q.unit?.code ?? 'count', false);
}

/** 年龄不超过60周岁, 平均年龄45岁以下: an age that qualifies nobody counted beside it. */
export function ageRule(place: Place): Found[] {
  const { framed, q, reading } = place;
  const counted = framed.quantities.some(
    (other) => other !== q && !other.vague && (other.unit?.kind === 'people' || other.form !== 'plain'),
  );
  const after = wordsOf(reading, framed, q.end, framed.clause.end);
  if (counted || q.direction === null || after.startsWith('的') || !/年龄/.test(framed.clause.text))
    return [];
  return figure(place, 'year-of-age', false);
}

/** 每月固定1天, 每月驻村不少于20天: days of a month count like times, unless something is taught in them. */
function countsDays(place: Place): boolean {
  const { framed, q } = place;
  if (q.unit?.code !== 'day' || !ownPeriod(framed, q)) return false;
  if (/固定|活动日|[确选]定|安排/.test(framed.clause.text)) return true;
  return q.direction === 'ge' && !/培训|学习|轮训|脱产|公示/.test(framed.clause.text);
}

/** A notice that must hang for so many days; other lengths of time are deadlines and terms. */
export function durationRule(place: Place): Found[] {
  const { framed, q, reading, sentence } = place;
  if (countsDays(place)) return activitiesRule(place);
  const before = reading.laid.folded.text.slice(q.start, q.numberStart);
  const taught = sentence.clauses.some((other) => other.quantities.some((o) => o.unit?.kind === 'hours'));
  if (q.direction !== 'ge' || before === '' || taught) return [];
  const said = (sentence.clauses[place.at - 1]?.clause.text ?? '') + framed.clause.text;
  return /公示|培训|脱产/.test(said) ? figure(place, q.unit?.code ?? 'day', false) : [];
}
