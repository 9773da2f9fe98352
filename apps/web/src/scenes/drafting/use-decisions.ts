import type { Draft, DraftChange } from '@hujian/contract';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useMemo, useState } from 'react';
import { Problem } from '../../api/door.ts';
import { decideDraft, draftQuery } from '../../api/drafts.ts';
import { createDecisionQueue } from './decision-queue.ts';
import { words } from './words.ts';
import { foresee } from './work.ts';

export interface Decisions {
  /** Shown at once and sent behind it; a refusal is told, and what stands on the server is fetched again. */
  decide: (...changes: DraftChange[]) => void;
  /** For a form, which shows the refusal itself. */
  send: (...changes: DraftChange[]) => Promise<Draft>;
}

const isStale = (reason: unknown): boolean => reason instanceof Problem && reason.status === 409;

/** What the officer decides about one draft, and whether it is still on its way. */
export function useDecisions(id: number): [decisions: Decisions, saving: boolean] {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [saving, setSaving] = useState(false);
  const decisions = useMemo(() => {
    const key = draftQuery(id).queryKey;
    const push = createDecisionQueue({
      post: (changes) => decideDraft(id, client.getQueryData(key)?.version ?? 0, changes),
      keep: (draft, waiting) => client.setQueryData(key, { ...draft, work: foresee(draft.work, waiting) }),
      refused: async (reason) => {
        if (isStale(reason)) message.warning(words.stale, 8);
        await client.invalidateQueries({ queryKey: key });
      },
      busy: (working) => {
        setSaving(working);
        // The list of drafts counts what is undecided.
        if (!working) void client.invalidateQueries({ queryKey: ['drafts'] });
      },
    });
    const decide = (...changes: DraftChange[]) => {
      const draft = client.getQueryData(key);
      if (draft !== undefined) client.setQueryData(key, { ...draft, work: foresee(draft.work, changes) });
      push(changes, false).catch((reason: unknown) => {
        if (!isStale(reason)) message.error(reason instanceof Error ? reason.message : String(reason), 8);
      });
    };
    return { decide, send: (...changes: DraftChange[]) => push(changes, true) };
  }, [client, id, message]);
  return [decisions, saving];
}
