import type { Draft, DraftChange, DraftWork } from '@hujian/contract';
import { Button } from 'antd';
import { memo, useMemo } from 'react';
import { words } from '../words.ts';
import { isOpen, proposalKey } from '../work.ts';
import { ItemBlock } from './item-block.tsx';
import type { ItemTarget } from './item-drawer.tsx';
import type { CheckTarget } from './items-tab.tsx';

export interface ItemActions {
  decide: (...changes: DraftChange[]) => void;
  onChoose: (key: string, scroll: boolean) => void;
  onChange: (target: CheckTarget) => void;
  onChangeItem: (target: ItemTarget) => void;
}

interface ChapterBlockProps extends ItemActions {
  chapter: DraftWork['chapters'][number];
  index: number;
  draft: Draft;
  /** Items without proposals are shown too. */
  all: boolean;
  shown: ReadonlySet<string>;
  chosen: string | null;
  open: boolean;
}

/** One chapter: its items, and all of them accepted at one press. */
export const ChapterBlock = memo(function ChapterBlock(props: ChapterBlockProps) {
  const { chapter, index, draft, all, shown, chosen, open, ...actions } = props;
  const items = chapter.items.filter(
    (item) => all || item.proposals.some((proposal) => shown.has(proposalKey(item.key, proposal.id))),
  );
  const remarks = useMemo(() => remarksByItem(draft), [draft]);
  if (items.length === 0 && !all) return null;
  const placed = items.flatMap((item) =>
    item.proposals.filter((proposal) => isOpen(proposal) && proposal.check !== null),
  );
  return (
    <section className="draft-chapter">
      <div className="draft-chapter-head">
        <h2>
          {chapter.number}　{chapter.title}
        </h2>
        {open && placed.length > 0 ? (
          <Button
            size="small"
            onClick={() => actions.decide({ do: 'accept-all', items: items.map((item) => item.key) })}
          >
            {words.acceptChapter(placed.length)}
          </Button>
        ) : null}
        {open && all ? (
          <Button size="small" onClick={() => actions.onChangeItem({ chapter: index })}>
            {words.addItem}
          </Button>
        ) : null}
      </div>
      {items.map((item) => (
        <ItemBlock
          key={item.key}
          item={item}
          checks={draft.checks}
          remarks={remarks.get(item.key) ?? remarks.get(item.code)}
          shown={all ? null : shown}
          chosen={chosen?.startsWith(`${item.key}/`) === true ? chosen : null}
          open={open}
          {...actions}
        />
      ))}
    </section>
  );
});

/** Item (by key or code) → what was remarked about it, as one text, so that it stays the same thing. */
function remarksByItem({ remarks }: Draft): Map<string, string> {
  const found = new Map<string, string>();
  for (const { item, text } of remarks) {
    if (item !== null) found.set(item, found.has(item) ? `${found.get(item)}\n${text}` : text);
  }
  return found;
}
