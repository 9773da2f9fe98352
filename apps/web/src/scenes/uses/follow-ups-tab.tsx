import type { RoundFull } from '@hujian/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { App, Button, Segmented } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { draftFollowUps, type FollowUpState, followUpPages } from '../../api/uses.ts';
import { Paged } from '../../parts/paged.tsx';
import { Empty } from '../../parts/states.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { FollowUpTable } from './follow-up-table.tsx';
import { useHolds } from './use-holds.ts';
import { followUpWords as words } from './words.ts';
import './uses.css';

const route = getRouteApi('/shell/rounds/$round');
const states = Object.keys(words.states) as FollowUpState[];

/** What each class of village does after the round, until somebody says what came of it. */
export function FollowUpsTab({ round }: { readonly round: RoundFull }) {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const state = states.find((one) => one === show);
  const pages = useInfiniteQuery(followUpPages(round.id, state));
  const manages = useHolds(round);
  const empty =
    state === undefined ? (
      <Empty title={words.none}>{words.noneLead}</Empty>
    ) : (
      <Empty title={words.noneShown}>{words.noneShownLead}</Empty>
    );
  return (
    <>
      <div className="uses-lead">
        <p className="faint">{words.lead}</p>
        {manages ? <DraftThem round={round.id} /> : null}
      </div>
      <Segmented
        className="uses-filter"
        aria-label={words.filter}
        value={state ?? 'all'}
        onChange={(next) =>
          void navigate({
            search: (before) => ({ ...before, show: next === 'all' ? undefined : next }),
            replace: true,
          })
        }
        options={[
          { value: 'all', label: words.all },
          ...states.map((value) => ({ value, label: words.states[value] })),
        ]}
      />
      <Paged pages={pages} what={words.fetching} rows={8} none={empty}>
        {(rows, more) => (
          <>
            <FollowUpTable rows={rows} />
            {more}
          </>
        )}
      </Paged>
    </>
  );
}

function DraftThem({ round }: { round: number }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const draft = useMutation({
    mutationFn: () => draftFollowUps(round),
    onSuccess: async () => {
      message.success(words.drafted);
      await forgetFetched(client);
    },
  });
  return (
    <div>
      <Wrong error={draft.error} />
      <Button loading={draft.isPending} onClick={() => draft.mutate()}>
        {words.draft}
      </Button>
    </div>
  );
}
