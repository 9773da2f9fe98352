import type { ImportFile } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useEffect } from 'react';
import { forgetFetched } from '../../api/forget.ts';
import { decide, importQuery } from '../../api/imports.ts';
import { waitingQuery } from '../../api/standings.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { Counts, Errors, Sample } from './summary.tsx';
import { words } from './words.ts';
import './imports.css';

const route = getRouteApi('/shell/imports/$file');

/** One workbook on its way in: checked, shown, taken in or refused as a whole. */
export function ImportFilePage() {
  const { file } = route.useParams();
  const query = useQuery(importQuery(Number(file)));
  const client = useQueryClient();
  const state = query.data?.state;
  useEffect(() => {
    if (state === 'taken') void client.invalidateQueries({ queryKey: waitingQuery.queryKey });
  }, [client, state]);
  return (
    <Loaded query={query} what={words.fetching} rows={8}>
      {(data) => <Drawn file={data} />}
    </Loaded>
  );
}

function Drawn({ file }: { file: ImportFile }) {
  return (
    <Page
      title={words.fileTitle(file.fileName)}
      lead={`${file.templateTitle}　${file.organization.name}　${file.enteredBy}　${moment(file.enteredAt)}`}
      crumbs={<Link to="/imports">{words.title}</Link>}
      actions={<Link to="/imports">{words.again}</Link>}
    >
      <State file={file} />
      <Counts file={file} />
      <Errors file={file} />
      <Sample file={file} />
    </Page>
  );
}

function State({ file }: { file: ImportFile }) {
  const { state, done, total } = file;
  if (state === 'checking' || state === 'taking') {
    const percent = total === null || total === 0 ? 0 : Math.floor((done / total) * 100);
    return (
      <Section title={words.states[state]}>
        <p role="status">{words.progress(done, total)}</p>
        <Progress percent={percent} aria-label={words.states[state]} />
      </Section>
    );
  }
  const types = { ready: 'info', taken: 'success', refused: 'error', failed: 'error' } as const;
  const leads = {
    ready: words.readyLead,
    taken: words.takenLead,
    refused: words.refusedLead,
    failed: words.failedLead,
  };
  return (
    <Alert
      type={types[state]}
      showIcon
      role="status"
      className="import-state"
      title={words.states[state]}
      description={
        <div className="stack">
          <div>{file.message === null || file.message === '' ? leads[state] : file.message}</div>
          <Decide file={file} />
        </div>
      }
    />
  );
}

function Decide({ file }: { file: ImportFile }) {
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (what: 'take' | 'drop') => decide(file.id, what),
    onSettled: () => forgetFetched(client),
  });
  const changes = file.summary.sheets.reduce((sum, sheet) => sum + sheet.added + sheet.changed, 0);
  return (
    <>
      {file.state === 'ready' && changes === 0 ? <div>{words.takeNothing}</div> : null}
      <Wrong error={move.error} />
      <div className="row">
        {file.state === 'ready' ? (
          <>
            <Button type="primary" loading={move.isPending} onClick={() => move.mutate('take')}>
              {words.take}
            </Button>
            <Button disabled={move.isPending} onClick={() => move.mutate('drop')}>
              {words.drop}
            </Button>
          </>
        ) : null}
        {file.state === 'refused' ? (
          <DownloadButton type="primary" path={`/imports/${file.id}/marked.xlsx`} fileName={words.markedName}>
            {words.marked}
          </DownloadButton>
        ) : null}
      </div>
    </>
  );
}
