import type { RoundFull, RoundPanelist } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { type PanelistFilled, panelistsQuery, renewRound, savePanelists } from '../../../api/rounds.ts';
import { Section } from '../../../parts/page.tsx';
import { Empty, Loaded } from '../../../parts/states.tsx';
import { AddPanelists } from './add-panelists.tsx';
import { EditPanelist } from './edit-panelist.tsx';
import { PanelistTable } from './panelist-table.tsx';
import { words } from './words.ts';

/** Who goes to see the others: accounts of any role that may rate. */
export function PanelistsTab({ round }: { round: RoundFull }) {
  const query = useQuery(panelistsQuery(round.id));
  return (
    <Loaded query={query} what={words.fetching} rows={8}>
      {({ rows }) => <Panelists round={round} rows={rows} />}
    </Loaded>
  );
}

const filledOf = ({ id, name, post, home, account, part, unavailable }: RoundPanelist): PanelistFilled => ({
  id,
  name,
  post,
  home: home?.id ?? null,
  account: account?.id ?? null,
  part,
  unavailable,
});

/** The list is sent as a whole; the version says whether somebody else has changed the round meanwhile. */
function useSave(round: RoundFull, rows: readonly RoundPanelist[]) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (change: (list: PanelistFilled[]) => PanelistFilled[]) =>
      savePanelists(round.id, round.version, change(rows.map(filledOf))),
    onSuccess: async () => {
      await renewRound(client, round.id);
      message.success(words.saved);
    },
  });
}

function Panelists({ round, rows }: { round: RoundFull; rows: readonly RoundPanelist[] }) {
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<RoundPanelist | null>(null);
  const save = useSave(round, rows);
  const { message } = App.useApp();
  const manages = round.can.includes('round.manage');
  const open = manages && round.state === 'draft';
  const loads = rows.filter((row) => row.part !== 'liaison').map((row) => row.visits);
  const remove = (id: number) =>
    save.mutate((list) => list.filter((one) => one.id !== id), {
      onError: (failure) => message.error(failure.message, 8),
    });
  return (
    <Section
      title={words.title(rows.length)}
      flush={rows.length > 0}
      extra={
        open ? (
          <Button size="small" type="primary" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <Empty title={words.none}>{open ? words.noneLead : words.noneRead}</Empty>
      ) : (
        <>
          <p className="faint round-pad-tight">
            {manages && round.state === 'published' ? words.fixed : words.lead}
            {round.visits > 0 && loads.length > 0
              ? `　${words.load(Math.min(...loads), Math.max(...loads))}。`
              : ''}
          </p>
          <PanelistTable rows={rows} onEdit={open ? setEdited : null} onRemove={open ? remove : null} />
        </>
      )}
      <AddPanelists
        round={round}
        rows={rows}
        open={adding}
        error={save.error}
        busy={save.isPending}
        onAdd={(added) => save.mutate((list) => [...list, ...added], { onSuccess: () => setAdding(false) })}
        onClose={() => {
          save.reset();
          setAdding(false);
        }}
      />
      <EditPanelist
        round={round}
        panelist={edited}
        error={save.error}
        busy={save.isPending}
        onSave={(filled) =>
          save.mutate((list) => list.map((one) => (one.id === filled.id ? filled : one)), {
            onSuccess: () => setEdited(null),
          })
        }
        onClose={() => {
          save.reset();
          setEdited(null);
        }}
      />
    </Section>
  );
}
