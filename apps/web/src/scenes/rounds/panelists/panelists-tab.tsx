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
import { RemovePanelist } from './remove-panelist.tsx';
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

interface Saving {
  change: (list: PanelistFilled[]) => PanelistFilled[];
  reason?: string | undefined;
}

/** The list is sent as a whole; the version says whether somebody else has changed the round meanwhile. */
function useSave(round: RoundFull, rows: readonly RoundPanelist[]) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ change, reason }: Saving) =>
      savePanelists(round.id, {
        version: round.version,
        panelists: change(rows.map(filledOf)),
        reason: reason?.trim() || undefined,
      }),
    onSuccess: async () => {
      await renewRound(client, round.id);
      message.success(words.saved);
    },
  });
}

function Panelists({ round, rows }: { round: RoundFull; rows: readonly RoundPanelist[] }) {
  const [adding, setAdding] = useState(false);
  const [edited, setEdited] = useState<RoundPanelist | null>(null);
  const [removed, setRemoved] = useState<RoundPanelist | null>(null);
  const save = useSave(round, rows);
  const { message } = App.useApp();
  const manages = round.can.includes('round.manage');
  const open = manages && ['draft', 'published'].includes(round.state);
  const loads = rows.filter((row) => row.part !== 'liaison').map((row) => row.visits);
  const remove = (id: number, reason?: string) =>
    save.mutate(
      { change: (list) => list.filter((one) => one.id !== id), reason },
      { onSuccess: () => setRemoved(null), onError: (failure) => message.error(failure.message, 8) },
    );
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
            {open && round.state === 'published' ? words.fixed : words.lead}
            {round.visits > 0 && loads.length > 0
              ? `　${words.load(Math.min(...loads), Math.max(...loads))}。`
              : ''}
          </p>
          <PanelistTable rows={rows} onEdit={open ? setEdited : null} onRemove={open ? setRemoved : null} />
        </>
      )}
      <AddPanelists
        round={round}
        rows={rows}
        open={adding}
        error={save.error}
        busy={save.isPending}
        onAdd={(added, reason) =>
          save.mutate(
            { change: (list) => [...list, ...added], reason },
            { onSuccess: () => setAdding(false) },
          )
        }
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
        onSave={(filled, reason) =>
          save.mutate(
            { change: (list) => list.map((one) => (one.id === filled.id ? filled : one)), reason },
            { onSuccess: () => setEdited(null) },
          )
        }
        onClose={() => {
          save.reset();
          setEdited(null);
        }}
      />
      <RemovePanelist
        round={round}
        panelist={removed}
        busy={save.isPending}
        onRemove={remove}
        onClose={() => setRemoved(null)}
      />
    </Section>
  );
}
