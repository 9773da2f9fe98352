import type { TermRow as Row } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tag } from 'antd';
import { termsQuery, withdrawLocal } from '../../api/library.ts';
import { basisText } from '../../parts/basis.tsx';
import { moment } from '../../parts/words.ts';
import type { TermTarget } from './term-modal.tsx';
import { words } from './words.ts';

interface TermRowProps {
  row: Row;
  writable: boolean;
  onWrite: (target: TermTarget) => void;
}

/** One word; where a locality reads it in its own way, both readings stand here. */
export function TermRow({ row, writable, onWrite }: TermRowProps) {
  const { own } = row;
  return (
    <tr>
      <td>
        {row.chinese}
        {row.local ? <Tag className="edition-tag">{words.termLocal}</Tag> : null}
      </td>
      <td>
        {own === null ? row.meaning : <Own row={row} own={own} />}
        {row.usedIn.length === 0 ? null : (
          <div className="faint">{words.termUsedIn(row.usedIn.join('、'))}</div>
        )}
      </td>
      <td className="nowrap">
        {own !== null && row.can.length > 0 ? <Withdraw id={own.id} /> : null}
        {own === null && writable ? (
          <Button size="small" onClick={() => onWrite({ chinese: row.chinese, meaning: row.meaning })}>
            {words.termWrite}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function Own({ row, own }: { row: Row; own: NonNullable<Row['own']> }) {
  const basis = basisText(own.basis);
  return (
    <>
      {own.base === null ? null : (
        <div className="faint">
          {words.termBase}：{own.base}
        </div>
      )}
      <div className="term-own">
        <p>{row.meaning}</p>
        <p className="faint">
          {words.termOwnBy(own.organization.name, own.enteredBy, moment(own.enteredAt))}
          {basis === null ? '' : `　${words.basis}：${basis}`}
        </p>
      </div>
    </>
  );
}

function Withdraw({ id }: { id: number }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const withdraw = useMutation({
    mutationFn: () => withdrawLocal('terms', id),
    onSuccess: async () => {
      message.success(words.termWithdrawn);
      await client.invalidateQueries({ queryKey: termsQuery.queryKey });
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  return (
    <Popconfirm title={words.termWithdrawAsk} onConfirm={() => withdraw.mutate()}>
      <Button size="small" loading={withdraw.isPending}>
        {words.termWithdraw}
      </Button>
    </Popconfirm>
  );
}
