import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { importPages } from '../../api/imports.ts';
import { More } from '../../parts/more.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Failure, Loading } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { Templates } from './templates.tsx';
import { Upload } from './upload.tsx';
import { words } from './words.ts';
import './imports.css';

/** Templates out, filled workbooks in. */
export function Imports() {
  return (
    <Page title={words.title} lead={words.lead} needs="import">
      <Templates />
      <Upload />
      <Section title={words.history} flush>
        <History />
      </Section>
    </Page>
  );
}

function History() {
  const pages = useInfiniteQuery(importPages);
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (rows === undefined) {
    if (pages.error !== null) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
    return (
      <div className="import-pad">
        <Loading what={words.history} rows={4} />
      </div>
    );
  }
  if (rows.length === 0) {
    return (
      <div className="import-pad">
        <Empty title={words.historyNone}>{words.historyNoneLead}</Empty>
      </div>
    );
  }
  return (
    <>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.template}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Link to="/imports/$file" params={{ file: String(row.id) }}>
                  {row.fileName}
                </Link>
              </td>
              <td>{row.templateTitle}</td>
              <td className={`nowrap import-${row.state}`}>{words.states[row.state]}</td>
              <td>{row.enteredBy}</td>
              <td className="nowrap">{moment(row.enteredAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More pages={pages} shown={rows.length} />
    </>
  );
}
