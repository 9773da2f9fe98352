import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { auditPages, verifyAudit } from '../../api/administration.ts';
import { DayField } from '../../parts/day-field.tsx';
import { More } from '../../parts/more.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Failure, Loading } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';
import './administration.css';

const route = getRouteApi('/shell/administration/audit');

/** Who did what, and the proof that nothing was taken out. */
export function Audit() {
  const verify = useMutation({ mutationFn: verifyAudit });
  return (
    <Page
      title={words.audit}
      lead={words.auditLead}
      needs="audit.read"
      actions={
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
          {words.verify}
        </Button>
      }
    >
      <Wrong error={verify.error} />
      {verify.data === undefined ? null : (
        <Alert
          className="audit-verified"
          role="status"
          showIcon
          type={verify.data.ok ? 'success' : 'error'}
          title={
            verify.data.firstBroken === undefined
              ? words.verified(verify.data.checked)
              : words.broken(verify.data.firstBroken.number, verify.data.firstBroken.message)
          }
        />
      )}
      <Narrow />
      <List />
    </Page>
  );
}

function Narrow() {
  const { act, from, until } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: {
    act?: string | undefined;
    from?: string | undefined;
    until?: string | undefined;
  }) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <div className="row administration-narrow">
      <div className="audit-day">
        <DayField label={words.from} value={from} onChange={(next) => change({ from: next ?? undefined })} />
      </div>
      <span className="faint">{words.until}</span>
      <div className="audit-day">
        <DayField
          label={words.until}
          value={until}
          onChange={(next) => change({ until: next ?? undefined })}
        />
      </div>
      <Input.Search
        aria-label={words.act}
        placeholder={words.act}
        defaultValue={act ?? ''}
        allowClear
        onSearch={(next) => change({ act: next.trim() === '' ? undefined : next.trim() })}
        style={{ maxWidth: 220 }}
      />
    </div>
  );
}

function List() {
  const search = route.useSearch();
  const pages = useInfiniteQuery(auditPages(search));
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (rows === undefined) {
    if (pages.error !== null) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
    return <Loading what={words.audit} rows={8} />;
  }
  if (rows.length === 0) return <Empty title={words.auditNone}>{words.auditNoneLead}</Empty>;
  return (
    <Section title={words.audit} flush>
      <table className="administration-table">
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.object}</th>
            <th scope="col">{words.details}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.county}-${row.number}`}>
              <td className="nowrap">{moment(row.at)}</td>
              <td>{row.accountName ?? row.account ?? words.system}</td>
              <td>{row.actTitle}</td>
              <td className="audit-object">{row.object ?? '—'}</td>
              <td className="faint audit-object">{detailsText(row.details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More pages={pages} shown={rows.length} />
    </Section>
  );
}

function detailsText(details: Record<string, unknown>): string {
  return Object.entries(details)
    .map(([key, value]) => `${key}：${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('；');
}
