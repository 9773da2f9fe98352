import type { Draft } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { draftQuery, dropDraft } from '../../api/drafts.ts';
import { words } from './words.ts';

/** A draft that nobody wants is given up, never erased. */
export function DropDraft({ draft }: { draft: Draft }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const drop = useMutation({
    mutationFn: () => dropDraft(draft.id, draft.version),
    onSuccess: async () => {
      message.success(words.dropped);
      await client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey });
      await client.invalidateQueries({ queryKey: ['drafts'] });
    },
    onError: async (failure) => {
      message.error(failure.message, 8);
      await client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey });
    },
  });
  return (
    <p className="row">
      <span className="faint">{words.dropLead}</span>
      <Popconfirm title={words.dropAsk} onConfirm={() => drop.mutate()}>
        <Button loading={drop.isPending}>{words.drop}</Button>
      </Popconfirm>
    </p>
  );
}
