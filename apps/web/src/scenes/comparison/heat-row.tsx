import type { ComparisonView } from '@hujian/contract';
import { getRouteApi, Link } from '@tanstack/react-router';
import { memo } from 'react';
import { bandWords, brief, share } from '../../parts/words.ts';
import { shownCell } from './cell.ts';

const route = getRouteApi('/shell/comparison');

interface HeatRowProps {
  view: ComparisonView;
  row: ComparisonView['rows'][number];
  index: number;
  /** The column where the keyboard stands, when it stands in this row. */
  column: number | null;
  onPoint: (column: number) => void;
  onOpen: (organization: number, item: string) => void;
}

function HeatRowPlain({ view, row, index, column, onPoint, onOpen }: HeatRowProps) {
  const { organization } = row;
  const { evaluation: saved } = route.useSearch();
  return (
    <tr aria-rowindex={index + 2} className="heat-row">
      <th scope="row">
        <span className="heat-name">
          {view.by === 'village' ? (
            <Link
              to="/organizations/$organization/standing"
              params={{ organization: String(organization.id) }}
              search={
                saved === undefined ? { edition: view.edition.id, asOf: view.asOf } : { evaluation: saved }
              }
              title={
                organization.parentName === null
                  ? organization.name
                  : `${organization.parentName}　${organization.name}`
              }
            >
              {organization.name}
            </Link>
          ) : (
            <Link
              to="/comparison"
              search={{
                scope: organization.id,
                ...(saved === undefined
                  ? { edition: view.edition.id, asOf: view.asOf }
                  : { evaluation: saved }),
              }}
            >
              {organization.name}
            </Link>
          )}
        </span>
        <span className="heat-score">
          {brief(row.points)}／{brief(row.possible)}
        </span>
        <span className="heat-unknown-share">{share(row.notKnownShare)}</span>
        <span className="heat-band">{bandWords[row.band]}</span>
      </th>
      {row.cells.map((cell, i) => {
        const item = view.items[i];
        if (item === undefined) return null;
        const shown = shownCell(cell, view.by);
        const here = column === i;
        return (
          <td key={item.code} className={`heat-${shown.tone}`}>
            <button
              type="button"
              tabIndex={here ? 0 : -1}
              data-here={here}
              aria-label={`${organization.name}，${item.number} ${item.title}：${shown.told}`}
              onFocus={() => (here ? undefined : onPoint(i))}
              onMouseEnter={() => (here ? undefined : onPoint(i))}
              onClick={() => onOpen(organization.id, item.code)}
            >
              {shown.mark}
            </button>
          </td>
        );
      })}
    </tr>
  );
}

/** One organization's line of cells; redrawn only when the keyboard enters or leaves it. */
export const HeatRow = memo(
  HeatRowPlain,
  (a, b) => a.row === b.row && a.column === b.column && a.index === b.index && a.view === b.view,
);
