import type { FollowUp, UnitClass } from '@hujian/contract';
import { addDays } from '@hujian/engine';
import type { ItemShortfall } from '../read-shortfalls.ts';

export interface FollowUpDraft {
  organization: number;
  way: FollowUp['way'];
  task: string;
  item: string | null;
  partner: number | null;
  dueOn: string;
}

/** A unit with what the round and its standing say of it. */
export interface FollowedUnit {
  id: number;
  name: string;
  parent: string;
  class: UnitClass | null;
  unmet: readonly ItemShortfall[];
  /** Codes of items that it meets. */
  met: ReadonlySet<string>;
  findings: readonly { item: string | null; title: string; text: string }[];
  practices: readonly string[];
}

/** At most so many tasks of a kind for one unit: what costs most comes first. */
const most = { unmet: 5, findings: 10, learn: 4 };
const daysFor = { consolidate: 90, 'fill-gaps': 60, transform: 90, 'learn-from': 60 } as const;

/**
 * What follows a round by class: leading units consolidate, middle ones fill their gaps, lagging ones are transformed as
 * a whole and learn from a leading neighbour what it does well and they lack. Pure; partners are shared out evenly.
 */
export function planFollowUps(units: readonly FollowedUnit[], today: string): FollowUpDraft[] {
  const taught = new Map<number, number>();
  return units.flatMap((unit) => {
    if (unit.class === 'leading') return consolidate(unit, today);
    if (unit.class === 'lagging') return transform(unit, { units, taught, today });
    return fillGaps(unit, today);
  });
}

const draft = (
  unit: FollowedUnit,
  today: string,
  of: Pick<FollowUpDraft, 'way' | 'task'> & Partial<FollowUpDraft>,
): FollowUpDraft => ({
  organization: unit.id,
  item: null,
  partner: null,
  dueOn: addDays(today, daysFor[of.way]),
  ...of,
});

function consolidate(unit: FollowedUnit, today: string): FollowUpDraft[] {
  const practices = unit.practices.filter(Boolean).slice(0, 3);
  const told = practices.length > 0 ? `总结${practices.map((title) => `“${title}”`).join('、')}等做法，` : '';
  const task = `${told}巩固提升、扩大成果，作为就近学习的观摩点；现场记下的问题一并改好。`;
  return [draft(unit, today, { way: 'consolidate', task }), ...findings(unit, today)];
}

function fillGaps(unit: FollowedUnit, today: string): FollowUpDraft[] {
  const gaps = unit.unmet.slice(0, most.unmet).map(({ item, title, text }) =>
    draft(unit, today, {
      way: 'fill-gaps',
      item,
      task: `补齐“${title}”：${text}。`.replaceAll('。。', '。'),
    }),
  );
  return [...gaps, ...findings(unit, today)];
}

/** What two panelists wrote in the same words is one task. */
function findings(unit: FollowedUnit, today: string): FollowUpDraft[] {
  const told = unit.findings.map(({ item, title, text }) => ({
    way: 'fill-gaps' as const,
    item,
    task: `整改现场发现的问题${title ? `（${title}）` : ''}：${text}`,
  }));
  return [...new Map(told.map((one) => [one.task, one])).values()]
    .slice(0, most.findings)
    .map((one) => draft(unit, today, one));
}

interface Lesson {
  units: readonly FollowedUnit[];
  taught: Map<number, number>;
  today: string;
}

function transform(unit: FollowedUnit, { units, taught, today }: Lesson): FollowUpDraft[] {
  const weak = unit.unmet.slice(0, most.learn);
  const whole = draft(unit, today, {
    way: 'transform',
    task: `综合施治：由上级党组织帮助制定一村一策的转化方案，明确责任人和时限${
      weak.length > 0 ? `，先改好${weak.map(({ title }) => `“${title}”`).join('、')}` : ''
    }。`,
  });
  const lessons = weak.flatMap(({ item, title, text }) => {
    const partner = choosePartner(unit, item, units, taught);
    if (!partner) return [draft(unit, today, { way: 'fill-gaps', item, task: `补齐“${title}”：${text}。` })];
    taught.set(partner.id, (taught.get(partner.id) ?? 0) + 1);
    const task = `到${partner.name}学习“${title}”的做法，回来对照改进：${text}。`;
    return [draft(unit, today, { way: 'learn-from', item, partner: partner.id, task })];
  });
  return [whole, ...lessons, ...findings(unit, today)];
}

/** A leading unit that meets the item: of the same parent before others, then who teaches least so far. */
function choosePartner(
  unit: FollowedUnit,
  item: string,
  units: readonly FollowedUnit[],
  taught: ReadonlyMap<number, number>,
): FollowedUnit | undefined {
  const fits = units.filter((other) => other.class === 'leading' && other.met.has(item));
  const worth = (other: FollowedUnit) =>
    (other.parent === unit.parent ? 0 : 1000) + (taught.get(other.id) ?? 0);
  return fits.toSorted((a, b) => worth(a) - worth(b) || a.id - b.id)[0];
}
