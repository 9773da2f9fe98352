import type { RoundFull, RoundUnit } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { unitsQuery } from '../../../api/rounds.ts';
import { Section } from '../../../parts/page.tsx';
import { Empty, Loaded } from '../../../parts/states.tsx';
import { FindField } from '../bits.tsx';
import { DrawPanel } from './draw-panel.tsx';
import { OverrideModal } from './override-modal.tsx';
import { UnitTable } from './unit-table.tsx';
import { words } from './words.ts';

type Show = keyof typeof words.shows;

/** Who may be visited, who is, and why. */
export function UnitsTab({ round }: { round: RoundFull }) {
  const query = useQuery(unitsQuery(round.id));
  return (
    <>
      {round.setting.choice === 'draw' ? <DrawPanel round={round} /> : null}
      <Loaded query={query} what={words.fetching} rows={10}>
        {(units) =>
          units.length === 0 ? (
            <Empty title={words.none}>{words.noneLead}</Empty>
          ) : (
            <Units round={round} units={units} />
          )
        }
      </Loaded>
    </>
  );
}

function Units({ round, units }: { round: RoundFull; units: readonly RoundUnit[] }) {
  const [show, setShow] = useState<Show>('all');
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const [change, setChange] = useState<boolean | null>(null);
  const open = round.state === 'draft' && round.can.includes('round.manage');
  const q = typed.trim();
  const rows = units.filter(
    (unit) =>
      (show === 'all' || unit.chosen === (show === 'chosen')) &&
      (q === '' || `${unit.organization.name}${unit.organization.parentName}`.includes(q)),
  );
  const chosen = units.filter((unit) => unit.chosen).length;
  const of = units.filter((unit) => picked.has(unit.organization.id));
  return (
    <Section title={words.title(chosen, units.length)} flush>
      <div className="round-tools">
        <FindField label={words.find} hint={words.findLead} value={typed} onChange={setTyped} />
        <Segmented<Show>
          aria-label={words.show}
          value={show}
          onChange={setShow}
          options={(['all', 'chosen', 'left'] as const).map((value) => ({
            value,
            label: words.shows[value],
          }))}
        />
        {open ? (
          <span className="row round-push">
            <span className="faint" role="status">
              {words.picked(of.length)}
            </span>
            <Button disabled={!of.some((unit) => !unit.chosen)} onClick={() => setChange(true)}>
              {words.toChosen}
            </Button>
            <Button disabled={!of.some((unit) => unit.chosen)} onClick={() => setChange(false)}>
              {words.toLeft}
            </Button>
          </span>
        ) : null}
      </div>
      <p className="faint round-pad-tight">{words.riskLead}</p>
      {rows.length === 0 ? (
        <div className="round-pad">
          <Empty title={words.noneFound} />
        </div>
      ) : (
        <UnitTable
          holder={round.organization.name}
          rows={rows}
          picked={open ? picked : null}
          onPick={setPicked}
        />
      )}
      <OverrideModal
        round={round}
        units={of.filter((unit) => unit.chosen !== change)}
        chosen={change}
        onClose={(done) => {
          setChange(null);
          if (done) setPicked(new Set());
        }}
      />
    </Section>
  );
}
