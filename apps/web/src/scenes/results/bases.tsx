import type { RankingBasis } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { useMe } from '../../api/me.ts';
import { basesQuery, withdrawBasis } from '../../api/results.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { AddBasis } from './add-basis.tsx';
import { words } from './words.ts';
import './results.css';

/** The documents on which rankings rest; without one in force there is no ranking. */
export function Bases() {
  const me = useMe();
  const [organization, setOrganization] = useState(me.scope?.id ?? null);
  return (
    <Page
      title={words.bases}
      lead={words.basesLead}
      needs="round.read"
      actions={me.can.includes('basis.manage') ? <AddBasis organization={organization} /> : undefined}
    >
      <div className="labelled result-whose">
        <span className="faint">{words.basesWhose}</span>
        <OrganizationSelect
          label={words.basesWhose}
          value={organization}
          onChange={setOrganization}
          known={me.scope === null ? [] : [me.scope]}
        />
      </div>
      {organization === null ? <Empty title={words.basesChoose} /> : <List organization={organization} />}
    </Page>
  );
}

function List({ organization }: { organization: number }) {
  const query = useQuery(basesQuery(organization));
  return (
    <Loaded query={query} what={words.bases}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={words.basesNone}>{words.basesNoneLead}</Empty>
        ) : (
          <Section title={words.bases} flush>
            <table className="listing result-table">
              <thead>
                <tr>
                  <th scope="col">{words.basisDocument}</th>
                  <th scope="col">{words.basisIssuer}</th>
                  <th scope="col">{words.basisOrganization}</th>
                  <th scope="col">{words.basisIssuedOn}</th>
                  <th scope="col">{words.basisValidUntil}</th>
                  <th scope="col">{words.basisState}</th>
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
  );
}

function Row({ row }: { row: RankingBasis }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const withdraw = useMutation({
    mutationFn: () => withdrawBasis(row.id),
    onSuccess: async () => {
      message.success(words.withdrawn);
      await forgetFetched(client);
    },
    onError: (failure) => message.error(failure.message, 6),
  });
  return (
    <tr>
      <td>
        {row.document}
        <div className="faint">{row.number}</div>
      </td>
      <td data-label={words.basisIssuer}>{row.issuer}</td>
      <td data-label={words.basisOrganization}>{row.organization.name}</td>
      <td className="nowrap" data-label={words.basisIssuedOn}>
        {day(row.issuedOn)}
      </td>
      <td className="nowrap" data-label={words.basisValidUntil}>
        {day(row.validUntil)}
      </td>
      <td className={row.inForce ? 'result-done' : 'faint'} data-label={words.basisState}>
        {row.inForce ? words.basisInForce : words.basisNotInForce}
      </td>
      <td>
        {row.inForce && row.can.includes('basis.manage') ? (
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
