import type { StandingPage } from '@hujian/contract';
import { Alert } from 'antd';
import { Band } from '../../parts/verdict.tsx';
import { brief, number, share } from '../../parts/words.ts';
import { words } from './words.ts';

/** Points never stand without the share of what is not known. */
export function Summary({ page }: { page: StandingPage }) {
  const { standing } = page;
  const unknown = standing.fullMarks === 0 ? 0 : 1 - standing.possible / standing.fullMarks;
  const blocked = page.items.filter((item) => standing.blocked.includes(item.code));
  return (
    <>
      <dl className="standing-summary">
        <div>
          <dt>{words.points}</dt>
          <dd>
            <strong>{brief(standing.points)}</strong>
            {standing.bonus > 0 ? (
              <span className="faint">　{`${words.bonus}${number(standing.bonus)}`}</span>
            ) : null}
          </dd>
          <dd className="faint">{words.outOf(brief(standing.possible), brief(standing.fullMarks))}</dd>
        </div>
        <div>
          <dt>{words.notKnown}</dt>
          <dd>
            <strong>{share(unknown)}</strong>
          </dd>
          <dd className="faint">{words.notKnownLead}</dd>
        </div>
        <div>
          <dt>{words.band}</dt>
          <dd>
            <Band band={page.band} />
          </dd>
          <dd className="faint">
            {page.band === 'unknown'
              ? words.bandUnknown
              : words.counts(standing.met, standing.unmet, standing.notKnown, standing.notApplicable)}
          </dd>
        </div>
      </dl>
      {blocked.length === 0 ? null : (
        <Alert
          type="error"
          showIcon
          className="standing-alert"
          title={words.blocked}
          description={`${words.blockedLead}${blocked.map((item) => `${item.number}　${item.title}`).join('、')}`}
        />
      )}
      {standing.warnings === 0 ? null : (
        <Alert type="warning" showIcon className="standing-alert" title={words.warnings(standing.warnings)} />
      )}
    </>
  );
}
