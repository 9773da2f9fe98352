import type { RoundItem } from '@hujian/contract';
import { type Edition, type Item, itemsOf, type OnSiteCheck } from '@hujian/engine';
import { problems } from '../../http/problem.ts';

/**
 * The on-site checks of an edition as a round keeps them, all of them or those with the codes `'<item>/<check>'`. Throws
 * bad-input for a code that the edition does not know, and when nothing is left to be judged on site.
 */
export function freezeItems(edition: Edition, codes: readonly string[] = []): RoundItem[] {
  const all = edition.chapters.flatMap((chapter) =>
    chapter.items.flatMap((item) =>
      item.checks.flatMap((check) =>
        check.measure === 'on-site' ? [freeze(chapter.title, item, check)] : [],
      ),
    ),
  );
  const unknown = codes.filter((code) => !all.some((item) => item.code === code));
  const refuse = (message: string) => problems.badInput([{ path: 'items', message }], message);
  if (unknown.length > 0)
    throw refuse(`“${edition.title}”里没有这些现场评议的检查点：${unknown.join('、')}。请重新选择。`);
  if (all.length === 0)
    throw refuse(`“${edition.title}”没有需要现场评议的检查点，不能用来观摩。请换一个标准版本。`);
  return codes.length === 0 ? all : all.filter(({ code }) => codes.includes(code));
}

export const isJudgedOnSite = (edition: Edition): boolean =>
  itemsOf(edition).some(({ checks }) => checks.some(({ measure }) => measure === 'on-site'));

function freeze(chapter: string, item: Item, check: OnSiteCheck): RoundItem {
  return {
    code: `${item.code}/${check.id}`,
    look: check.key,
    number: item.number,
    title: item.checks.length === 1 ? item.title : `${item.title}：${check.title}`,
    chapter,
    guide: check.look,
    points: check.share / 1000,
    recorded: item.checks
      .filter(({ measure }) => measure !== 'on-site')
      .map(({ id, title }) => ({ check: id, title })),
  };
}
