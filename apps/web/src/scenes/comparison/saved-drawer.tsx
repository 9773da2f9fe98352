import type { EvaluationView } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Drawer, Progress } from 'antd';
import { evaluationsQuery } from '../../api/standings.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { day, moment } from '../../parts/words.ts';
import { words } from './words.ts';

/** Saved results: frozen, each with its hash. */
export function SavedDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Drawer open={open} onClose={onClose} size="min(560px, 100vw)" title={words.savedList} destroyOnHidden>
      <Saved onClose={onClose} />
    </Drawer>
  );
}

function Saved({ onClose }: { onClose: () => void }) {
  const list = useQuery(evaluationsQuery);
  return (
    <Loaded query={list} what={words.savedList} rows={5}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={words.savedNone}>{words.savedNoneLead}</Empty>
        ) : (
          <ul className="plain-list saved">
            {rows.map((row) => (
              <SavedLine key={row.id} row={row} onClose={onClose} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function SavedLine({ row, onClose }: { row: EvaluationView; onClose: () => void }) {
  const percent = row.total === null || row.total === 0 ? 0 : Math.round((row.done / row.total) * 100);
  return (
    <li>
      <strong>{row.scope.name}</strong>
      <div>
        {row.editionTitle}，截至{day(row.asOf)}
      </div>
      <div className="faint">
        {row.enteredBy}　{moment(row.enteredAt)}
      </div>
      {row.state === 'running' ? (
        <>
          <div>{words.running(row.done, row.total)}</div>
          <Progress percent={percent} size="small" aria-label={words.running(row.done, row.total)} />
        </>
      ) : null}
      {row.state === 'failed' ? (
        <div className="saved-failed">{`${words.failed}：${row.message ?? ''}`}</div>
      ) : null}
      {row.state === 'done' ? (
        <>
          <div className="faint saved-hash">
            {words.hash} {row.sha256}
          </div>
          <Link to="/comparison" search={{ scope: row.scope.id, evaluation: row.id }} onClick={onClose}>
            {words.savedOpen}
          </Link>
          <DownloadButton type="link" path={`/evaluations/${row.id}/packet`} fileName={words.packetName}>
            {words.packet}
          </DownloadButton>
        </>
      ) : null}
    </li>
  );
}
