import type { ResultFull, RoundFull } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { resultQuery } from '../../api/results.ts';
import { Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { Adjustments } from './adjustments.tsx';
import { Bands, isWhole } from './bands.tsx';
import { Corrections } from './corrections.tsx';
import { Found } from './found.tsx';
import { Ground } from './ground.tsx';
import { NotYet } from './not-yet.tsx';
import { Notices } from './notices.tsx';
import { Objections } from './objections.tsx';
import { Panel } from './panel.tsx';
import { ResultActions } from './result-actions.tsx';
import { StateLine } from './state-line.tsx';
import { Steps } from './steps.tsx';
import { words } from './words.ts';
import './results.css';

/** The result of a round: computed, approved, noticed, published; and on what it rests. */
export function ResultTab({ round }: { round: RoundFull }) {
  const query = useQuery(resultQuery(round.id));
  return (
    <Loaded query={query} what={words.fetching} rows={10}>
      {(result) => (result === null ? <NotYet round={round} /> : <Drawn round={round} result={result} />)}
    </Loaded>
  );
}

function Drawn({ round, result }: { round: RoundFull; result: ResultFull }) {
  const waits = result.objections.some(({ state }) => state === 'open');
  return (
    <div className="result">
      <StateLine result={result}>
        <ResultActions round={round} result={result} />
      </StateLine>
      {result.warnings.length === 0 ? null : (
        <Alert
          type="warning"
          className="result-alert"
          title={words.warnings}
          description={
            <ul className="plain-list">
              {result.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
      {waits ? <Objections result={result} /> : null}
      {result.ranked ? <Bands result={result} /> : <Found round={round.id} />}
      <Ground round={round} result={result} />
      {waits || !isWhole(result) ? null : <Objections result={result} />}
      <Notices result={result} />
      {result.ranked ? <Adjustments result={result} /> : null}
      <Corrections result={result} />
      {result.panelists === null ? null : <Panel panelists={result.panelists} />}
      {isWhole(result) ? (
        <Section title={words.steps}>
          <Steps steps={result.steps} />
        </Section>
      ) : null}
    </div>
  );
}
