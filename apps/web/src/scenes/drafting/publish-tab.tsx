import type { Draft } from '@hujian/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, App } from 'antd';
import { Problem } from '../../api/door.ts';
import { draftLintQuery, draftQuery, type Publishing, publishDraft } from '../../api/drafts.ts';
import { forgetFetched } from '../../api/forget.ts';
import { Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import type { DraftTabProps } from './draft-page.tsx';
import { DropDraft } from './drop-draft.tsx';
import { EditionLink } from './edition-link.tsx';
import { type Filled, PublishForm, publishingOf } from './publish-form.tsx';
import { words } from './tab-words.ts';
import { words as shared } from './words.ts';

/** From a draft to an edition: what still hinders, what it is called, from when and on what basis. */
export function PublishTab({ draft, open }: DraftTabProps) {
  if (draft.edition !== null) return <Published edition={draft.edition} />;
  if (!open) return <Alert type="info" title={words.unpublishable} />;
  return <Publish draft={draft} />;
}

function Published({ edition }: { edition: string }) {
  return (
    <Alert
      type="success"
      role="status"
      title={words.published}
      description={
        <div className="stack">
          <div>{words.publishedLead}</div>
          <div className="row">
            <Link to="/library">{words.toLibrary}</Link>
            <EditionLink edition={edition} />
          </div>
        </div>
      }
    />
  );
}

function Publish({ draft }: { draft: Draft }) {
  const lint = useQuery(draftLintQuery(draft.id, draft.version));
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const publish = useMutation({
    mutationFn: (body: Publishing) => publishDraft(draft.id, body),
    onSuccess: () => forgetFetched(client),
    onError: async (failure) => {
      if (!(failure instanceof Problem) || failure.status !== 409) return;
      message.warning(shared.stale, 8);
      await client.invalidateQueries({ queryKey: draftQuery(draft.id).queryKey });
    },
  });
  const ask = (filled: Filled) => {
    modal.confirm({
      title: words.publish,
      content: words.confirm(draft.work.title, day(filled.inForce)),
      okText: words.publish,
      cancelText: shared.cancel,
      onOk: () => publish.mutate(publishingOf(filled, draft.version)),
    });
  };
  return (
    <>
      <p className="faint">{words.publishLead}</p>
      <Loaded query={lint} what={words.hinders} rows={3}>
        {({ undecided, errors, findings }) => {
          const ready = undecided === 0 && errors.length === 0 && draft.work.kind !== null;
          return (
            <>
              <Hinders
                draft={draft}
                undecided={undecided}
                errors={errors.length}
                findings={findings.filter((one) => one.weight !== 'note').length}
              />
              <Section title={words.publish}>
                <PublishForm
                  draft={draft}
                  ready={ready}
                  busy={publish.isPending}
                  error={publish.error}
                  onPublish={ask}
                />
              </Section>
              <DropDraft draft={draft} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

interface HindersProps {
  draft: Draft;
  undecided: number;
  errors: number;
  findings: number;
}

/** What stands in the way, each with where to go; what is only to be noticed hinders nobody. */
function Hinders({ draft, undecided, errors, findings }: HindersProps) {
  const to = (search: { tab?: string; show?: string }, text: string) => (
    <Link to="/library/drafts/$draft" params={{ draft: String(draft.id) }} search={search}>
      {text}
    </Link>
  );
  const lines = [
    ...(undecided === 0
      ? []
      : [
          <li key="undecided">
            {words.hindersUndecided(undecided)}　{to({ show: 'open' }, words.goItems)}
          </li>,
        ]),
    ...(draft.work.kind === null
      ? [
          <li key="kind">
            {words.hindersKind}　{words.goFacts}
          </li>,
        ]
      : []),
    ...(errors === 0
      ? []
      : [
          <li key="errors">
            {words.hindersErrors(errors)}　{to({ tab: 'lint' }, words.goLint)}
          </li>,
        ]),
  ];
  const title = lines.length > 0 ? words.hinders : words.nothingHinders;
  return (
    <div className={lines.length > 0 ? 'draft-note' : 'draft-note draft-note-good'} role="status">
      <strong>{title}</strong>
      <ul className="plain-list">
        {lines}
        {findings === 0 ? null : (
          <li>
            {words.warnings(findings)}　{to({ tab: 'lint' }, words.goLint)}
          </li>
        )}
      </ul>
    </div>
  );
}
