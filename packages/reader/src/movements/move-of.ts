import type { DraftMovement, ItemWords } from '../draft/draft.ts';
import type { At } from '../source/source.ts';
import type { Amount } from './amount.ts';
import type { Mark } from './find-marks.ts';
import { type Count, readCount } from './read-count.ts';
import { readFor } from './read-for.ts';
import { cut, splitSubjects } from './split-subjects.ts';

export interface Moved {
  movement: DraftMovement;
  side: 'deduct' | 'add';
  /** Position in the compact text where the amount ends. */
  end: number;
  /** 酌情扣分 that names no number. */
  openEnded: boolean;
}

interface Place {
  item: ItemWords;
  at: At;
  words: string;
  side: 'deduct' | 'add';
}

const JUDGED =
  /酌情|酌|视[^,;]{0,12}(?:情况?|情节|程度|问题|效果|质量|影响|轻重|具体)|(?:根据|按照?|依据|依)[^,;]{0,12}(?:情节|程度|轻重|情况)|区别情况|适当|轻重/;
/** A clause that only leads over to the amount. */
const LEADING =
  /^(?:的|则|并|且|另|再|该项|本项|此项|每项|在此基础上|在[^,]{0,10}(?:总分|得分|分值)中|从[^,]{0,10}(?:总分|得分|分值)中|给予|予以|将|一律|由[^,]{0,12}|经[^,]{0,12}(?:核实|查实|确认)(?:后|的)?|情节[^,]{0,6}|每发现|酌情|视情){0,3}$/;
/** What a cap sums up, not what it is given for. */
const SUMMING =
  /^(?:以上|本项|该项|此项|单项|每项|各项|两项|同类|累计|合计|总计|年度|全年|每年|每月|每季度|半年|个人|支部|加分|扣分|奖励|项|的|,)*$/;
const DEEP =
  /每(?:少|缺|漏|差|有|出现|发现|发生|超|超过|低|低于|高|降低|下降|提高|迟|晚|逾期|未)[^,;]{0,8}$|每(?:少|缺|漏|差|有|出现|发现|发生|超|低|降|提|迟|晚|逾|未)/;

/** The movements that one mark states under its condition. */
export function moveOf(mark: Mark, said: string, place: Place): Moved[] {
  const condition = insideOf(said);
  const clauses = cut(condition, [',', ';', ':', '\n']).filter((clause) => clause !== '');
  if (mark.what === 'end') return [];
  if (mark.what === 'all' || mark.what === 'share') return whole(mark, clauses, place);
  if (mark.what === 'cap') return mostly(mark, clauses, place);
  const count = countOf(mark, clauses);
  const judged = mark.judged || clauses.slice(-2).some((clause) => JUDGED.test(clause));
  const amounts = mark.what === 'judged' ? [unstated(place)] : mark.amounts;
  if (mark.what === 'judged' && !judged) return [];
  const subjects = mark.apart ? splitSubjects(withoutLead(condition)) : [];
  const openEnded = mark.what === 'judged';
  const build = (points: DraftMovement['points'], about: string) =>
    finish(mark, place, { for: about, points, ...way(points, count, judged || openEnded) }, openEnded);
  const about = readFor(clauses, count, place.item);
  if (amounts.length > 1) {
    const named = subjects.length === amounts.length ? subjects : [];
    return amounts.map((points, i) =>
      build(points, readFor(named[i] === undefined ? clauses : [named[i]], null, place.item)),
    );
  }
  const points = amounts[0];
  if (points === undefined) return [];
  if (subjects.length > 1)
    return subjects.map((subject) => build(points, readFor([subject], null, place.item)));
  return [build(points, about)];
}

/** An amount inside a bracket has its condition there too: 按期换届(6分,逾期未换届不得分). */
function insideOf(condition: string): string {
  const open = condition.lastIndexOf('(');
  if (open < 0 || condition.includes(')', open)) return condition;
  const inside = condition.slice(open + 1);
  return inside === '' ? condition.slice(0, open) : inside;
}

/** 酌情扣分 without a number: anything up to the item's points. */
const unstated = ({ item, side }: Place): DraftMovement['points'] & (Amount | 'all') =>
  side === 'deduct' && item.points !== null ? [0, item.points] : 'all';

function way(points: DraftMovement['points'], count: Count | null, judged: boolean) {
  const range = Array.isArray(points);
  if ((judged && (range || !count)) || (range && !count)) return { per: 'judgement' as const };
  if (!count) return { per: 'once' as const };
  return { per: 'each' as const, unit: count.unit.unit, ...(count.step === 1 ? {} : { step: count.step }) };
}

function whole(mark: Mark, clauses: string[], place: Place): Moved[] {
  // 不得分 with no condition before it says nothing (注：不得分).
  // 一票否决，当年积分记0分: the veto says it already.
  if (clauses.length === 0 || clauses.some((clause) => clause.includes('一票否决'))) return [];
  if (mark.what === 'all')
    return [finish(mark, place, { for: readFor(clauses, null, place.item), points: 'all', per: 'once' })];
  const share = mark.amounts[0];
  const count = countOf(mark, clauses);
  if (typeof share !== 'number' || place.item.points === null) return [];
  return [
    finish(mark, place, {
      for: readFor(clauses, count, place.item),
      points: Math.round(share * place.item.points * 1000) / 1000,
      ...way(share, count, false),
    }),
  ];
}

/** 最高加5分 that closes no other amount is itself the range. */
function mostly(mark: Mark, clauses: string[], place: Place): Moved[] {
  const most = mark.amounts[0];
  if (typeof most !== 'number' || !mark.judged || clauses.every((clause) => SUMMING.test(clause))) return [];
  return [
    finish(mark, place, { for: readFor(clauses, null, place.item), points: [0, most], per: 'judgement' }),
  ];
}

function finish(
  mark: Mark,
  place: Place,
  movement: Omit<DraftMovement, 'at' | 'words'>,
  openEnded = false,
): Moved {
  return {
    movement: { ...movement, at: place.at, words: place.words },
    side: place.side,
    end: mark.end,
    openEnded,
  };
}

/** The count that belongs to the amount: behind it, in the nearest clause that says anything, or 每少… further off. */
function countOf(mark: Mark, clauses: string[]): Count | null {
  if (mark.behind) return { unit: mark.behind, step: 1, start: 0, end: 0 };
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = (clauses[i] ?? '').replace(/的$/, '');
    const count = readCount(clause);
    if (count) return count;
    if (!LEADING.test(clause)) {
      const deep = clauses
        .slice(0, i)
        .reverse()
        .find((earlier) => DEEP.test(earlier));
      return deep === undefined ? null : readCount(deep.replace(/的$/, ''));
    }
  }
  return null;
}

/** 计划、总结，每缺一项各扣1分: the subjects stand before the count. */
function withoutLead(condition: string): string {
  // 评分标准: is a label.
  const clauses = cut(condition.replace(/[,;]+$/, '').replace(/^[^,;:、]{0,10}:/, ''), [',', ';']);
  while (clauses.length > 1) {
    const last = (clauses.at(-1) ?? '').replace(/的$/, '');
    const count = readCount(last);
    const onlyCount = count !== null && count.start === 0 && last.length - count.end <= 2;
    if (!onlyCount && !LEADING.test(last)) break;
    clauses.pop();
  }
  return clauses.join(',');
}
