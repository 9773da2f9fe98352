import type { HandOverTaken, RoundFull } from '@hujian/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { renewRound } from '../../../api/rounds.ts';
import { handOver } from '../../../api/sessions.ts';
import { DropZone } from '../../../parts/drop-zone.tsx';
import { Section } from '../../../parts/page.tsx';
import { Wrong } from '../../../parts/wrong.tsx';
import { words } from './words.ts';

/** The sheets of a phone that is broken, brought as a file. */
export function HandOver({ round }: { round: RoundFull }) {
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (file: File) => handOver(round.id, file),
    onSuccess: () => renewRound(client, round.id),
  });
  return (
    <Section title={words.handOver}>
      <div className="stack">
        <DropZone
          label={words.handOver}
          accept=".json,.hujian,.txt"
          busy={send.isPending}
          title={words.handOverDrop}
          lead={words.handOverLead}
          onFile={(file) => send.mutate(file)}
        >
          {send.variables === undefined ? null : <strong>{words.handOverWait(send.variables.name)}</strong>}
        </DropZone>
        <Wrong error={send.error} />
        {send.data === undefined ? null : <Taken taken={send.data} />}
      </div>
    </Section>
  );
}

function Taken({ taken }: { taken: HandOverTaken }) {
  const { panelist, entries, added, files, refused } = taken;
  return (
    <Alert
      type={refused.length === 0 ? 'success' : 'warning'}
      role="status"
      showIcon
      title={words.handOverDone(panelist)}
      description={
        <>
          <div>{words.handOverText(entries, added, files)}</div>
          {refused.length === 0 ? null : (
            <>
              <div>{words.handOverRefused(refused.length)}</div>
              <ul>
                {refused.map(({ id, message }) => (
                  <li key={id}>{message}</li>
                ))}
              </ul>
            </>
          )}
        </>
      }
    />
  );
}
