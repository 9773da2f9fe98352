import type { ClassRow, UnitClass } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { classesQuery } from '../../api/rounds.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { classWords, day } from '../../parts/words.ts';
import { ClassWord, FindField } from './bits.tsx';
import { DecideClass } from './decide-class.tsx';
import { words } from './place-words.ts';
import { ScopeChoice } from './scope-choice.tsx';
import './rounds.css';
import './places.css';

const route = getRouteApi('/shell/rounds/classes');
const classes: readonly UnitClass[] = ['leading', 'middle', 'lagging'];

/** Leading, middle, lagging: decided by a person, with a reason, never overwritten. */
export function UnitClasses() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const organization = search.organization ?? me.scope?.id ?? null;
  const query = useQuery({
    ...classesQuery(organization ?? 0),
    enabled: organization !== null && me.can.includes('round.read'),
  });
  return (
    <Page
      title={words.classes}
      lead={words.classesLead}
      needs="round.read"
      crumbs={<Link to="/rounds">{words.rounds}</Link>}
    >
      <div className="place-choices">
        <ScopeChoice
          value={organization}
          onChange={(next) => void navigate({ search: { organization: next }, replace: true })}
        />
      </div>
      <Loaded query={query} what={words.classesFetching} rows={8}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.classesNone}>{words.classesNoneLead}</Empty>
          ) : (
            <List rows={rows} manages={me.can.includes('round.manage')} />
          )
        }
      </Loaded>
    </Page>
  );
}

function List({ rows, manages }: { rows: readonly ClassRow[]; manages: boolean }) {
  const [show, setShow] = useState<string>('all');
  const [typed, setTyped] = useState('');
  const [decided, setDecided] = useState<ClassRow | null>(null);
  const count = (of: UnitClass | null) => rows.filter((row) => row.class === of).length;
  const q = typed.trim();
  const shown = rows.filter(
    (row) =>
      (show === 'all' || (row.class ?? 'none') === show) &&
      (q === '' || `${row.organization.name}${row.organization.parentName}`.includes(q)),
  );
  return (
    <Section
      title={words.classesCounts(count('leading'), count('middle'), count('lagging'), count(null))}
      flush
    >
      <div className="round-tools">
        <FindField label={words.find} hint={words.findLead} value={typed} onChange={setTyped} />
        <Segmented<string>
          aria-label={words.classFilter}
          value={show}
          onChange={setShow}
          options={[
            { value: 'all', label: words.all },
            ...classes.map((value) => ({ value: value as string, label: classWords[value] })),
            { value: 'none', label: words.none },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <div className="round-pad">
          <Empty title={words.noneFound} />
        </div>
      ) : (
        <table className="listing round-table round-cards round-sticky">
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.class}</th>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.classReason}</th>
              <th scope="col">{words.by}</th>
              {manages ? <th scope="col" aria-label={words.decide} /> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.organization.id} row={row} onDecide={manages ? setDecided : null} />
            ))}
          </tbody>
        </table>
      )}
      <DecideClass row={decided} onClose={() => setDecided(null)} />
    </Section>
  );
}

function Row({ row, onDecide }: { row: ClassRow; onDecide: ((row: ClassRow) => void) | null }) {
  return (
    <tr>
      <td className="round-wide">
        <Link to="/organizations/$organization" params={{ organization: String(row.organization.id) }}>
          {row.organization.name}
        </Link>
        <span className="faint unit-parent">{row.organization.parentName}</span>
      </td>
      <td className="nowrap">
        <ClassWord of={row.class} />
      </td>
      <td className="nowrap">{row.validFrom === null ? '' : day(row.validFrom)}</td>
      <td>
        {row.reason}
        {row.earlier.length === 0 ? null : (
          <details>
            <summary>{words.earlier(row.earlier.length)}</summary>
            <ul className="plain-list faint">
              {row.earlier.map((one) => (
                <li key={`${one.validFrom}${one.reason}`}>
                  {day(one.validFrom)}　{classWords[one.class]}　{one.reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td className="nowrap">{row.by}</td>
      {onDecide === null ? null : (
        <td className="round-acts">
          <Button
            size="small"
            aria-label={words.decideTitle(row.organization.name)}
            onClick={() => onDecide(row)}
          >
            {words.decide}
          </Button>
        </td>
      )}
    </tr>
  );
}
