import { useState } from 'react';
import type { AtVisit } from './at-visit.ts';
import { Finds } from './finds.tsx';
import { ItemCard } from './item-card.tsx';

/** The items by chapter, one open at a time; below them what belongs to no item. */
export function RateTab({ at }: { at: AtVisit }) {
  const { round, sheet, visit } = at;
  const [open, setOpen] = useState<string | null>(null);
  const chapters = [...new Set(round.items.map((item) => item.chapter))];
  const next = (code: string): string | null => {
    const from = round.items.findIndex((item) => item.code === code);
    const order = [...round.items.slice(from + 1), ...round.items.slice(0, from)];
    return order.find((item) => !sheet.scores.has(item.code))?.code ?? null;
  };
  return (
    <section>
      {chapters.map((chapter) => (
        <div key={chapter}>
          <h2>{chapter}</h2>
          {round.items
            .filter((item) => item.chapter === chapter)
            .map((item) => (
              <ItemCard
                key={item.code}
                at={at}
                item={item}
                open={open === item.code}
                onToggle={() => setOpen(open === item.code ? null : item.code)}
                next={next(item.code)}
                onNext={setOpen}
              />
            ))}
        </div>
      ))}
      {sheet.apart.length === 0 ? null : (
        <div className="note">
          <b>本轮已不评的条目（分留着，不计入）</b>
          {sheet.apart.map(({ item, scored }) => (
            <p key={item}>
              {item}：{scored.body.score === null ? '无法评' : `${scored.body.score} 分`}
            </p>
          ))}
        </div>
      )}
      <h2>整体的问题、做法和照片</h2>
      <Finds at={at} item={null} slot={`${visit.id}/whole`} />
    </section>
  );
}
