import type { ItemWords } from '../draft/draft.ts';
import type { Mark } from './find-marks.ts';

export interface Sides {
  /** Where the mark's points go: off, on top, or nowhere (a score out of the item's own points). */
  of(mark: Mark): 'deduct' | 'add' | null;
  /** Whether a number of points without a verb moves points here, and which way. */
  bare(at: number): 'deduct' | 'add' | null;
  /** Points are collected here: what is earned comes on top. */
  collects: boolean;
}

const ADDS = /加分|奖励分|奖励积分|贡献分|附加分|奖分|先锋分|激励分|奖励项|附加项|加星/;
const TAKES = /扣分|扣减积分|减分|倒扣|负面|惩戒分|负分|扣减/;
const COLLECTS = /积分|基础分/;
/** In a heading 计分 says it too. */
const COLLECTING = /积分|基础分|贡献分|[计记赋]分/;
const LABEL =
  /(?:^|[。;\n)])(?:[(]?[\d一二三四五六七八九十]{1,2}[).、])?(加|奖励|附加|奖|扣|减|倒扣)分?(?:项|项目|标准|办法|情形|内容|因素|事项)?:/g;

/** Scores that are earned (每次计2分) come on top only where points are collected or under 加分. */
export function readSide(text: string, item: ItemWords): Sides {
  const heading = `${item.chapter ?? ''}|${item.title ?? ''}`;
  const opening = text.slice(0, 24);
  const under =
    named(item.title ?? '') ??
    named(item.chapter ?? '') ??
    named(/^[^,。;:]{0,16}[:。]/.exec(opening)?.[0] ?? '');
  const inArticles = !item.passages.some((passage) => passage.role === 'scoring');
  const collects =
    COLLECTING.test(item.chapter ?? '') || (inArticles && (COLLECTING.test(heading) || COLLECTS.test(text)));
  const labels = [...text.matchAll(LABEL)].map((found) => ({
    at: found.index + found[0].length,
    side: /[扣减]/.test(found[0]) ? ('deduct' as const) : ('add' as const),
  }));
  const sideAt = (at: number) => labels.findLast((label) => label.at <= at)?.side ?? under;
  return {
    collects,
    of: (mark) => {
      if (mark.side === 'deduct' || mark.side === 'add') return mark.side;
      if (mark.side === 'unsaid') return null;
      if (mark.collected) return 'add';
      return sideAt(mark.start) === 'add' || (collects && sideAt(mark.start) !== 'deduct')
        ? 'add'
        : sideAt(mark.start) === 'deduct'
          ? 'deduct'
          : null;
    },
    bare: (at) =>
      sideAt(at) ??
      (collects && /每[\u4e00-\u9fff]{1,2}$/.test(text.slice(Math.max(0, at - 3), at)) ? 'add' : null),
  };
}

function named(heading: string): 'deduct' | 'add' | null {
  const [adds, takes] = [ADDS.test(heading), TAKES.test(heading)];
  if (adds === takes) return null;
  return adds ? 'add' : 'deduct';
}
