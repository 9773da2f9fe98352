import type { DocumentFull, DocumentKind, RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { documentQuery } from '../../api/uses.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { moment } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { DocumentFields } from './document-fields.tsx';
import { DocumentSheet } from './document-sheet.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { toWords } from './pieces.ts';
import { useDocument, type Writing } from './use-document.ts';
import { documentWords as words } from './words.ts';

interface DocumentPageProps {
  round: RoundFull;
  /** As it stands in the address. */
  kind: string;
}

const named: Record<DocumentKind, true> = {
  plan: true,
  minutes: true,
  report: true,
  circular: true,
  notice: true,
  fund: true,
  assessment: true,
  classes: true,
  'follow-up': true,
  experience: true,
};
const kinds = Object.keys(named) as DocumentKind[];

/** One document: its words on the left, the sheet that will leave the house on the right. */
export function DocumentPage({ round, kind }: DocumentPageProps) {
  const known = kinds.find((one) => one === kind);
  return (
    <>
      {known === undefined ? (
        <Empty title={words.gone} action={<Back />}>
          {words.goneLead}
        </Empty>
      ) : (
        <Fetched round={round.id} kind={known} />
      )}
    </>
  );
}

function Back() {
  return (
    <Link to="." search={(before) => ({ ...before, kind: undefined })}>
      {words.back}
    </Link>
  );
}

function Fetched({ round, kind }: { round: number; kind: DocumentFull['kind'] }) {
  const query = useQuery(documentQuery(round, kind));
  return (
    <Loaded query={query} what={words.fetching} rows={12}>
      {(doc) => <Drawn round={round} doc={doc} />}
    </Loaded>
  );
}

function Drawn({ round, doc }: { round: number; doc: DocumentFull }) {
  const writing = useDocument(round, doc);
  // What is missing is said; what can already be written may be written.
  const open = doc.can.length > 0;
  return (
    <>
      <LeaveGuard dirty={writing.dirty} />
      <div className="document-bar">
        <Back />
        <h2>{doc.title}</h2>
        <span className="faint document-purpose">{doc.purpose}</span>
        <Deeds round={round} doc={doc} writing={writing} open={open} />
      </div>
      {doc.waitsFor === null ? null : (
        <Alert type="warning" showIcon className="document-told" title={words.cannotYet(doc.waitsFor)} />
      )}
      {open ? null : <Alert type="info" className="document-told" title={words.readOnly} />}
      {writing.conflict ? <Conflict doc={doc} writing={writing} /> : null}
      <Wrong error={writing.error} />
      <div className="document-sides">
        <DocumentFields doc={doc} writing={writing} open={open} />
        <DocumentSheet words={toWords(writing.written)} tables={doc.tables} />
      </div>
    </>
  );
}

interface DeedsProps {
  round: number;
  doc: DocumentFull;
  writing: Writing;
  open: boolean;
}

function Deeds({ round, doc, writing, open }: DeedsProps) {
  const { dirty, saving, conflict, save } = writing;
  const changed =
    doc.changedAt === null ? words.drafted : words.by(doc.changedBy ?? '—', moment(doc.changedAt));
  return (
    <div className="row document-deeds">
      <span className={dirty ? 'uses-waits' : 'faint'} role="status">
        {dirty ? words.unsaved : changed}
      </span>
      {open ? (
        <Button type="primary" disabled={!dirty || conflict} loading={saving} onClick={save}>
          {words.save}
        </Button>
      ) : null}
      {dirty ? (
        <span className="faint">{words.saveFirst}</span>
      ) : (
        doc.files.map((file) => (
          <DownloadButton
            key={file}
            path={`/rounds/${round}/documents/${doc.kind}.${file}`}
            fileName={words.fileName(doc.words.title, file)}
          >
            {file === 'docx' ? words.word : words.excel}
          </DownloadButton>
        ))
      )}
    </div>
  );
}

function Conflict({ doc, writing }: { doc: DocumentFull; writing: Writing }) {
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="document-told"
      title={words.conflict(doc.changedBy ?? words.conflictSomebody)}
      description={
        <>
          <p>{words.conflictLead}</p>
          <div className="row">
            <Button onClick={writing.takeTheirs}>{words.takeTheirs}</Button>
            <Button onClick={writing.keepMine} loading={writing.saving}>
              {words.keepMine}
            </Button>
          </div>
        </>
      }
    />
  );
}
