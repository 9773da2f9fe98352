import type { Draft } from '@hujian/contract';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { CheckDrawer } from '../check-form/check-drawer.tsx';
import type { DraftTabProps } from '../draft-page.tsx';
import { type Look, SourcePane } from '../source/source-pane.tsx';
import { words } from '../words.ts';
import { countsOf, type Filter, itemsOf, proposalKey, shownBy } from '../work.ts';
import { ChapterBlock } from './chapter-block.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterNone } from './filter-none.tsx';
import { ItemDrawer, type ItemTarget } from './item-drawer.tsx';
import { KeyHints } from './key-hints.tsx';
import { LeftOver } from './left-over.tsx';
import { useItemKeys } from './use-item-keys.ts';
import './items.css';

const route = getRouteApi('/shell/library/drafts/$draft');

/** A check that the form is open for; without a proposal: a new one. */
export interface CheckTarget {
  item: string;
  proposal: string | null;
}

const filterNames = ['open', 'doubtful', 'all', 'left'] as const;

/** What is shown was chosen when the filter was: what is decided meanwhile stays, so that it can be undone. */
function useShown(draft: Draft, filter: Filter): Set<string> {
  const kept = useRef({ filter, keys: shownBy(filter, draft.work) });
  return useMemo(() => {
    const now = shownBy(filter, draft.work);
    const before = kept.current.filter === filter ? kept.current.keys : new Set<string>();
    const keys = new Set([...before, ...now]);
    const same = kept.current.filter === filter && keys.size === before.size;
    if (!same) kept.current = { filter, keys };
    return kept.current.keys;
  }, [draft.work, filter]);
}

/** The source on the left, what was understood of it on the right; every proposal is decided here. */
export function ItemsTab({ draft, decisions, open }: DraftTabProps) {
  const { work, id } = draft;
  const { show, item: linked } = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const [look, setLook] = useState<Look>({ key: null, at: null });
  const [checking, setChecking] = useState<CheckTarget | null>(null);
  const [changing, setChanging] = useState<ItemTarget | null>(null);
  const counts = countsOf(work);
  const filter = filterNames.find((name) => name === show) ?? (counts.open > 0 && open ? 'open' : 'all');
  const shown = useShown(draft, filter);
  const wanted = useRef<string | null>(null);
  const latest = useRef(work);
  latest.current = work;

  const choose = useCallback((key: string, scroll: boolean) => {
    setChosen(key);
    const [itemKey, proposalId] = key.split('/');
    const item = itemsOf(latest.current).find((one) => one.key === itemKey);
    const proposal = item?.proposals.find((one) => one.id === proposalId);
    setLook({ key, at: proposal?.at ?? item?.at ?? null });
    if (scroll) wanted.current = key;
  }, []);

  // The item of the chosen proposal may not have been drawn before.
  useEffect(() => {
    if (chosen === null || wanted.current !== chosen) return;
    wanted.current = null;
    document.getElementById(`proposal-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const change = useCallback((target: CheckTarget) => setChecking(target), []);
  const changeItem = useCallback((target: ItemTarget) => setChanging(target), []);

  const order = useMemo(
    () =>
      itemsOf(work)
        .flatMap((item) => item.proposals.map((proposal) => proposalKey(item.key, proposal.id)))
        .filter((key) => shown.has(key)),
    [work, shown],
  );
  useItemKeys({
    active: open && checking === null && changing === null && filter !== 'left',
    work,
    order,
    chosen,
    choose,
    decisions,
    change,
  });
  useLinkedItem(linked, draft, filter);

  return (
    <div className="draft-two">
      <SourcePane
        draft={id}
        work={work}
        look={look}
        onChoose={(key) => {
          if (!shown.has(key))
            void navigate({ search: (before) => ({ ...before, show: 'all' }), replace: true });
          requestAnimationFrame(() => choose(key, true));
        }}
      />
      <section className="draft-items" aria-label={words.understood}>
        <FilterBar
          filter={filter}
          counts={counts}
          work={work}
          open={open}
          decisions={decisions}
          onFilter={(next) =>
            void navigate({ search: (before) => ({ ...before, show: next, item: undefined }), replace: true })
          }
        />
        <KeyHints hidden={!open || filter === 'left'} />
        <div className="draft-items-scroll">
          <Told draft={draft} />
          <FilterNone filter={filter} count={filter === 'left' ? counts.left : order.length} />
          {filter === 'left' ? (
            <LeftOver
              work={work}
              open={open}
              onShow={(at) => setLook({ key: null, at })}
              onAdd={(target) => setChanging(target)}
            />
          ) : (
            work.chapters.map((chapter, index) => (
              <ChapterBlock
                key={index}
                chapter={chapter}
                index={index}
                draft={draft}
                all={filter === 'all'}
                shown={shown}
                chosen={chosen}
                open={open}
                decide={decisions.decide}
                onChoose={choose}
                onChange={change}
                onChangeItem={changeItem}
              />
            ))
          )}
        </div>
      </section>
      <CheckDrawer draft={draft} decisions={decisions} target={checking} onClose={() => setChecking(null)} />
      <ItemDrawer draft={draft} decisions={decisions} target={changing} onClose={() => setChanging(null)} />
    </div>
  );
}

/** A finding links here with the code of its item. */
function useLinkedItem(linked: string | undefined, draft: Draft, filter: Filter): void {
  const { work } = draft;
  useEffect(() => {
    const item = itemsOf(work).find((one) => one.code === linked || one.key === linked);
    if (item === undefined) return;
    document.getElementById(`item-${item.key}`)?.scrollIntoView({ block: 'start' });
  }, [linked, filter]);
}

/** What the reader did to the file, and what does not add up in the edition as a whole. */
function Told({ draft }: { draft: Draft }) {
  const whole = draft.remarks.filter((remark) => remark.item === null).map((remark) => remark.text);
  const notes = draft.notes.map((note) => note.text);
  return (
    <>
      <Lines title={words.remarks} of={whole} />
      <Lines title={words.notes} of={notes} />
    </>
  );
}

function Lines({ title, of }: { title: string; of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <div className="draft-note">
      <strong>{title}</strong>
      <ul className="plain-list">
        {of.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
