import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { importPages, upload } from '../../api/imports.ts';
import { useMe } from '../../api/me.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Section } from '../../parts/page.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

/** A workbook dragged here or chosen; the server answers with the file's own page. */
export function Upload() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [organization, setOrganization] = useState(me.scope?.id ?? null);
  const send = useMutation({
    mutationFn: (file: File) => upload(organization ?? 0, file),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: importPages.queryKey });
      await navigate({ to: '/imports/$file', params: { file: String(made.id) } });
    },
  });
  return (
    <Section title={words.upload}>
      <div className="labelled import-whom">
        <span className="faint">{words.forWhom}</span>
        <OrganizationSelect
          label={words.forWhom}
          value={organization}
          onChange={setOrganization}
          known={me.scope === null ? [] : [me.scope]}
        />
      </div>
      <DropZone
        label={words.upload}
        accept=".xlsx"
        busy={send.isPending}
        disabled={organization === null}
        title={send.isPending ? words.uploading : words.drag}
        lead={words.dragLead}
        onFile={(file) => send.mutate(file)}
      />
      <div className="import-wrong">
        <Wrong error={send.error} />
      </div>
    </Section>
  );
}
