import type { DrawShown } from '@hujian/contract';
import { words as all } from './words.ts';

const words = all.draw;

/** Every unit with its weight and, once it is drawn, its ticket: what a calculator needs. */
export function DrawTable({ units }: { units: DrawShown['units'] }) {
  const due = units.some((unit) => unit.due !== null);
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.weight}</th>
            {due ? <th scope="col">{words.due}</th> : null}
            <th scope="col">{words.ticket}</th>
            <th scope="col">{words.key}</th>
            <th scope="col">{words.how2}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id} className={unit.drawn === null ? '' : 'chosen'}>
              <td>{unit.name}</td>
              <td>{unit.id}</td>
              <td>{Number(unit.weight.toFixed(6))}</td>
              {due ? <td>{unit.due ?? words.not}</td> : null}
              <td>{unit.ticket === null ? words.not : <code>{unit.ticket}</code>}</td>
              <td>{unit.key === null ? words.not : unit.key.toFixed(8)}</td>
              <td>{unit.drawn === null ? words.not : words[unit.drawn]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
