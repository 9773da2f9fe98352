import type { RoundUnit } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { type Dispatch, memo, type SetStateAction } from 'react';
import { number } from '../../../parts/words.ts';
import { ClassWord } from '../bits.tsx';
import { words } from './words.ts';

interface UnitTableProps {
  /** The holder, which needs no saying beside those directly below it. */
  holder: string;
  rows: readonly RoundUnit[];
  /** Who is ticked; null: nobody may be. */
  picked: ReadonlySet<number> | null;
  onPick: Pick;
}

type Pick = Dispatch<SetStateAction<ReadonlySet<number>>>;

const withSome =
  (ids: readonly number[], on: boolean) =>
  (before: ReadonlySet<number>): ReadonlySet<number> => {
    const next = new Set(before);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    return next;
  };

export function UnitTable({ holder, rows, picked, onPick }: UnitTableProps) {
  const ids = rows.map((row) => row.organization.id);
  const many = ids.filter((id) => picked?.has(id)).length;
  return (
    <table className="listing round-table round-cards round-sticky unit-table">
      <thead>
        <tr>
          {picked === null ? null : (
            <th scope="col" className="unit-pick">
              <Checkbox
                aria-label={words.pickAll}
                checked={many === ids.length}
                indeterminate={many > 0 && many < ids.length}
                onChange={(event) => onPick(withSome(ids, event.target.checked))}
              />
            </th>
          )}
          <th scope="col">{words.name}</th>
          <th scope="col">{words.class}</th>
          <th scope="col" className="number">
            {words.risk}
          </th>
          <th scope="col">{words.waited}</th>
          <th scope="col">{words.chosen}</th>
          <th scope="col">{words.how}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.organization.id}
            holder={holder}
            unit={row}
            picked={picked === null ? null : picked.has(row.organization.id)}
            onPick={onPick}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  holder: string;
  unit: RoundUnit;
  picked: boolean | null;
  onPick: Pick;
}

function RowPlain({ holder, unit, picked, onPick }: RowProps) {
  const { organization } = unit;
  return (
    <tr className={unit.chosen ? '' : 'unit-left'}>
      {picked === null ? null : (
        <td className="unit-pick">
          <Checkbox
            aria-label={words.pick(organization.name)}
            checked={picked}
            onChange={(event) => onPick(withSome([organization.id], event.target.checked))}
          />
        </td>
      )}
      <td className="round-wide">
        <Link to="/organizations/$organization" params={{ organization: String(organization.id) }}>
          {organization.name}
        </Link>
        {organization.parentName === holder ? null : (
          <span className="faint unit-parent">{organization.parentName}</span>
        )}
        {unit.why === '' ? null : (
          <div className="faint unit-small">
            {words.risk}：{unit.why}
          </div>
        )}
      </td>
      <td className="nowrap">
        <ClassWord of={unit.class} />
      </td>
      <td className="number" data-label={words.risk}>
        {number(Math.round(unit.risk * 100) / 100)}
      </td>
      <td className="nowrap">{words.waitedRounds(unit.waited)}</td>
      <td className="nowrap">
        <strong className={unit.chosen ? 'unit-yes' : 'faint'}>{unit.chosen ? words.yes : words.no}</strong>
      </td>
      <td>
        {words.hows[unit.how]}
        {unit.reason === null ? null : <div className="faint">{unit.reason}</div>}
      </td>
    </tr>
  );
}

const Row = memo(RowPlain);
