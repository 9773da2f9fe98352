import type { Work, WorkItem } from '../work.ts';
import { sumOf } from './assemble.ts';

export interface Remark {
  /** Key of the item; null: the edition as a whole. */
  item: string | null;
  text: string;
}

/** What does not add up, said and never mended silently. */
export function listRemarks(work: Work): Remark[] {
  const items = work.chapters.flatMap((chapter) => chapter.items);
  return [...remarksOnWhole(work, items), ...items.flatMap(remarksOnItem)];
}

function remarksOnWhole(work: Work, items: readonly WorkItem[]): Remark[] {
  const sum = sumOf(items.map((item) => item.points));
  const remarks: Remark[] = [];
  const say = (text: string) => remarks.push({ item: null, text });
  if (work.kind === null) say('源文件没有写明适用于哪一类组织，发布前请选定。');
  if (work.fullMarks !== null && sum !== work.fullMarks)
    say(`各条分值合计 ${sum} 分，与满分 ${work.fullMarks} 分不等：请核对各条分值，或改写满分。`);
  if (items.length > 0 && sum === 0)
    say('各条都没有分值：试算时每条按 1 分计；发布后只有达标与否，没有得分。');
  return remarks;
}

function remarksOnItem(item: WorkItem): Remark[] {
  const standing = item.proposals.filter(
    ({ state, check }) => check && state !== 'dropped' && state !== 'on-site',
  );
  const points = standing.flatMap(({ check }) => (typeof check?.points === 'number' ? [check.points] : []));
  const given = sumOf(points);
  if (points.length > 0 && given > item.points)
    return [{ item: item.key, text: `各项检查合计 ${given} 分，超过本条的 ${item.points} 分。` }];
  if (points.length > 0 && points.length === standing.length && given < item.points)
    return [{ item: item.key, text: `各项检查合计 ${given} 分，不到本条的 ${item.points} 分。` }];
  return [];
}
