import type { ComparisonView } from '@hujian/contract';
import { words } from './words.ts';

/** Chapters above the numbers of their items. */
export function HeatHead({ items }: { items: ComparisonView['items'] }) {
  const chapters: { title: string; count: number }[] = [];
  for (const item of items) {
    const last = chapters.at(-1);
    if (last?.title === item.chapter) last.count += 1;
    else chapters.push({ title: item.chapter, count: 1 });
  }
  return (
    <>
      <colgroup>
        <col className="heat-first" />
        {items.map((item) => (
          <col key={item.code} className="heat-column" />
        ))}
      </colgroup>
      <thead>
        <tr className="heat-chapters">
          <th rowSpan={2} scope="col" className="heat-corner">
            <span className="heat-name">{words.organization}</span>
            <span className="heat-score">{words.score}</span>
            <span className="heat-unknown-share">{words.unknown}</span>
            <span className="heat-band">{words.band}</span>
          </th>
          {chapters.map((chapter) => (
            <th key={chapter.title} colSpan={chapter.count} scope="colgroup" title={chapter.title}>
              {chapter.title}
            </th>
          ))}
        </tr>
        <tr className="heat-items">
          {items.map((item) => (
            <th key={item.code} scope="col" title={`${item.title}（${item.of}分）`}>
              {item.number}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
