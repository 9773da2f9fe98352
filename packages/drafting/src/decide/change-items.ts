import type { Work, WorkItem } from '../work.ts';
import type { Change } from './change.ts';
import { DecisionProblem } from './decision-problem.ts';
import { getItem, itemsIn, nextKey, written } from './find.ts';

export function changeItem(work: Work, { item: key, set }: Extract<Change, { do: 'change-item' }>): void {
  const item = getItem(work, key);
  if (set.code !== undefined) requireFree(work, set.code, key);
  Object.assign(item, written(set));
}

export function addItem(work: Work, change: Extract<Change, { do: 'add-item' }>): void {
  const chapter = work.chapters[change.chapter];
  if (!chapter) throw new DecisionProblem('草案里没有这一章，请刷新后再试。');
  const items = itemsIn(work);
  const left = change.left === undefined ? undefined : work.left[change.left];
  if (change.left !== undefined && !left)
    throw new DecisionProblem('这段没有归入条目的文字已经不在了，请刷新后再试。');
  if (change.item.code !== undefined) requireFree(work, change.item.code);
  const item: WorkItem = {
    key: nextKey(
      'i',
      items.map(({ key }) => key),
    ),
    code: freeCode(items),
    number: String(items.length + 1),
    text: left?.text ?? change.item.title,
    points: 0,
    strictness: 'must',
    veto: false,
    supplies: null,
    at: left?.at ?? null,
    proposals: [],
    ...(written(change.item) as { title: string }),
  };
  const place = change.after ? chapter.items.findIndex(({ key }) => key === change.after) + 1 : 0;
  chapter.items.splice(change.after === undefined ? chapter.items.length : place, 0, item);
  if (change.left !== undefined) work.left.splice(change.left, 1);
}

/** The words of an item that is taken out are not lost: they stand among what is in no item. */
export function removeItem(work: Work, key: string): void {
  const item = getItem(work, key);
  for (const chapter of work.chapters) chapter.items = chapter.items.filter((one) => one.key !== key);
  work.left.push({ text: item.text || item.title, why: '由人工移出条目', at: item.at });
}

function requireFree(work: Work, code: string, but?: string): void {
  const other = itemsIn(work).find((item) => item.code === code && item.key !== but);
  if (other)
    throw new DecisionProblem(`编号 ${code} 已经是条目“${other.title}”的，请另起一个。`, [
      { path: 'code', message: '与另一个条目重复。' },
    ]);
}

/** Goes on from the codes there are: after QS-12 comes QS-13. */
function freeCode(items: readonly WorkItem[]): string {
  const last = items.map(({ code }) => /^(.*?)(\d+)$/.exec(code)).findLast((match) => match !== null);
  const taken = new Set(items.map(({ code }) => code));
  const [stem, digits] = [last?.[1] ?? 'X-', last?.[2] ?? '00'];
  for (let n = Number(digits) + 1; ; n += 1) {
    const code = `${stem}${String(n).padStart(digits.length, '0')}`;
    if (!taken.has(code)) return code;
  }
}
