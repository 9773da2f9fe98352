import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { Problem } from '../../api/door.ts';
import { forgetFetched } from '../../api/forget.ts';

interface Change<Filled> {
  save: (filled: Filled) => Promise<unknown>;
  done: string;
  onDone: () => void;
}

/** A deed on a result: told when it is done; when it met somebody else's, the present state is fetched beside the refusal. */
export function useResultChange<Filled>({ save, done, onDone }: Change<Filled>) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: save,
    onSuccess: async () => {
      onDone();
      message.success(done);
      await forgetFetched(client);
    },
    onError: async (failure) => {
      if (failure instanceof Problem && failure.status === 409) await forgetFetched(client);
    },
  });
}
