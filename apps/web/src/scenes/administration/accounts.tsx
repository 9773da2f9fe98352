import { useInfiniteQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { AccountLink } from '../../api/administration.ts';
import { accountPages } from '../../api/administration.ts';
import { useMe } from '../../api/me.ts';
import { More } from '../../parts/more.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Failure, Loading } from '../../parts/states.tsx';
import { useDelayed } from '../../parts/use-delayed.ts';
import { AccountRow } from './account-row.tsx';
import { LinkModal } from './link-modal.tsx';
import { NewAccount } from './new-account.tsx';
import { words } from './words.ts';
import './administration.css';

/** Accounts: made, stopped, given a link to set a password. */
export function Accounts() {
  const me = useMe();
  const [typed, setTyped] = useState('');
  const [link, setLink] = useState<AccountLink | null>(null);
  const q = useDelayed(typed.trim(), 250);
  const manage = me.can.includes('account.manage');
  return (
    <Page
      title={words.accounts}
      lead={words.accountsLead}
      needs="account.read"
      actions={manage ? <NewAccount onMade={setLink} /> : undefined}
    >
      <div className="row administration-narrow">
        <Input.Search
          aria-label={words.search}
          placeholder={words.search}
          allowClear
          onChange={(event) => setTyped(event.target.value)}
          style={{ maxWidth: 300 }}
        />
      </div>
      <List q={q} manage={manage} onLink={setLink} />
      <LinkModal link={link} onClose={() => setLink(null)} />
    </Page>
  );
}

function List({ q, manage, onLink }: { q: string; manage: boolean; onLink: (link: AccountLink) => void }) {
  const pages = useInfiniteQuery(accountPages({ q }));
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (rows === undefined) {
    if (pages.error !== null) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
    return <Loading what={words.accounts} rows={6} />;
  }
  if (rows.length === 0) return <Empty title={words.accountsNone}>{words.accountsNoneLead}</Empty>;
  return (
    <Section title={`${pages.data?.pages[0]?.total ?? rows.length}个`} flush>
      <table className="administration-table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.userName}</th>
            <th scope="col">{words.roles}</th>
            <th scope="col">{words.state}</th>
            {manage ? <th scope="col" aria-label={words.link} /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AccountRow key={row.id} row={row} manage={manage} onLink={onLink} />
          ))}
        </tbody>
      </table>
      <More pages={pages} shown={rows.length} total={pages.data?.pages[0]?.total} />
    </Section>
  );
}
