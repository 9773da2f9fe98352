import type { RecordRegister } from '@hujian/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMe } from '../../api/me.ts';
import { organizationFileQuery } from '../../api/organizations.ts';
import { recordPages } from '../../api/records.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { More } from '../../parts/more.tsx';
import { Page } from '../../parts/page.tsx';
import { Empty, Failure, Loading } from '../../parts/states.tsx';
import { AddDrawer } from './add-drawer.tsx';
import { Narrow } from './narrow.tsx';
import { RecordTable } from './record-table.tsx';
import { isRegister, registers, registerTitle } from './registers.ts';
import { StandingChange } from './standing-change.tsx';
import { words } from './words.ts';
import './records.css';

const route = getRouteApi('/shell/organizations/$organization/records/$register');

/** Which permission the server asks of those who add to a register. */
const needed = (register: RecordRegister) => (register === 'events' ? 'event.confirm' : 'record.write');

/** The records of one register of one organization. */
export function Records() {
  const { organization, register } = route.useParams();
  const file = useQuery(organizationFileQuery(Number(organization)));
  const name = file.data?.organization.name ?? '';
  if (!isRegister(register)) return <Empty title={words.none}>{words.noneLead}</Empty>;
  return (
    <Page
      title={name === '' ? registerTitle(register) : words.title(name, registerTitle(register))}
      crumbs={
        <Link to="/organizations/$organization" params={{ organization }}>
          {words.file}
        </Link>
      }
      actions={<Actions organization={Number(organization)} register={register} />}
    >
      <nav aria-label={words.registers} className="register-tabs">
        {registers.map((one) => (
          <Link
            key={one.code}
            to="/organizations/$organization/records/$register"
            params={{ organization, register: one.code }}
            activeProps={{ 'aria-current': 'page' }}
            activeOptions={{ includeSearch: false }}
          >
            {one.title}
          </Link>
        ))}
      </nav>
      <StandingChange organization={Number(organization)} place="list" />
      <List organization={Number(organization)} register={register} />
      <AddDrawer key={register} organization={Number(organization)} register={register} />
    </Page>
  );
}

function Actions({ organization, register }: { organization: number; register: RecordRegister }) {
  const me = useMe();
  const navigate = route.useNavigate();
  return (
    <>
      {me.can.includes('export') && register !== 'registers' ? (
        <DownloadButton
          path={`/organizations/${organization}/export/${register}.xlsx`}
          fileName={words.exportName}
        >
          {words.export}
        </DownloadButton>
      ) : null}
      {me.can.includes(needed(register)) ? (
        <Button
          type="primary"
          onClick={() => void navigate({ search: (before) => ({ ...before, add: 'new' }), replace: true })}
        >
          {words.add}
        </Button>
      ) : null}
    </>
  );
}

function List({ organization, register }: { organization: number; register: RecordRegister }) {
  const { year, kind, q } = route.useSearch();
  const pages = useInfiniteQuery(recordPages(organization, register, { year, kind, q }));
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  return (
    <>
      <Narrow register={register} />
      {rows === undefined && pages.error === null ? <Loading what={words.fetching} rows={8} /> : null}
      {pages.error !== null ? <Failure error={pages.error} retry={() => void pages.refetch()} /> : null}
      {rows?.length === 0 ? <Empty title={words.none}>{words.noneLead}</Empty> : null}
      {rows === undefined || rows.length === 0 ? null : (
        <>
          <RecordTable rows={rows} />
          <More pages={pages} shown={rows.length} total={pages.data?.pages[0]?.total} />
        </>
      )}
    </>
  );
}
