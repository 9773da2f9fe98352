import type { RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { sessionsQuery } from '../../../api/sessions.ts';
import { Empty, Loaded } from '../../../parts/states.tsx';
import { HandOver } from './hand-over.tsx';
import { SessionCard } from './session-card.tsx';
import { words } from './words.ts';

/** The evening meetings of a round. */
export function SessionsTab({ round }: { round: RoundFull }) {
  const query = useQuery({ ...sessionsQuery(round.id), staleTime: 0 });
  return (
    <>
      <Loaded query={query} what={words.fetching} rows={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={words.none}>{words.noneLead}</Empty>
          ) : (
            rows.map((session) => <SessionCard key={session.id} round={round} session={session} />)
          )
        }
      </Loaded>
      {round.state === 'published' && round.can.includes('round.manage') ? <HandOver round={round} /> : null}
    </>
  );
}
