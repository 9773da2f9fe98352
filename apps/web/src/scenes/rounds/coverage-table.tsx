import type { RoundCoverage } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { day } from '../../parts/words.ts';
import { ClassWord, shortDay } from './bits.tsx';
import { words } from './place-words.ts';

type Unit = RoundCoverage['units'][number];
type Period = RoundCoverage['periods'][number];

/** Units × periods; head and first column stay in sight. A phone shows it as a list. */
export function CoverageTable({ coverage, units }: { coverage: RoundCoverage; units: readonly Unit[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table that scrolls inside its own box
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it too
    <div className="coverage" role="region" aria-label={words.coverage} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" className="coverage-first">
              {words.unit}
            </th>
            <th scope="col">{words.class}</th>
            <th scope="col">{words.lastHeld}</th>
            {coverage.periods.map((period) => (
              <th key={period.from} scope="col">
                <PeriodHead period={period} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <Row key={unit.organization.id} unit={unit} periods={coverage.periods} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PeriodHead({ period }: { period: Period }) {
  const only = period.rounds.length === 1 ? period.rounds[0] : undefined;
  return (
    <>
      {only === undefined ? (
        period.title
      ) : (
        <Link to="/rounds/$round" params={{ round: String(only.id) }} title={only.title}>
          {period.title}
        </Link>
      )}
      <div className="coverage-sum">{words.periodText(period.held, period.planned, period.units)}</div>
    </>
  );
}

function Row({ unit, periods }: { unit: Unit; periods: readonly Period[] }) {
  const { organization } = unit;
  return (
    <tr className={unit.overdue === null ? '' : 'coverage-overdue'}>
      <th scope="row" className="coverage-first">
        <Link to="/organizations/$organization" params={{ organization: String(organization.id) }}>
          {organization.name}
        </Link>
        {unit.overdue === null ? null : <div className="coverage-late">{unit.overdue}</div>}
      </th>
      <td className="nowrap">
        <ClassWord of={unit.class} />
      </td>
      <td className="nowrap coverage-last">
        {unit.lastHeld === null ? <span className="faint">{words.neverHeld}</span> : day(unit.lastHeld)}
        {unit.next === null ? null : (
          <div className="faint">
            {words.next}：{shortDay(unit.next)}
          </div>
        )}
      </td>
      {periods.map((period) => (
        <td key={period.from} data-period={period.title}>
          <Visits unit={unit} period={period} />
        </td>
      ))}
    </tr>
  );
}

function Visits({ unit, period }: { unit: Unit; period: Period }) {
  const visits = unit.visits.filter((visit) => visit.on >= period.from && visit.on <= period.until);
  if (visits.length === 0) {
    return (
      <span className="coverage-none">
        <span aria-hidden="true">—</span>
        <span className="hidden-words">{words.noVisit}</span>
      </span>
    );
  }
  return (
    <ul className="plain-list">
      {visits.map((visit) => (
        <li key={visit.id}>
          <Link
            to="/rounds/$round"
            params={{ round: String(visit.round) }}
            search={{ tab: 'visits' }}
            className={`coverage-mark coverage-${visit.state}`}
            aria-label={words.visitTold(
              unit.organization.name,
              period.title,
              shortDay(visit.on),
              words.marks[visit.state],
            )}
          >
            <span aria-hidden="true">{words.markLead[visit.state]}</span>{' '}
            {`${Number(visit.on.slice(5, 7))}月${Number(visit.on.slice(8))}日`}
          </Link>
        </li>
      ))}
    </ul>
  );
}
