import type { Account } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Popconfirm } from 'antd';
import { useState } from 'react';
import { type AccountLink, linkAccount } from '../../api/administration.ts';
import { forgetFetched } from '../../api/forget.ts';
import { words } from './words.ts';

interface LinkButtonProps {
  row: Account;
  onLink: (link: AccountLink) => void;
}

/** A new one-time link; who has lost the telephone of the second factor is freed of it too. */
export function LinkButton({ row, onLink }: LinkButtonProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [resetTotp, setResetTotp] = useState(false);
  const link = useMutation({
    mutationFn: () => linkAccount(row.id, resetTotp),
    onSuccess: onLink,
    onError: (failure) => void message.error(failure.message, 6),
    onSettled: () => forgetFetched(client),
  });
  const box = (
    <Checkbox checked={resetTotp} onChange={(event) => setResetTotp(event.target.checked)}>
      {words.linkTotp}
    </Checkbox>
  );
  return (
    <Popconfirm
      title={words.linkAsk}
      description={row.totpOn ? box : null}
      onOpenChange={() => setResetTotp(false)}
      onConfirm={() => link.mutate()}
    >
      <Button size="small" loading={link.isPending}>
        {words.link}
      </Button>
    </Popconfirm>
  );
}
