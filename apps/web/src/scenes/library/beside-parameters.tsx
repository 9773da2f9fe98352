import { BasisList } from '../../parts/basis.tsx';
import type { BesideTitles } from './beside-items.tsx';
import type { ParameterDifference } from './differences.ts';
import { words } from './words.ts';

interface BesideParametersProps {
  titles: BesideTitles;
  rows: ParameterDifference[];
}

export function BesideParameters({ titles, rows }: BesideParametersProps) {
  return (
    <table className="beside-table">
      <thead>
        <tr>
          <th scope="col" className="beside-name">
            {words.parameter}
          </th>
          <th scope="col">{titles.a}</th>
          <th scope="col">{titles.b}</th>
          <th scope="col">{words.basis}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>{row.title}</td>
            <td>{row.a === '' ? <span className="faint">{words.absent}</span> : row.a}</td>
            <td className={row.way === 'same' ? '' : 'beside-other'}>
              {row.b === '' ? <span className="faint">{words.absent}</span> : <strong>{row.b}</strong>}
            </td>
            <td>
              <BasisList of={row.basis} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
