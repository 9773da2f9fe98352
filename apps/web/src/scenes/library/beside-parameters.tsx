import type { EditionPage } from '@hujian/contract';
import { editionOf } from '../../api/edition.ts';
import { BasisList } from '../../parts/basis.tsx';
import type { ParameterDifference } from './differences.ts';
import { words } from './words.ts';

interface BesideParametersProps {
  a: EditionPage;
  b: EditionPage;
  rows: ParameterDifference[];
}

export function BesideParameters({ a, b, rows }: BesideParametersProps) {
  return (
    <table className="beside-table">
      <thead>
        <tr>
          <th scope="col" className="beside-name">
            {words.parameter}
          </th>
          <th scope="col">{editionOf(a).title}</th>
          <th scope="col">{editionOf(b).title}</th>
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
