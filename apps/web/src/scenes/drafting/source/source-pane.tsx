import type { DraftWork } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { draftSourceQuery } from '../../../api/drafts.ts';
import { Empty, Loaded } from '../../../parts/states.tsx';
import { words } from '../words.ts';
import { type At, atKey, type Block } from './at.ts';
import { type Mark, marksOf } from './marks.ts';
import { SourceBlock } from './source-block.tsx';
import './source.css';

/** Where the source should be looked at: the words of a proposal, or a place. */
export interface Look {
  key: string | null;
  at: At | null;
}

interface SourcePaneProps {
  draft: number;
  work: DraftWork;
  look: Look;
  onChoose: (key: string) => void;
}

/** The file as it was read, with the words that were understood. */
export function SourcePane({ draft, work, look, onChoose }: SourcePaneProps) {
  const source = useQuery(draftSourceQuery(draft));
  return (
    <section className="draft-source" aria-label={words.source}>
      <Loaded query={source} what={words.source} rows={12}>
        {({ blocks }) =>
          blocks.length === 0 ? (
            <Empty title={words.sourceNone} />
          ) : (
            <Blocks blocks={blocks} work={work} look={look} onChoose={onChoose} />
          )
        }
      </Loaded>
    </section>
  );
}

interface BlocksProps extends Omit<SourcePaneProps, 'draft'> {
  blocks: Block[];
}

/** The places and words to be marked change only with the words themselves, not with every decision. */
function useMarks(work: DraftWork): ReadonlyMap<string, readonly Mark[]> {
  const marks = marksOf(work);
  const print = JSON.stringify([...marks]);
  return useMemo(() => marks, [print]);
}

function Blocks({ blocks, work, look, onChoose }: BlocksProps) {
  const box = useRef<HTMLDivElement>(null);
  const marks = useMarks(work);
  useEffect(() => {
    if (box.current !== null) showPlace(box.current, look);
  }, [look]);
  return (
    <div className="source-scroll" ref={box} role="document" tabIndex={-1}>
      {blocks.map((block) => (
        <SourceBlock
          key={block.type === 'table' ? JSON.stringify(block.rows[0]?.at) : atKey(block.at)}
          block={block}
          marks={marks}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** Marks the words looked at and brings them to the upper third of the pane, without moving the page. */
function showPlace(box: HTMLElement, { key, at }: Look): void {
  for (const old of box.querySelectorAll('.source-here')) old.classList.remove('source-here');
  const found = key === null ? [] : [...box.querySelectorAll(`mark[data-keys~="${CSS.escape(key)}"]`)];
  const place = at === null ? null : box.querySelector(`[data-at="${CSS.escape(atKey(at))}"]`);
  const here = found.length > 0 ? found : place === null ? [] : [place];
  for (const one of here) one.classList.add('source-here');
  const [first] = here;
  if (first === undefined) return;
  // Twice: what is drawn lazily gets its true height only once it comes near.
  const move = () => {
    const offset = first.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += offset - box.clientHeight / 3;
  };
  move();
  requestAnimationFrame(move);
}
