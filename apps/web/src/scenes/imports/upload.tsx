import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { importPages, upload } from '../../api/imports.ts';
import { useMe } from '../../api/me.ts';
import { OrganizationSelect } from '../../parts/organization-select.tsx';
import { Section } from '../../parts/page.tsx';
import { Wrong } from '../../parts/wrong.tsx';
import { words } from './words.ts';

/** A workbook dragged here or chosen; the server answers with the file's own page. */
export function Upload() {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [organization, setOrganization] = useState(me.scope?.id ?? null);
  const [over, setOver] = useState(false);
  const send = useMutation({
    mutationFn: (file: File) => upload(organization ?? 0, file),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: importPages.queryKey });
      await navigate({ to: '/imports/$file', params: { file: String(made.id) } });
    },
  });
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined && !send.isPending) send.mutate(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
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
      <button
        type="button"
        className={over ? 'drop drop-over' : 'drop'}
        disabled={send.isPending || organization === null}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <strong>{send.isPending ? words.uploading : words.drag}</strong>
        <span className="faint">{words.dragLead}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        className="hidden-words"
        tabIndex={-1}
        aria-label={words.upload}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <div className="import-wrong">
        <Wrong error={send.error} />
      </div>
    </Section>
  );
}
