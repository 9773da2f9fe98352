import type { ItemWords } from '../draft/draft.ts';
import type { Count } from './read-count.ts';
import { readUnit } from './unit.ts';

const LONGEST = 60;
const NUMBERING = /^(?:[(]?[\d一二三四五六七八九十]{1,3}[).、．]|[①-⑳]|第[一二三四五六七八九十]+[,、])+/;
const EMPTY =
  /^(?:的|则|并|且|另|再|否则|该项|本项|此项|每项|酌情|视情|视情况|其余|其他|由[^,]{0,12}|一?经[^,]{0,6}(?:查实|核实|确认|发现)|[视根据按]{1,2}[^,]{0,8}(?:情节|程度|轻重|情况|影响|大小)[^,]{0,4}|情节[^,]{0,6}){0,3}$/;

/** The words for which points move: 每少1次 → 少1次, 平均年龄每超过1岁 → 平均年龄超过. */
export function readFor(clauses: string[], count: Count | null, item: ItemWords): string {
  const parts = clauses.map(tidy).filter((clause) => clause !== '');
  let last = parts.length - 1;
  while (last > 0 && EMPTY.test(parts[last] ?? '')) last--;
  const own = parts[last];
  if (own === undefined) return item.title ?? item.passages[0]?.text.slice(0, 20).trim() ?? '';
  const spoken = count ? withoutEach(own, count) : own;
  const before = parts[last - 1];
  // 迟到早退的，每次: the count alone says nothing.
  if (before !== undefined && saysOnlyCount(own, count)) return before.slice(-LONGEST);
  return (spoken === '' ? own : spoken).slice(-LONGEST);
}

const tidy = (clause: string) =>
  clause
    .replace(/^[)\]】、.]+/, '')
    .replace(NUMBERING, '')
    .replace(/的?(?:本项|该项|此项)?的?$/, '')
    .trim();

/** 每次, 每1人, 每低1%: nothing but the count. */
function saysOnlyCount(clause: string, count: Count | null): boolean {
  if (!count) return false;
  const plain = clause.replace(/[(][^()]*[)]$/, '');
  // 每低1%, 每超过1岁: the verb alone says nothing either.
  const measured = /percentage-point|year-of-age/.test(count.unit.unit);
  const head = plain
    .replace(/^每?(?:发现|发生|出现|有)?/, '')
    .replace(measured ? /^[^\d一二两三四五六七八九十百]{1,2}/ : /^$/, '');
  const numbered = /^[\d一二两三四五六七八九十半百(]/.test(head) || head.startsWith(count.unit.word);
  return (
    numbered &&
    plain.length - count.end <= 1 &&
    plain.length <= 10 + count.unit.word.length &&
    (plain.startsWith('每') || count.start === 0)
  );
}

function withoutEach(clause: string, { unit }: Count): string {
  if (unit.unit === 'percentage-point' || unit.unit === 'year-of-age') {
    const at = clause.lastIndexOf('每');
    if (at < 0) return clause;
    const said = clause
      .slice(at + 1)
      .replace(/[(]?[\d.零一二两三四五六七八九十百半]{1,6}[)]?(?:个?百分点|%|个点|周岁|岁)/, '');
    return said === '' ? clause.slice(0, at) : `${clause.slice(0, at)}${said}`;
  }
  const at = clause.lastIndexOf('每');
  const direct = readUnit(clause.slice(at + 1)) !== null;
  // 标识不规范每处: what is counted stands before.
  if (direct && at > 2 && clause.length - at <= 4) return clause.slice(0, at).replace(/的$/, '');
  return at >= 0 && !direct ? `${clause.slice(0, at)}${clause.slice(at + 1)}` : clause;
}
