import type { RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useMe } from '../../api/me.ts';
import { panelistsQuery } from '../../api/rounds.ts';
import { Period, StateWord } from './bits.tsx';
import { stepsOf } from './next-step.ts';
import { words } from './words.ts';

/** State, holder, period and theme in a line. */
export function RoundLead({ round }: { round: RoundFull }) {
  return (
    <span className="round-lead">
      <StateWord state={round.state} />
      <span>{round.organization.name}</span>
      <Period from={round.periodFrom} until={round.periodUntil} />
      <span>
        {words.ways[round.way]}　{round.theme}
      </span>
      {round.documentNumber === null ? null : <span>{round.documentNumber}</span>}
    </span>
  );
}

/** What is missing before the round can go on. Only for those who hold it: others have nothing to do here. */
export function NextSteps({ round }: { round: RoundFull }) {
  const me = useMe();
  // A round that is over cannot be changed, but it is still the holder's to carry on.
  const holds = me.can.includes('round.manage') && me.scope?.id === round.organization.id;
  const panelists = useQuery({ ...panelistsQuery(round.id), enabled: holds && round.state === 'draft' });
  if (!holds) return <p className="round-note faint">{words.readOnly}</p>;
  const steps = stepsOf(round, panelists.data?.rows.length ?? null);
  return (
    <>
      {round.edition.newer && round.state === 'draft' ? (
        <Alert type="info" role="status" title={words.newer} className="round-told" />
      ) : null}
      {steps.length === 0 ? null : (
        <nav className="round-steps" aria-label={words.next}>
          <strong>{words.next}</strong>
          <ol className="plain-list">
            {steps.map((step) => (
              <li key={step.tab} className={step.done ? 'round-step round-step-done' : 'round-step'}>
                <span aria-hidden="true">{step.done ? '✓' : '○'}</span>
                <Link
                  to="/rounds/$round"
                  params={{ round: String(round.id) }}
                  search={{ tab: step.tab === 'plan' ? undefined : step.tab }}
                >
                  {step.text}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </>
  );
}
