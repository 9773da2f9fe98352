import type { Account } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import type { AccountLink } from '../../api/administration.ts';
import { changeAccount } from '../../api/administration.ts';
import { forgetFetched } from '../../api/forget.ts';
import { moment } from '../../parts/words.ts';
import { LinkButton } from './link-button.tsx';
import { words } from './words.ts';

interface AccountRowProps {
  row: Account;
  manage: boolean;
  onLink: (link: AccountLink) => void;
}

function stateOf(row: Account): string {
  if (row.disabled) return words.disabled;
  if (row.lockedUntil !== null) return words.locked(moment(row.lockedUntil));
  return [row.passwordSet ? words.normal : words.noPassword, ...(row.totpOn ? [words.totp] : [])].join('，');
}

export function AccountRow({ row, manage, onLink }: AccountRowProps) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const told = {
    onError: (failure: Error) => void message.error(failure.message, 6),
    onSettled: () => forgetFetched(client),
  };
  const change = useMutation({
    mutationFn: (what: 'disable' | 'enable') => changeAccount(row.id, what),
    ...told,
  });
  return (
    <tr className={row.disabled ? 'administration-off' : ''}>
      <td>{row.name}</td>
      <td>{row.userName}</td>
      <td>
        {row.assignments.map((one) => (
          <div key={one.id}>
            {one.roleTitle}
            {one.organization === null ? '' : `（${one.organization.name}）`}
          </div>
        ))}
      </td>
      <td>{stateOf(row)}</td>
      {manage ? (
        <td>
          <div className="row">
            <LinkButton row={row} onLink={onLink} />
            {row.disabled ? (
              <Button size="small" loading={change.isPending} onClick={() => change.mutate('enable')}>
                {words.enable}
              </Button>
            ) : (
              <Popconfirm title={words.disableAsk} onConfirm={() => change.mutate('disable')}>
                <Button size="small" loading={change.isPending}>
                  {words.disable}
                </Button>
              </Popconfirm>
            )}
          </div>
        </td>
      ) : null}
    </tr>
  );
}
