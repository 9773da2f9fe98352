import type { Fund } from '@hujian/contract';
import { Button } from 'antd';
import { basisText } from '../../parts/basis.tsx';
import { Section } from '../../parts/page.tsx';
import { moment } from '../../parts/words.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { cents, money } from './divide.ts';
import { FundLines } from './fund-lines.tsx';
import { FundSteps } from './fund-steps.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { type LineEdits, useLineEdits } from './use-line-edits.ts';
import { fundWords as words } from './words.ts';

/** One fund: what it rests on, who receives how much and why, what was decided, what was paid. */
export function FundBlock({ fund }: { fund: Fund }) {
  const edits = useLineEdits(fund);
  const sum = cents(fund.lines.reduce((all, line) => all + (edits.amountOf(line) ?? 0), 0));
  return (
    <Section
      title={
        <>
          {fund.title} <span className={`uses-state fund-${fund.state}`}>{words.states[fund.state]}</span>
        </>
      }
      extra={money(fund.total)}
      flush
    >
      <LeaveGuard dirty={edits.changed.length > 0} />
      <Facts fund={fund} />
      {fund.lines.length === 0 ? (
        <p className="faint fund-pad">{words.noLines}</p>
      ) : (
        <FundLines fund={fund} edits={edits} sum={sum} />
      )}
      <div className="fund-pad fund-foot">
        <Left left={fund.total - sum} />
        <Unsaved edits={edits} />
        <FundSteps fund={fund} waits={edits.changed.length > 0} over={fund.total - sum < 0} />
      </div>
    </Section>
  );
}

function Facts({ fund }: { fund: Fund }) {
  return (
    <div className="fund-pad fund-facts faint">
      <p>
        {words.basis}：{basisText(fund.basis) ?? '—'}
      </p>
      <p>{words.madeBy(fund.by, moment(fund.at))}</p>
      {fund.decidedBy === null ? null : <p>{words.decidedBy(fund.decidedBy, moment(fund.decidedAt))}</p>}
      {fund.note === '' ? null : (
        <p className="uses-waits">
          {fund.state === 'submitted' ? words.submitNote(fund.note) : words.note(fund.note)}
        </p>
      )}
    </div>
  );
}

function Left({ left }: { left: number }) {
  if (left < 0) {
    return (
      <p className="uses-late" role="alert">
        {words.over(money(cents(-left)))}
      </p>
    );
  }
  return (
    <p>
      {words.left} {money(cents(left))}
    </p>
  );
}

function Unsaved({ edits }: { edits: LineEdits }) {
  if (edits.changed.length === 0) return null;
  return (
    <div>
      <Wrong error={edits.error} />
      <div className="row">
        <span className="uses-waits" role="status">
          {words.unsaved(edits.changed.length)}
        </span>
        <Button onClick={edits.discard}>{words.discard}</Button>
        <Button type="primary" onClick={edits.save} loading={edits.saving}>
          {words.saveLines}
        </Button>
      </div>
    </div>
  );
}
