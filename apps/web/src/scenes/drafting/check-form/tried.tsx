import type { TryCheckResult } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { OrganizationsSelect } from '../../../parts/organization-select.tsx';
import { Failure } from '../../../parts/states.tsx';
import { Verdict } from '../../../parts/verdict.tsx';
import { number } from '../../../parts/words.ts';
import type { Trial } from './use-trial.ts';
import { words } from './words.ts';

/** What the check means, and what it gives for some of one's own. */
export function Tried({ trial, ready }: { trial: Trial; ready: boolean }) {
  const { result, error, busy } = trial;
  return (
    <aside className="check-tried">
      <div aria-live="polite">
        <h3>
          {words.meaning}
          {busy ? <span className="faint check-busy">{words.trying}</span> : null}
        </h3>
        {ready ? null : <p className="faint">{words.meaningNone}</p>}
        {ready && error !== null ? <Failure error={error} /> : null}
        {result === undefined ? null : <Meaning result={result} />}
      </div>
      <h3>{words.tried}</h3>
      <p className="faint check-lead">{words.triedLead}</p>
      <OrganizationsSelect value={trial.organizations} onChange={trial.choose} known={trial.known} />
      {trial.organizations.length === 0 ? <p className="faint">{words.triedNone}</p> : null}
      <ul className="plain-list tried">
        {result?.results.map((one) => (
          <li key={one.organization.id}>
            <div className="row">
              <Link
                to="/organizations/$organization/standing"
                params={{ organization: String(one.organization.id) }}
                target="_blank"
                title={words.toStanding}
              >
                {one.organization.name}
              </Link>
              <Verdict verdict={one.verdict} />
              {one.of === 0 ? null : <span>{words.triedAs(number(one.points), number(one.of))}</span>}
            </div>
            {one.lines.map((line) => (
              <p key={line} className="faint">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Meaning({ result }: { result: TryCheckResult }) {
  if (result.sentence === null) return <p className="faint">{words.notYet}</p>;
  return (
    <>
      <p className="check-sentence">{result.sentence}</p>
      {result.formula === null ? null : (
        <p className="faint">
          {words.formula}：{result.formula}
        </p>
      )}
      {result.bound === null ? null : (
        <p className="faint">
          {words.boundary}：{result.bound}
        </p>
      )}
    </>
  );
}
