import type { FollowUp } from '@hujian/contract';
import { useState } from 'react';
import { day, moment } from '../../parts/words.ts';
import { ChangeFollowUp, EndFollowUp } from './follow-up-forms.tsx';
import { proposedWords, followUpWords as words } from './words.ts';

type Doing = { row: FollowUp; what: 'change' | 'end' };

/** The follow-ups as rows, late ones marked; one form serves all of them. */
export function FollowUpTable({ rows }: { rows: readonly FollowUp[] }) {
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <div className="block follow-ups-block">
      <table className="listing uses-table uses-stacked follow-ups">
        <thead>
          <tr>
            <th scope="col">{words.organization}</th>
            <th scope="col">{words.task}</th>
            <th scope="col">{words.due}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} onDo={(what) => setDoing({ row, what })} />
          ))}
        </tbody>
      </table>
      <ChangeFollowUp row={doing?.what === 'change' ? doing.row : undefined} onClose={close} />
      <EndFollowUp row={doing?.what === 'end' ? doing.row : undefined} onClose={close} />
    </div>
  );
}

function Row({ row, onDo }: { row: FollowUp; onDo: (what: Doing['what']) => void }) {
  const open = row.state === 'open' && row.can.length > 0;
  return (
    <tr className={row.overdue ? 'follow-up-late' : undefined}>
      <th scope="row">
        {row.organization.name}
        <div className="faint">{row.class === null ? words.unclassed : proposedWords[row.class]}</div>
      </th>
      <td className="follow-up-task">
        <span className="uses-state">{words.ways[row.way]}</span>{' '}
        {row.partner === null ? null : <span className="faint">{words.partner(row.partner.name)}　</span>}
        {row.task}
        {row.item === null ? null : (
          <div className="faint">
            {words.item}：{row.item.title}
          </div>
        )}
      </td>
      <td className="nowrap">
        {day(row.dueOn)}
        {row.overdue ? <div className="uses-late">{words.overdue}</div> : null}
      </td>
      <td className="follow-up-state">
        <div className="row">
          <span>{words.states[row.state]}</span>
          {open ? (
            <>
              <button type="button" className="as-link" onClick={() => onDo('change')}>
                {words.change}
              </button>
              <button type="button" className="as-link" onClick={() => onDo('end')}>
                {words.end}
              </button>
            </>
          ) : null}
        </div>
        {row.outcome === null ? null : <div>{row.outcome}</div>}
        {row.endedAt === null ? null : (
          <div className="faint">{words.endedBy(row.endedBy ?? '—', moment(row.endedAt))}</div>
        )}
      </td>
    </tr>
  );
}
