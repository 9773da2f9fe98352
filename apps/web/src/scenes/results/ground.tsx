import type { ResultFull, RoundFull } from '@hujian/contract';
import type { ReactNode } from 'react';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Section } from '../../parts/page.tsx';
import { day, moment, number, share } from '../../parts/words.ts';
import { isWhole } from './bands.tsx';
import { words } from './words.ts';

const partNames = ['standing', 'rating', 'poll'] as const;

/** On what the result rests, and how anybody computes it again. */
export function Ground({ round, result }: { round: RoundFull; result: ResultFull }) {
  const { basis, weights } = result;
  return (
    <Section
      title={result.ranked ? words.ground : words.groundUnranked}
      extra={<span className="faint">{words.version(result.version)}</span>}
    >
      <dl className="result-facts">
        <Fact name={words.basis}>
          {basis === null
            ? words.basisNone
            : `${basis.document}（${basis.number}，${basis.issuer}）${words.basisUntil(day(basis.validUntil))}`}
        </Fact>
        <Fact name={words.weights}>
          {partNames
            .filter((part) => weights[part] > 0)
            .map((part) => `${words.parts[part]}${share(weights[part])}`)
            .join('、')}
          {weights.poll === 0 ? '' : `；${words.basically(number(weights.basically))}`}
          <div className="faint">{words.weightsAt(moment(result.weightsPublishedAt))}</div>
        </Fact>
        <Fact name={words.tieRule}>{result.tieRule}</Fact>
        <Fact name={words.edition}>{round.edition.title}</Fact>
        {round.standingEdition === null ? null : (
          <Fact name={words.standingEdition}>{round.standingEdition.title}</Fact>
        )}
        {result.kendallW === null ? null : <Fact name={words.agreement}>{number(result.kendallW)}</Fact>}
        <Fact name={words.sha256}>
          <code className="result-hash">{result.sha256}</code>
        </Fact>
      </dl>
      {isWhole(result) ? (
        <DownloadButton path={`/results/${result.id}/packet`} fileName={words.packetName}>
          {words.packet}
        </DownloadButton>
      ) : null}
      <details className="result-recompute">
        <summary>{words.recompute}</summary>
        <p>{words.recomputeLead}</p>
        <code className="result-hash">{words.recomputeCommand}</code>
      </details>
    </Section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
