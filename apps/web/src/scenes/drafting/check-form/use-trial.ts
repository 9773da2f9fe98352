import type { Draft, TryCheckResult } from '@hujian/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tryCheckQuery } from '../../../api/drafts.ts';
import { organizationsQuery } from '../../../api/organizations.ts';
import { useDelayed } from '../../../parts/use-delayed.ts';
import type { Source } from './source.ts';

export interface Trial {
  result: TryCheckResult | undefined;
  error: unknown;
  busy: boolean;
  organizations: number[];
  known: { id: number; name: string }[];
  choose: (organizations: number[]) => void;
}

/** What the check means and gives, asked once the typing rests. The first three branches stand until others are chosen. */
export function useTrial(draft: Draft, item: string, check: Source, ready: boolean): Trial {
  const [chosen, setChosen] = useState<number[] | null>(null);
  const kind = draft.work.kind ?? undefined;
  const first = useQuery(organizationsQuery({ level: 'village', kind, limit: 3 }));
  const known = (first.data?.rows ?? []).map(({ id, name }) => ({ id, name }));
  const organizations = chosen ?? known.map(({ id }) => id);
  const rested = useDelayed(JSON.stringify(check), 350);
  const asked = useQuery({
    ...tryCheckQuery(draft.id, { check: JSON.parse(rested) as Source, item, organizations }),
    enabled: ready && (chosen !== null || !first.isPending),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return {
    result: ready ? asked.data : undefined,
    error: asked.error,
    busy: ready && (asked.isFetching || rested !== JSON.stringify(check)),
    organizations,
    known,
    choose: (next) => setChosen(next.slice(0, 3)),
  };
}
