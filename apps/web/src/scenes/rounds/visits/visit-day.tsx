import type { PlannedVisit } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { ClassWord, shortDay } from '../bits.tsx';
import { words as roundWords } from '../words.ts';
import { words } from './words.ts';

interface VisitDayProps {
  day: string;
  /** Whether the actor may open the meeting's wall screen. */
  wall: boolean;
  visits: readonly PlannedVisit[];
  onChange: ((visit: PlannedVisit) => void) | null;
}

/** The visits of one day, route after route. */
export function VisitDay({ day, wall, visits, onChange }: VisitDayProps) {
  const sessions = new Map(visits.map((visit) => [visit.session.id, visit.session.title]));
  const sorted = [...visits].sort((a, b) => a.route - b.route || a.turn - b.turn);
  return (
    <section className="visit-day">
      <h3>
        {words.dayTitle(shortDay(day), visits.length)}
        {[...sessions].map(([id, title]) => (
          <span key={id} className="visit-session faint">
            {title}
            {wall ? (
              <Link to="/sessions/$session/wall" params={{ session: String(id) }} target="_blank">
                {words.wall}
              </Link>
            ) : null}
          </span>
        ))}
      </h3>
      <table className="listing round-table round-cards visit-table">
        <thead>
          <tr>
            <th scope="col">{words.route}</th>
            <th scope="col">{words.turn}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.seats}</th>
            <th scope="col">{words.state}</th>
            {onChange === null ? null : <th scope="col" aria-label={words.change} />}
          </tr>
        </thead>
        <tbody>
          {sorted.map((visit) => (
            <Row key={visit.id} visit={visit} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ visit, onChange }: { visit: PlannedVisit; onChange: VisitDayProps['onChange'] }) {
  const { organization } = visit;
  return (
    <tr className={visit.state === 'cancelled' ? 'visit-cancelled' : ''}>
      <td className="nowrap">{words.routeName(visit.route)}</td>
      <td className="nowrap">{words.turnName(visit.turn)}</td>
      <td className="round-wide">
        <Link to="/organizations/$organization" params={{ organization: String(organization.id) }}>
          {organization.name}
        </Link>
        <span className="visit-class">
          <ClassWord of={organization.class} />
        </span>
        {visit.warnings.length === 0 ? null : (
          <ul className="plain-list visit-warnings" aria-label={words.warnings}>
            {visit.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        )}
      </td>
      <td className="round-wide">
        <ul className="plain-list visit-seats">
          {visit.seats.map((seat) => (
            <li key={seat.panelist} {...(seat.reason === null ? {} : { title: seat.reason })}>
              {seat.name}
              {seat.part === 'panelist' ? '' : `（${roundWords.parts[seat.part]}）`}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <span className={`visit-${visit.state}`}>{words.states[visit.state]}</span>
        {visit.reason === null ? null : <div className="faint">{visit.reason}</div>}
      </td>
      {onChange === null ? null : (
        <td className="round-acts">
          {visit.state === 'planned' ? (
            <Button
              size="small"
              aria-label={words.changeTitle(organization.name)}
              onClick={() => onChange(visit)}
            >
              {words.change}
            </Button>
          ) : null}
        </td>
      )}
    </tr>
  );
}
