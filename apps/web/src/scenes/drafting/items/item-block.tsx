import type { Draft, DraftWorkItem } from '@hujian/contract';
import { memo, useRef } from 'react';
import { number, strictnessWords, supplyWords } from '../../../parts/words.ts';
import { words } from '../words.ts';
import { isOpen, proposalKey } from '../work.ts';
import type { ItemActions } from './chapter-block.tsx';
import { ProposalRow } from './proposal-row.tsx';
import { useNear } from './use-near.ts';

interface ItemBlockProps extends ItemActions {
  item: DraftWorkItem;
  checks: Draft['checks'];
  remarks: string | undefined;
  /** null: everything. */
  shown: ReadonlySet<string> | null;
  chosen: string | null;
  open: boolean;
}

/** One item with what would be measured. Drawn only when it comes near, so that two thousand open like twenty. */
export const ItemBlock = memo(function ItemBlock(props: ItemBlockProps) {
  const { item, chosen } = props;
  const place = useRef<HTMLElement>(null);
  const near = useNear(place);
  return (
    <article id={`item-${item.key}`} className="draft-item" ref={place}>
      {near || chosen !== null ? <Inside {...props} /> : null}
    </article>
  );
});

function Inside(props: ItemBlockProps) {
  const { item, checks, remarks, shown, chosen, open, decide, onChoose, onChange, onChangeItem } = props;
  const proposals = item.proposals.filter(
    (proposal) => shown === null || shown.has(proposalKey(item.key, proposal.id)),
  );
  const placed = item.proposals.filter((proposal) => isOpen(proposal) && proposal.check !== null).length;
  return (
    <>
      <header>
        <h3>
          <span className="faint">{item.number}</span>　{item.title}
          <span className="edition-points">
            {item.points === 0 ? words.noPoints : words.points(number(item.points))}
          </span>
          {item.strictness === 'must' ? null : (
            <span className="draft-tag">{strictnessWords[item.strictness]}</span>
          )}
          {item.veto ? <span className="draft-tag draft-wrong">{words.veto}</span> : null}
          {item.supplies === null ? null : <span className="draft-tag">{supplyWords[item.supplies]}</span>}
        </h3>
        {open ? (
          <div className="draft-item-actions">
            {placed > 1 ? (
              <button
                type="button"
                className="as-link"
                onClick={() => decide({ do: 'accept-all', items: [item.key] })}
              >
                {words.acceptItem(placed)}
              </button>
            ) : null}
            <button type="button" className="as-link" onClick={() => onChangeItem({ item: item.key })}>
              {words.changeItem}
            </button>
            <button
              type="button"
              className="as-link"
              onClick={() => onChange({ item: item.key, proposal: null })}
            >
              {words.addCheck}
            </button>
          </div>
        ) : null}
      </header>
      {item.text === '' || item.text === item.title ? null : <p className="draft-item-text">{item.text}</p>}
      {remarks === undefined ? null : <p className="draft-doubt">{remarks}</p>}
      {item.proposals.length === 0 ? <p className="faint draft-item-none">{words.noProposal}</p> : null}
      {proposals.length === 0 ? null : (
        <ul className="plain-list draft-proposals">
          {proposals.map((proposal) => {
            const key = proposalKey(item.key, proposal.id);
            return (
              <ProposalRow
                key={key}
                itemKey={item.key}
                proposal={proposal}
                told={checks[key]}
                chosen={chosen === key}
                open={open}
                decide={decide}
                onChoose={onChoose}
                onChange={onChange}
              />
            );
          })}
        </ul>
      )}
    </>
  );
}
