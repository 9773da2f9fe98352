import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { waitingQuery } from '../../api/standings.ts';
import { words } from './words.ts';

/** Says that records are being counted; when they are, everything on the page is fetched anew. */
export function WaitingNotice() {
  const client = useQueryClient();
  const since = useQuery(waitingQuery).data?.since ?? null;
  const before = useRef(since);
  useEffect(() => {
    if (before.current !== null && since === null) void forgetFetched(client);
    before.current = since;
  }, [client, since]);
  if (since === null) return null;
  return (
    <div className="waiting" role="status">
      {words.waiting}
    </div>
  );
}
