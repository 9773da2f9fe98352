import type { RoundItem } from '@hujian/contract';
import { Checkbox } from 'antd';
import { number } from '../../parts/words.ts';
import { words } from './words.ts';

interface ItemsFieldProps {
  items: readonly RoundItem[];
  value?: string[];
  onChange?: (value: string[]) => void;
  id?: string;
}

export function chaptersOf(items: readonly RoundItem[]): { title: string; items: RoundItem[] }[] {
  const chapters: { title: string; items: RoundItem[] }[] = [];
  for (const item of items) {
    const last = chapters.at(-1);
    if (last?.title === item.chapter) last.items.push(item);
    else chapters.push({ title: item.chapter, items: [item] });
  }
  return chapters;
}

/** The edition's on-site items by chapter, each to be ticked or left. */
export function ItemsField({ items, value = [], onChange, id }: ItemsFieldProps) {
  const chosen = new Set(value);
  const set = (codes: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) on ? next.add(code) : next.delete(code);
    // In the order of the edition, whatever the order of the ticks.
    onChange?.(items.map((item) => item.code).filter((code) => next.has(code)));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the form's label names this group
    <div id={id} role="group" aria-label={words.items} className="round-items">
      <p className="row">
        <span>{words.itemsLead(value.length, items.length)}</span>
        <button type="button" className="as-link" onClick={() => onChange?.(items.map((item) => item.code))}>
          {words.itemsAll}
        </button>
        <button type="button" className="as-link" onClick={() => onChange?.([])}>
          {words.itemsNone}
        </button>
      </p>
      {chaptersOf(items).map((chapter) => {
        const codes = chapter.items.map((item) => item.code);
        const many = codes.filter((code) => chosen.has(code)).length;
        return (
          <div key={`${chapter.title}${codes[0]}`} className="round-chapter">
            <Checkbox
              checked={many === codes.length}
              indeterminate={many > 0 && many < codes.length}
              onChange={(event) => set(codes, event.target.checked)}
            >
              <strong>{chapter.title}</strong>
            </Checkbox>
            <div className="round-chapter-items">
              {chapter.items.map((item) => (
                <Checkbox
                  key={item.code}
                  checked={chosen.has(item.code)}
                  onChange={(event) => set([item.code], event.target.checked)}
                >
                  {item.number} {item.title}
                  <span className="faint">　{number(item.points)}分</span>
                </Checkbox>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
