import type { RoundPanelist } from '@hujian/contract';
import { Button } from 'antd';
import { shortDay } from '../bits.tsx';
import { words as roundWords } from '../words.ts';
import { words } from './words.ts';

interface PanelistTableProps {
  rows: readonly RoundPanelist[];
  onEdit: ((panelist: RoundPanelist) => void) | null;
  onRemove: ((panelist: RoundPanelist) => void) | null;
}

export function PanelistTable({ rows, onEdit, onRemove }: PanelistTableProps) {
  return (
    <table className="listing round-table round-cards round-sticky">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.home}</th>
          <th scope="col">{words.unavailable}</th>
          <th scope="col">{words.visits}</th>
          {onEdit === null ? null : <th scope="col" aria-label={words.edit} />}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="round-wide">
              <strong>{row.name}</strong>
              <span className="faint">　{row.post}</span>
              <div className="faint unit-small">
                {row.account === null ? words.accountNone : row.account.userName}
              </div>
            </td>
            <td className="nowrap">{roundWords.parts[row.part]}</td>
            <td>{row.home?.name ?? <span className="faint">{words.homeNone}</span>}</td>
            <td>
              {row.unavailable.length === 0 ? (
                <span className="faint">{words.unavailableNone}</span>
              ) : (
                row.unavailable.map(shortDay).join('、')
              )}
            </td>
            <td className="nowrap">{words.visitsCount(row.visits)}</td>
            {onEdit === null || onRemove === null ? null : (
              <td className="round-acts">
                <Button size="small" onClick={() => onEdit(row)} aria-label={words.editTitle(row.name)}>
                  {words.edit}
                </Button>
                <Button size="small" aria-label={`${words.remove}${row.name}`} onClick={() => onRemove(row)}>
                  {words.remove}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
