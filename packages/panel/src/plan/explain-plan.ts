import { canJudge, type Field, type Stop } from './field.ts';
import { findParts } from './join-parts.ts';
import { listMutual, type Tally } from './tally.ts';

/** Every rule that could not be kept, and why; in Chinese, for whoever adjusts the plan. */
export function explainPlan(
  field: Field,
  { stops, missing, tally }: { stops: readonly Stop[]; missing: readonly number[]; tally: Tally },
): string[] {
  return [
    ...explainRules(field),
    ...explainMissing(field, missing),
    ...explainShort(field, stops),
    ...listMutual(tally).map(
      ([one, other]) =>
        `${nameOf(field, one)}和${nameOf(field, other)}在本轮中互评，没有找到避开的排法；可增加评议人或天数，或由领导小组换人。`,
    ),
    ...explainParts(field, stops),
    ...explainLoad(field, tally),
  ];
}

const nameOf = (field: Field, unit: number): string => field.units[unit]?.id ?? '';

function explainRules({ input, panelists }: Field): string[] {
  const homeless = panelists.filter(({ home }) => !home).map(({ id }) => id);
  return [
    ...(input.perVisit < 3
      ? [`每次观摩只要求 ${input.perVisit} 名评议人；少于 3 名，结果分不清是谁评得严、谁干得好。`]
      : []),
    ...(homeless.length > 0 ? [`${tell(homeless)}没有写明所在单位，无法判断是否应当回避。`] : []),
  ];
}

function explainMissing(field: Field, missing: readonly number[]): string[] {
  const { panelists, days, input, present } = field;
  const everywhere = days.map((_day, day) => day);
  const barred = missing.filter(
    (unit) => !panelists.some((_p, p) => everywhere.some((day) => canJudge(field, p, { unit, day }))),
  );
  const crowded = missing.filter((unit) => !barred.includes(unit));
  const most =
    present.reduce((sum, here) => sum + Math.floor(here.length / input.perVisit), 0) * input.perDay;
  const names = (units: readonly number[]): string => tell(units.map((unit) => nameOf(field, unit)));
  return [
    ...(barred.length > 0 ? [`${names(barred)}没有排进去：没有既能来、又不必回避的评议人。`] : []),
    ...(crowded.length > 0
      ? [
          `${names(crowded)}没有排进去：${days.length} 天里按每人每天 ${input.perDay} 个、每处 ${input.perVisit} 人，最多能排 ${most} 个单位。请增加天数或评议人。`,
        ]
      : []),
  ];
}

function explainShort(field: Field, stops: readonly Stop[]): string[] {
  const { perVisit } = field.input;
  return stops
    .filter(({ seats }) => seats.length < perVisit)
    .map((stop) => {
      const able = field.panelists.filter((_one, p) => canJudge(field, p, stop)).length;
      const why =
        able < perVisit
          ? `当天能来、又不必回避的只有 ${able} 人`
          : '同一时间其余的人都在别处，换到别的时间也凑不齐';
      return `${nameOf(field, stop.unit)}只排了 ${stop.seats.length} 名评议人，不足 ${perVisit} 名：${why}。`;
    });
}

function explainParts(field: Field, stops: readonly Stop[]): string[] {
  const { parts, ofPanelist } = findParts(stops);
  if (parts < 2) return [];
  const groups = [...Map.groupBy(ofPanelist.keys(), (p) => ofPanelist.get(p)).values()];
  const smallest = groups.reduce((one, other) => (other.length < one.length ? other : one));
  const names = tell(smallest.map((p) => field.panelists[p]?.id ?? ''));
  return [
    `评议人分成互不交叉的 ${parts} 部分（其中一部分：${names}），不同部分的宽严无法比较；回避、时间和人数不允许再交叉，请增加天数或评议人。`,
  ];
}

/** Uneven is more than two visits apart among those who could have come as often as the others. */
function explainLoad(field: Field, tally: Tally): string[] {
  const idle = field.panelists.filter((_one, p) => tally.load[p] === 0).map(({ id }) => id);
  const always = field.panelists.flatMap((_one, p) =>
    field.present.every((here) => here.includes(p)) ? [tally.load[p] ?? 0] : [],
  );
  const [least, most] = [Math.min(...always), Math.max(...always)];
  return [
    ...(idle.length > 0 ? [`${tell(idle)}没有任务：这几天不能来、应当回避，或者人数已经够了。`] : []),
    ...(always.length > 1 && most - least > 2
      ? [`任务多少不一：最少的 ${least} 处，最多的 ${most} 处；回避和时间不允许再平均。`]
      : []),
  ];
}

const tell = (names: readonly string[]): string =>
  names.length > 8 ? `${names.slice(0, 8).join('、')}等 ${names.length} 个` : names.join('、');
