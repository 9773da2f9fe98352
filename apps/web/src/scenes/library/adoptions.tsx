import type { Adoption } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { adoptionsQuery, withdrawLocal } from '../../api/library.ts';
import { basisText } from '../../parts/basis.tsx';
import { Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { words } from './words.ts';

/** Who judges by which edition from when; a wrong adoption can be withdrawn. */
export function Adoptions() {
  const list = useQuery(adoptionsQuery);
  return (
    <Loaded query={list} what={words.adoptions} rows={3}>
      {({ rows }) =>
        rows.length === 0 ? null : (
          <Section title={words.adoptions}>
            <ul className="plain-list editions">
              {rows.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </ul>
          </Section>
        )
      }
    </Loaded>
  );
}

function Line({ row }: { row: Adoption }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const withdraw = useMutation({
    mutationFn: () => withdrawLocal('adoptions', row.id),
    onSuccess: async () => {
      message.success(words.adoptionWithdrawn);
      await forgetFetched(client);
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  const basis = basisText(row.basis);
  return (
    <li>
      <div className="edition-line">
        <p>
          {row.organization.name}：{row.editionTitle}，{day(row.validFrom)}起
          {row.validUntil === null ? '' : `，至${day(row.validUntil)}前`}
          {row.withdrawnAt === null ? null : <span className="faint">　{words.withdrawn}</span>}
        </p>
        {basis === null ? null : (
          <p className="faint">
            {words.basis}：{basis}
          </p>
        )}
      </div>
      {row.can.includes('adoption.manage') ? (
        <Popconfirm title={words.adoptionWithdrawAsk} onConfirm={() => withdraw.mutate()}>
          <Button size="small" loading={withdraw.isPending}>
            {words.adoptionWithdraw}
          </Button>
        </Popconfirm>
      ) : null}
    </li>
  );
}
