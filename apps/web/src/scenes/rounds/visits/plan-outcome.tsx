import type { RoundFull } from '@hujian/contract';
import { number, share } from '../../../parts/words.ts';
import { words } from './words.ts';

/** What the last planning came to: who was left out, which rules could not be kept, and why. */
export function PlanOutcome({ planned }: { planned: NonNullable<RoundFull['planned']> }) {
  return (
    <>
      <ul className="plan-outcome">
        <li>
          {words.outcomeShare(share(planned.share))}
          {planned.kilometres === null
            ? ''
            : `，${words.outcomeKilometres(number(Math.round(planned.kilometres)))}`}
          。
        </li>
        {planned.missing.length === 0 ? null : (
          <li className="plan-warned">
            {words.outcomeMissing}：{planned.missing.map((one) => one.name).join('、')}
          </li>
        )}
        <li className={planned.connected ? '' : 'plan-warned'}>
          {planned.connected ? words.outcomeConnected : words.outcomeApart}
        </li>
        {planned.reasons.length === 0 ? <li>{words.outcomeAllKept}</li> : null}
      </ul>
      {planned.reasons.length === 0 ? null : (
        <details open={planned.reasons.length <= 8}>
          <summary>
            {words.outcomeReasons}（{planned.reasons.length}）
          </summary>
          <ul className="plan-outcome">
            {planned.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
