import type { RecordView } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { useNames } from '../../api/library.ts';
import { day, moment } from '../../parts/words.ts';
import { describe } from './describe.ts';
import { words } from './words.ts';

/** Records of any register in the same four columns. */
export function RecordTable({ rows }: { rows: RecordView[] }) {
  const names = useNames();
  return (
    <table className="record-table">
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.content}</th>
          <th scope="col">{words.details}</th>
          <th scope="col">{words.entered}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const told = describe(row, names);
          return (
            <tr key={row.id} className={row.withdrawnAt === null ? '' : 'record-gone'}>
              <td className="nowrap">{told.day === null ? '—' : day(told.day)}</td>
              <td>
                <Link
                  to="/records/$register/$record"
                  params={{ register: row.register, record: String(row.id) }}
                >
                  {told.title}
                </Link>
                {row.withdrawnAt === null ? null : <Tag>{words.withdrawn}</Tag>}
              </td>
              <td>{told.details.join('；')}</td>
              <td className="faint nowrap">
                {moment(row.enteredAt)}
                {row.imported ? `　${words.imported}` : ''}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
