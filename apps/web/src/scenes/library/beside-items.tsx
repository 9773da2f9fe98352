import type { ItemDifference, Line } from './differences.ts';
import { words } from './words.ts';

export interface BesideTitles {
  a: string;
  b: string;
}

interface BesideItemsProps<Way extends string> {
  titles: BesideTitles;
  rows: (Omit<ItemDifference, 'way'> & { way: Way })[];
  /** What each way of differing is called. */
  ways: Readonly<Record<Way, string>>;
}

export function BesideItems<Way extends string>({ titles, rows, ways }: BesideItemsProps<Way>) {
  return (
    <table className="beside-table">
      <thead>
        <tr>
          <th scope="col" className="beside-name">
            {words.items}
          </th>
          <th scope="col">{titles.a}</th>
          <th scope="col">{titles.b}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <td>
              <strong>{row.title}</strong>
              <div className="faint">{ways[row.way]}</div>
              {row.notes.map((note) => (
                <div key={note} className="faint">
                  {words.note}：{note}
                </div>
              ))}
            </td>
            <td>
              <Side lines={row.lines} side="a" />
            </td>
            <td className={row.way === 'same' ? '' : 'beside-other'}>
              <Side lines={row.lines} side="b" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Side({ lines, side }: { lines: Line[]; side: 'a' | 'b' }) {
  if (lines.length === 0) return <span className="faint">{words.same}</span>;
  if (lines.every((line) => line[side] === '')) return <span className="faint">{words.absent}</span>;
  return (
    <>
      {lines.map((line) => (
        <p key={line.name} className="beside-line">
          <span className="faint">{line.name}：</span>
          {line[side] === '' ? <span className="faint">{words.absent}</span> : line[side]}
        </p>
      ))}
    </>
  );
}
