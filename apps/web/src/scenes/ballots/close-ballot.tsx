import type { BallotRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { closeBallot } from '../../api/results.ts';
import { words } from './words.ts';

/** The end of a poll: from then on its sums may be seen. */
export function CloseBallot({ ballot }: { ballot: BallotRow }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const close = useMutation({
    mutationFn: () => closeBallot(ballot.id),
    onSuccess: async () => {
      message.success(words.closed);
      await forgetFetched(client);
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  return (
    <Popconfirm title={words.closeAsk} onConfirm={() => close.mutate()} placement="bottomRight">
      <Button loading={close.isPending}>{words.close}</Button>
    </Popconfirm>
  );
}
