import type { DraftWork } from '@hujian/contract';
import { Button, Checkbox, Popconfirm, Segmented } from 'antd';
import { useState } from 'react';
import type { Decisions } from '../use-decisions.ts';
import { words } from '../words.ts';
import { type Counts, type Filter, isOpen, itemsOf } from '../work.ts';

interface FilterBarProps {
  filter: Filter;
  counts: Counts;
  work: DraftWork;
  open: boolean;
  decisions: Decisions;
  onFilter: (filter: Filter) => void;
}

const filters: readonly Filter[] = ['open', 'doubtful', 'all', 'left'];

/** Which proposals are looked at, and one press that accepts all that can be measured. */
export function FilterBar({ filter, counts, work, open, decisions, onFilter }: FilterBarProps) {
  const placed = itemsOf(work)
    .flatMap((item) => item.proposals)
    .filter((proposal) => isOpen(proposal) && proposal.check !== null).length;
  return (
    <div className="filter-bar">
      <Segmented<Filter>
        aria-label={words.filter}
        value={filter}
        onChange={onFilter}
        options={filters.map((name) => ({
          value: name,
          label: (
            <>
              {words.filters[name]} <span className="filter-count">{counts[name]}</span>
            </>
          ),
        }))}
      />
      {open && counts.open > 0 ? (
        <AcceptAll placed={placed} unplaced={counts.open - placed} decisions={decisions} />
      ) : null}
    </div>
  );
}

interface AcceptAllProps {
  placed: number;
  unplaced: number;
  decisions: Decisions;
}

function AcceptAll({ placed, unplaced, decisions }: AcceptAllProps) {
  const [rest, setRest] = useState(false);
  return (
    <Popconfirm
      title={words.acceptAllAsk(placed)}
      description={
        unplaced === 0 ? undefined : (
          <Checkbox checked={rest} onChange={(event) => setRest(event.target.checked)}>
            {words.restOnSite}（{unplaced}）
          </Checkbox>
        )
      }
      onConfirm={() => decisions.decide({ do: 'accept-all', ...(rest ? { restOnSite: true } : {}) })}
    >
      <Button type="primary">{words.acceptAllCount(placed)}</Button>
    </Popconfirm>
  );
}
