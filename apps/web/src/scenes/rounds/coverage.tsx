import type { RoundCoverage } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { coverageQuery } from '../../api/rounds.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { FindField } from './bits.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { words } from './place-words.ts';
import { ScopeChoice } from './scope-choice.tsx';
import './rounds.css';
import './places.css';

const route = getRouteApi('/shell/rounds/coverage');

/** Whose turn it is: every unit against the periods of a year, so that nobody is missed. */
export function Coverage() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const organization = search.organization ?? me.scope?.id ?? null;
  const now = Number(me.today.slice(0, 4));
  const year = search.year ?? now;
  const query = useQuery({
    ...coverageQuery(organization ?? 0, search.year),
    enabled: organization !== null && me.can.includes('round.read'),
    placeholderData: (before) => before,
  });
  return (
    <Page
      title={words.coverage}
      lead={words.coverageLead}
      needs="round.read"
      crumbs={<Link to="/rounds">{words.rounds}</Link>}
    >
      <div className="place-choices">
        <ScopeChoice
          value={organization}
          name={query.data?.organization.name}
          onChange={(next) =>
            void navigate({ search: (before) => ({ ...before, organization: next }), replace: true })
          }
        />
        <div className="labelled">
          <span className="faint">{words.year}</span>
          <Select<number>
            aria-label={words.year}
            value={year}
            onChange={(next) =>
              void navigate({ search: (before) => ({ ...before, year: next }), replace: true })
            }
            options={[now + 1, now, now - 1, now - 2, now - 3].map((value) => ({
              value,
              label: words.yearName(value),
            }))}
          />
        </div>
      </div>
      <Loaded query={query} what={words.coverageFetching} rows={10}>
        {(coverage) =>
          coverage.units.length === 0 ? (
            <Empty title={words.coverageNone}>{words.coverageNoneLead}</Empty>
          ) : (
            <Drawn coverage={coverage} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Drawn({ coverage }: { coverage: RoundCoverage }) {
  const [late, setLate] = useState(false);
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const overdue = coverage.units.filter((unit) => unit.overdue !== null).length;
  const units = coverage.units.filter(
    (unit) => (!late || unit.overdue !== null) && (q === '' || unit.organization.name.includes(q)),
  );
  return (
    <Section title={words.unitsCount(coverage.units.length, overdue)} flush>
      <div className="round-tools">
        <FindField label={words.find} hint={words.findLead} value={typed} onChange={setTyped} />
        <Checkbox checked={late} onChange={(event) => setLate(event.target.checked)}>
          {words.onlyOverdue}
        </Checkbox>
        <span className="faint coverage-legend" aria-hidden="true">
          {(['held', 'planned', 'cancelled'] as const).map((state) => (
            <span key={state}>
              {words.markLead[state]} {words.marks[state]}
            </span>
          ))}
        </span>
      </div>
      {units.length === 0 ? (
        <div className="round-pad">
          <Empty title={words.noneFound} />
        </div>
      ) : (
        <CoverageTable coverage={coverage} units={units} />
      )}
    </Section>
  );
}
