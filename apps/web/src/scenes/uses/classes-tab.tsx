import type { ClassProposal, RoundFull } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { drawUpProposals, proposalsQuery } from '../../api/uses.ts';
import { Empty, Loaded } from '../../parts/states.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { Proposal } from './proposal.tsx';
import { useHolds } from './use-holds.ts';
import { classWords as words } from './words.ts';
import './uses.css';

type Shown = 'open' | 'done' | 'all';
const keeps: Record<Shown, (proposal: ClassProposal) => boolean> = {
  open: ({ state }) => state === 'open',
  done: ({ state }) => state !== 'open',
  all: () => true,
};
const choices = Object.keys(keeps) as Shown[];

/** Proposals of class changes and of weak-and-lax: the program lays out indicators, a person decides. */
export function ClassesTab({ round }: { readonly round: RoundFull }) {
  const query = useQuery(proposalsQuery(round.id));
  const manages = useHolds(round);
  return (
    <Loaded query={query} what={words.fetching} rows={8}>
      {({ rows }) => (
        <>
          <div className="uses-lead">
            <p className="faint">{words.lead}</p>
            {manages ? <DrawUp round={round.id} again={rows.length > 0} /> : null}
          </div>
          {rows.length === 0 ? <Empty title={words.none}>{words.noneLead}</Empty> : <List rows={rows} />}
        </>
      )}
    </Loaded>
  );
}

function DrawUp({ round, again }: { round: number; again: boolean }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const draw = useMutation({
    mutationFn: () => drawUpProposals(round),
    onSuccess: async ({ rows }) => {
      message.success(words.drawn(rows.filter(keeps.open).length));
      await forgetFetched(client);
    },
  });
  return (
    <div>
      <Wrong error={draw.error} />
      <Button type={again ? 'default' : 'primary'} loading={draw.isPending} onClick={() => draw.mutate()}>
        {again ? words.drawUpAgain : words.drawUp}
      </Button>
    </div>
  );
}

function List({ rows }: { rows: readonly ClassProposal[] }) {
  const [shown, setShown] = useState<Shown>(rows.some(keeps.open) ? 'open' : 'all');
  const kept = rows.filter(keeps[shown]);
  return (
    <>
      <Segmented<Shown>
        className="uses-filter"
        aria-label={words.filter}
        value={shown}
        onChange={setShown}
        options={choices.map((value) => ({
          value,
          label: `${words.filters[value]} ${rows.filter(keeps[value]).length}`,
        }))}
      />
      {kept.length === 0 ? (
        <Empty title={words.noneShown}>{words.noneShownLead}</Empty>
      ) : (
        <ul className="plain-list proposals">
          {kept.map((proposal) => (
            <Proposal key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      )}
    </>
  );
}
