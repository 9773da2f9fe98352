import type { Assignment } from '@hujian/contract';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { assignmentPages, endAssignment } from '../../api/administration.ts';
import { forgetFetched } from '../../api/forget.ts';
import { More } from '../../parts/more.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Failure, Loading } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { NewAssignment } from './new-assignment.tsx';
import { words } from './words.ts';
import './administration.css';

/** Who holds which role over which subtree. */
export function Assignments() {
  return (
    <Page
      title={words.assignments}
      lead={words.assignmentsLead}
      needs="role.manage"
      actions={<NewAssignment />}
    >
      <List />
    </Page>
  );
}

function List() {
  const pages = useInfiniteQuery(assignmentPages({}));
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (rows === undefined) {
    if (pages.error !== null) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
    return <Loading what={words.assignments} rows={6} />;
  }
  if (rows.length === 0) return <Empty title={words.assignmentsNone}>{words.assignmentsNoneLead}</Empty>;
  return (
    <Section title={`${pages.data?.pages[0]?.total ?? rows.length}个`} flush>
      <table className="administration-table">
        <thead>
          <tr>
            <th scope="col">{words.account}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.organization}</th>
            <th scope="col">{words.since}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <More pages={pages} shown={rows.length} total={pages.data?.pages[0]?.total} />
    </Section>
  );
}

function Row({ row }: { row: Assignment }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const end = useMutation({
    mutationFn: () => endAssignment(row.id),
    onError: (failure) => void message.error(failure.message, 6),
    onSettled: () => forgetFetched(client),
  });
  return (
    <tr className={row.endedAt === null ? '' : 'administration-off'}>
      <td>
        {row.account.name}
        <span className="faint">　{row.account.userName}</span>
      </td>
      <td>{row.roleTitle}</td>
      <td>{row.organization?.name ?? <span className="faint">{words.everywhere}</span>}</td>
      <td className="nowrap">{moment(row.since)}</td>
      <td>
        {row.endedAt === null ? (
          <div className="row">
            {words.active}
            {row.can.length > 0 ? (
              <Popconfirm title={words.endAsk} onConfirm={() => end.mutate()}>
                <Button size="small" loading={end.isPending}>
                  {words.end}
                </Button>
              </Popconfirm>
            ) : null}
          </div>
        ) : (
          words.ended(moment(row.endedAt))
        )}
      </td>
    </tr>
  );
}
