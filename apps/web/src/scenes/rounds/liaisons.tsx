import type { LiaisonRow } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useMe } from '../../api/me.ts';
import { liaisonsQuery } from '../../api/rounds.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { EndLiaison, NewLiaison } from './liaison-modals.tsx';
import { words } from './place-words.ts';
import { ScopeChoice } from './scope-choice.tsx';
import './rounds.css';
import './places.css';

const route = getRouteApi('/shell/rounds/liaisons');

/** Which leader or office keeps contact with which place. */
export function Liaisons() {
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const organization = search.organization ?? me.scope?.id ?? null;
  const manages = me.can.includes('round.manage');
  const query = useQuery({
    ...liaisonsQuery(organization ?? 0),
    enabled: organization !== null && me.can.includes('round.read'),
  });
  return (
    <Page
      title={words.liaisons}
      lead={words.liaisonsLead}
      needs="round.read"
      crumbs={<Link to="/rounds">{words.rounds}</Link>}
      actions={manages ? <NewLiaison /> : undefined}
    >
      <div className="place-choices">
        <ScopeChoice
          value={organization}
          onChange={(next) => void navigate({ search: { organization: next }, replace: true })}
        />
      </div>
      <Loaded query={query} what={words.liaisonsFetching} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={words.liaisonsNone}>
              {manages ? words.liaisonsNoneLead : words.liaisonsNoneRead}
            </Empty>
          ) : (
            <Roster rows={rows} today={me.today} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Roster({ rows, today }: { rows: readonly LiaisonRow[]; today: string }) {
  const [past, setPast] = useState(false);
  const [ending, setEnding] = useState<LiaisonRow | null>(null);
  const isPast = (row: LiaisonRow) => row.validUntil !== null && row.validUntil < today;
  const shown = rows.filter((row) => past || !isPast(row));
  return (
    <Section
      title={words.count(shown.length)}
      flush
      extra={
        rows.some(isPast) ? (
          <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
            {words.liaisonPast}
          </Checkbox>
        ) : undefined
      }
    >
      <table className="listing round-table round-cards round-sticky">
        <thead>
          <tr>
            <th scope="col">{words.liaisonUnit}</th>
            <th scope="col">{words.liaisonName}</th>
            <th scope="col">{words.liaisonFrom}</th>
            <th scope="col">{words.liaisonUntil}</th>
            <th scope="col" aria-label={words.liaisonEnd} />
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <td className="round-wide">
                <Link
                  to="/organizations/$organization"
                  params={{ organization: String(row.organization.id) }}
                >
                  {row.organization.name}
                </Link>
              </td>
              <td className="round-wide">
                <strong>{row.name}</strong>　<span className="faint">{row.post}</span>
              </td>
              <td className="nowrap" data-label={words.liaisonFrom}>
                {day(row.validFrom)}
              </td>
              <td className="nowrap" data-label={words.liaisonUntil}>
                {row.validUntil === null ? words.liaisonNow : day(row.validUntil)}
              </td>
              <td className="round-acts">
                {isPast(row) ? <span className="faint">{words.ended}</span> : null}
                {row.validUntil === null && row.can.length > 0 ? (
                  <Button
                    size="small"
                    aria-label={words.liaisonEndTitle(row.name)}
                    onClick={() => setEnding(row)}
                  >
                    {words.liaisonEnd}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <EndLiaison row={ending} onClose={() => setEnding(null)} />
    </Section>
  );
}
