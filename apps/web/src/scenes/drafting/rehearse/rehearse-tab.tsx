import type { Draft } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { type RehearsalRow, rehearsalQuery, rehearsalsQuery, startRehearsal } from '../../../api/drafts.ts';
import { useMe } from '../../../api/me.ts';
import { OrganizationSelect } from '../../../parts/organization-select.tsx';
import { Section } from '../../../parts/page.tsx';
import { Empty, Loaded } from '../../../parts/states.tsx';
import { moment } from '../../../parts/words.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import type { DraftTabProps } from '../draft-page.tsx';
import { words } from '../tab-words.ts';
import { RehearsalResult } from './rehearsal-result.tsx';

/** The draft tried on what is recorded: who would move, which items tell nobody apart, which cannot be known. */
export function RehearseTab({ draft, open }: DraftTabProps) {
  const list = useQuery(rehearsalsQuery(draft.id));
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <>
      {open ? <Start draft={draft} onStarted={setChosen} /> : null}
      <Loaded query={list} what={words.rehearsals} rows={3}>
        {({ rows }) => {
          const shown = chosen ?? rows[0]?.id;
          return (
            <>
              {shown === undefined ? null : <Shown key={shown} draft={draft} id={shown} />}
              <Section title={words.rehearsals}>
                {rows.length === 0 ? (
                  <Empty title={words.rehearsalsNone}>{words.rehearsalsNoneLead}</Empty>
                ) : (
                  <Past rows={rows} shown={shown} onChoose={setChosen} />
                )}
              </Section>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Start({ draft, onStarted }: { draft: Draft; onStarted: (id: number) => void }) {
  const me = useMe();
  const client = useQueryClient();
  const [organization, setOrganization] = useState(me.scope?.id ?? draft.organization.id);
  const start = useMutation({
    mutationFn: () => startRehearsal(draft.id, organization),
    onSuccess: async (rehearsal) => {
      client.setQueryData(rehearsalQuery(draft.id, rehearsal.id).queryKey, rehearsal);
      onStarted(rehearsal.id);
      await client.invalidateQueries({ queryKey: rehearsalsQuery(draft.id).queryKey });
    },
  });
  return (
    <Section title={words.rehearse}>
      <p className="faint">{words.rehearseLead}</p>
      <div className="row">
        <div className="labelled draft-choice">
          <span className="faint">{words.rehearseScope}</span>
          <OrganizationSelect
            label={words.rehearseScope}
            value={organization}
            onChange={(next) => setOrganization(next ?? organization)}
            known={me.scope === null ? [draft.organization] : [me.scope]}
          />
        </div>
        <Button type="primary" className="align-end" loading={start.isPending} onClick={() => start.mutate()}>
          {words.rehearse}
        </Button>
      </div>
      <Wrong error={start.error} />
    </Section>
  );
}

/** One rehearsal, asked again while it runs. */
function Shown({ draft, id }: { draft: Draft; id: number }) {
  const client = useQueryClient();
  const query = useQuery(rehearsalQuery(draft.id, id));
  const state = query.data?.state;
  useEffect(() => {
    if (state !== undefined && state !== 'running')
      void client.invalidateQueries({ queryKey: rehearsalsQuery(draft.id).queryKey });
  }, [client, draft.id, state]);
  return (
    <Loaded query={query} what={words.rehearsals} rows={6}>
      {(rehearsal) => {
        if (rehearsal.state === 'running') {
          const { done, total } = rehearsal;
          const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
          return (
            <Section title={words.rehearsalState.running}>
              <p role="status">{words.rehearseRunning(done, total)}</p>
              <Progress percent={percent} aria-label={words.rehearsalState.running} />
            </Section>
          );
        }
        if (rehearsal.result === null) return <Wrong error={rehearsal.message ?? words.rehearseFailed} />;
        return (
          <RehearsalResult
            draft={draft}
            rehearsal={rehearsal}
            result={rehearsal.result}
            old={rehearsal.version !== draft.version}
          />
        );
      }}
    </Loaded>
  );
}

interface PastProps {
  rows: RehearsalRow[];
  shown: number | undefined;
  onChoose: (id: number) => void;
}

function Past({ rows, shown, onChoose }: PastProps) {
  return (
    <ul className="plain-list rehearsals">
      {rows.map((row) => (
        <li key={row.id} className="row">
          <span>{row.organization.name}</span>
          <span className="faint">
            {moment(row.enteredAt)}　{row.enteredBy}　{words.rehearsalState[row.state]}
          </span>
          {row.id === shown ? (
            <span className="faint">{words.rehearsalShown}</span>
          ) : (
            <button type="button" className="as-link" onClick={() => onChoose(row.id)}>
              {words.rehearsalShow}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
