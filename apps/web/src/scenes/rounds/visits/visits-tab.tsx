import type { PlannedVisit, RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { visitsQuery } from '../../../api/rounds.ts';
import { Section } from '../../../parts/page.tsx';
import { Empty, Loaded } from '../../../parts/states.tsx';
import { moment } from '../../../parts/words.ts';
import { FindField } from '../bits.tsx';
import { DayStrip } from './day-strip.tsx';
import { PlanButton } from './plan-button.tsx';
import { PlanOutcome } from './plan-outcome.tsx';
import { VisitDay } from './visit-day.tsx';
import { VisitModal } from './visit-modal.tsx';
import { words } from './words.ts';

/** Who is visited on which day, on which route, by whom. */
export function VisitsTab({ round }: { round: RoundFull }) {
  const query = useQuery(visitsQuery(round.id));
  const manages = round.can.includes('round.manage');
  const draft = round.state === 'draft';
  return (
    <>
      {manages && (draft || round.planned !== null) ? (
        <Section
          title={words.outcome}
          extra={
            round.planned === null ? undefined : (
              <span className="faint">{words.plannedAt(moment(round.planned.at))}</span>
            )
          }
        >
          {draft ? <PlanButton round={round} /> : null}
          {round.planned === null ? null : <PlanOutcome planned={round.planned} />}
        </Section>
      ) : null}
      <Loaded query={query} what={words.fetching} rows={10}>
        {(visits) =>
          visits.length === 0 ? (
            <Empty title={words.none}>{manages ? words.noneLead : words.noneRead}</Empty>
          ) : (
            <Timetable round={round} visits={visits} />
          )
        }
      </Loaded>
    </>
  );
}

const namesOf = (visit: PlannedVisit): string =>
  `${visit.organization.name}${visit.seats.map((seat) => seat.name).join()}`;

function Timetable({ round, visits }: { round: RoundFull; visits: readonly PlannedVisit[] }) {
  const [on, setOn] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [changed, setChanged] = useState<PlannedVisit | null>(null);
  const manages = round.can.includes('round.manage');
  const open = manages && ['draft', 'published'].includes(round.state);
  const q = typed.trim();
  const shown = visits.filter(
    (visit) => (on === null || visit.on === on) && (q === '' || namesOf(visit).includes(q)),
  );
  const days = [...new Set(shown.map((visit) => visit.on))].sort();
  return (
    <Section title={words.title} flush>
      <div className="round-tools">
        <FindField label={words.filter} hint={words.filter} value={typed} onChange={setTyped} />
      </div>
      <DayStrip visits={visits} days={round.setting.days} chosen={on} onChoose={setOn} />
      {days.length === 0 ? (
        <div className="round-pad">
          <Empty title={words.noneFound} />
        </div>
      ) : (
        days.map((day) => (
          <VisitDay
            key={day}
            day={day}
            wall={round.state === 'published' && manages}
            visits={shown.filter((visit) => visit.on === day)}
            onChange={open ? setChanged : null}
          />
        ))
      )}
      <VisitModal round={round} visit={changed} onClose={() => setChanged(null)} />
    </Section>
  );
}
