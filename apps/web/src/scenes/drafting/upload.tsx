import type { DraftRow } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { uploadDraft } from '../../api/drafts.ts';
import { useMe } from '../../api/me.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { DraftLinks } from './draft-links.tsx';
import { words } from './words.ts';
import './drafting.css';

interface Chosen {
  file: File;
  again: boolean;
}

/** A standard dragged here or chosen; what was read of it is opened at once. */
export function DraftUpload() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [organization, setOrganization] = useState(me.scope?.id ?? null);
  const send = useMutation({
    mutationFn: ({ file, again }: Chosen) => uploadDraft(organization ?? 0, file, again),
    onSuccess: async ({ drafts }) => {
      await client.invalidateQueries({ queryKey: ['drafts'] });
      const [only, ...others] = drafts;
      if (only !== undefined && others.length === 0)
        await navigate({ to: '/library/drafts/$draft', params: { draft: String(only.id) } });
    },
  });
  const { variables, data } = send;
  return (
    <div className="stack">
      {me.scope?.level === 'county' ? null : (
        <div className="labelled draft-whom">
          <span className="faint">{words.forWhom}</span>
          <OrganizationSelect
            label={words.forWhom}
            value={organization}
            onChange={setOrganization}
            known={me.scope === null ? [] : [me.scope]}
          />
        </div>
      )}
      <DropZone
        label={words.upload}
        accept=".docx,.xlsx,.txt,.md,.html,.yaml,.yml,.doc,.xls"
        busy={send.isPending}
        disabled={organization === null}
        title={words.drag}
        lead={words.dragLead}
        onFile={(file) => send.mutate({ file, again: false })}
      >
        {send.isPending && variables !== undefined ? <Reading name={variables.file.name} /> : null}
      </DropZone>
      <Wrong error={send.error} />
      {data === undefined || data.earlier.length === 0 || data.drafts.length > 0 ? null : (
        <Earlier
          drafts={data.earlier}
          onAgain={() => {
            if (variables !== undefined) send.mutate({ file: variables.file, again: true });
          }}
        />
      )}
      {data !== undefined && data.drafts.length > 1 ? (
        <Alert
          type="success"
          role="status"
          title={words.severalRead(data.drafts.length)}
          description={<DraftLinks drafts={data.drafts} />}
        />
      ) : null}
    </div>
  );
}

/** Nobody can say how far a file is read; how long it has taken can be said. */
function Reading({ name }: { name: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      <strong>{words.reading(name, seconds)}</strong>
      <span className="draft-reading" aria-hidden="true" />
    </>
  );
}

function Earlier({ drafts, onAgain }: { drafts: DraftRow[]; onAgain: () => void }) {
  return (
    <Alert
      type="info"
      role="status"
      title={words.earlier}
      description={
        <div className="stack">
          <div>{words.earlierLead}</div>
          <DraftLinks drafts={drafts} />
          <div>
            <Button onClick={onAgain}>{words.again}</Button>
          </div>
        </div>
      }
    />
  );
}
