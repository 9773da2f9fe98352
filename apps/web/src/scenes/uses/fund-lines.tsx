import type { Fund } from '@hujian/contract';
import { Input, InputNumber } from 'antd';
import { Fragment, useState } from 'react';
import { cents, money } from './divide.ts';
import { Payments } from './payments.tsx';
import type { FundLine, LineEdits } from './use-line-edits.ts';
import { fundWords as words } from './words.ts';

interface FundLinesProps {
  fund: Fund;
  edits: LineEdits;
  sum: number;
}

/** Who receives how much, what a person changed and why, what was paid. */
export function FundLines({ fund, edits, sum }: FundLinesProps) {
  const total = (of: (line: FundLine) => number) =>
    money(cents(fund.lines.reduce((all, line) => all + of(line), 0)));
  return (
    <table className="listing uses-table fund-lines">
      <thead>
        <tr>
          <th scope="col">{words.organization}</th>
          <th scope="col">{words.band}</th>
          <th scope="col" className="number">
            {words.computed}
          </th>
          <th scope="col" className="number">
            {fund.state === 'approved' ? words.amountShown : words.amount}
          </th>
          <th scope="col">{words.reason}</th>
          <th scope="col" className="number">
            {words.paid}
          </th>
          <th scope="col">{words.ledger}</th>
        </tr>
      </thead>
      <tbody>
        {fund.lines.map((line) => (
          <Line key={line.id} fund={fund} line={line} edits={edits} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {words.sum}
          </th>
          <td className="number">{total((line) => line.computed)}</td>
          <td className="number">{money(sum)}</td>
          <td />
          <td className="number">{total((line) => line.paid)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

interface LineProps {
  fund: Fund;
  line: FundLine;
  edits: LineEdits;
}

function Line({ fund, line, edits }: LineProps) {
  const [open, setOpen] = useState(false);
  const name = line.organization.name;
  const changed = edits.changed.includes(line);
  const changeable = fund.can.includes('fund.change');
  const pays = fund.can.includes('fund.pay');
  return (
    <Fragment>
      <tr className={changed ? 'fund-changed' : undefined}>
        <th scope="row">{name}</th>
        <td>{words.bandOf(line.band)}</td>
        <td className="number">{money(line.computed)}</td>
        <td className="number">
          {changeable ? (
            <InputNumber
              aria-label={words.amountFor(name)}
              min={0}
              max={1e11}
              step={100}
              value={edits.amountOf(line)}
              onChange={(amount) => edits.change(line, { amount: amount === null ? null : cents(amount) })}
            />
          ) : (
            money(line.amount)
          )}
        </td>
        <td className="fund-reason">
          {changeable && (changed || line.reason !== null) ? (
            <Input
              aria-label={words.reasonFor(name)}
              maxLength={200}
              value={edits.reasonOf(line)}
              status={changed && edits.reasonOf(line).trim() === '' ? 'warning' : ''}
              onChange={({ target }) => edits.change(line, { reason: target.value })}
            />
          ) : (
            (line.reason ?? '—')
          )}
        </td>
        <td className="number">{money(line.paid)}</td>
        <td className="nowrap">
          {pays || line.payments.length > 0 ? (
            <button
              type="button"
              className="as-link"
              aria-expanded={open}
              aria-label={words.showPayments(name)}
              onClick={() => setOpen(!open)}
            >
              {words.payments(line.payments.length)}
            </button>
          ) : (
            <span className="faint">{words.payments(0)}</span>
          )}
        </td>
      </tr>
      {open ? (
        <tr className="fund-ledger">
          <td colSpan={7}>
            <Payments fund={fund} line={line} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
