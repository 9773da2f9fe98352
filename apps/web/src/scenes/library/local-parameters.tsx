import type { LocalParameter } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { forgetFetched } from '../../api/forget.ts';
import { editionsQuery, localParametersQuery, withdrawLocal } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { basisText } from '../../parts/basis.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { amount, day } from '../../parts/words.ts';
import { Tighten } from './tighten.tsx';
import { words } from './words.ts';
import './library.css';

/** The parameters that a locality has tightened, beside the value of the standard. */
export function LocalParameters() {
  const me = useMe();
  const list = useQuery(localParametersQuery);
  return (
    <Page
      title={words.localTitle}
      lead={words.localLead}
      needs="library.read"
      crumbs={<Link to="/library">{words.title}</Link>}
      actions={me.can.includes('parameter.tighten') ? <Tighten /> : undefined}
    >
      <Loaded query={list} what={words.localTitle} rows={6}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={words.localNone}>{words.localNoneLead}</Empty>
          ) : (
            <Section title={`${rows.length}个`} flush>
              <table className="library-table">
                <thead>
                  <tr>
                    <th scope="col">{words.parameter}</th>
                    <th scope="col">{words.organization}</th>
                    <th scope="col" className="number">
                      {words.baseValue}
                    </th>
                    <th scope="col" className="number">
                      {words.localValue}
                    </th>
                    <th scope="col">{words.validFrom}</th>
                    <th scope="col">{words.basis}</th>
                    <th scope="col" aria-label={words.withdraw} />
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row key={row.id} row={row} />
                  ))}
                </tbody>
              </table>
            </Section>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ row }: { row: LocalParameter }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const editions = useQuery(editionsQuery).data?.rows ?? [];
  const standard = editions.find((edition) => edition.standard === row.standard);
  const withdraw = useMutation({
    mutationFn: () => withdrawLocal('local-parameters', row.id),
    onSuccess: async () => {
      message.success(words.withdrawnDone);
      await forgetFetched(client);
    },
    onError: (failure) => message.error(failure.message),
  });
  return (
    <tr>
      <td>
        {row.title}
        {standard === undefined ? null : <div className="faint">{standard.title}</div>}
      </td>
      <td>{row.organization.name}</td>
      <td className="number">{amount(row.base, row.unit)}</td>
      <td className="number">
        <strong>{amount(row.value, row.unit)}</strong>
      </td>
      <td className="nowrap">{day(row.validFrom)}</td>
      <td>{basisText(row.basis)}</td>
      <td>
        {row.withdrawnAt !== null ? <span className="faint">{words.withdrawn}</span> : null}
        {row.withdrawnAt === null && row.can.length > 0 ? (
          <Popconfirm title={words.withdrawAsk} onConfirm={() => withdraw.mutate()}>
            <Button size="small" loading={withdraw.isPending}>
              {words.withdraw}
            </Button>
          </Popconfirm>
        ) : null}
      </td>
    </tr>
  );
}
