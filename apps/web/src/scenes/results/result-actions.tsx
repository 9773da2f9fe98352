import type { ResultFull, RoundFull } from '@hujian/contract';
import { Compute } from './compute.tsx';
import { CorrectModal } from './correct-modal.tsx';
import { NoticeModal } from './notice-modal.tsx';
import { StepModal } from './step-modal.tsx';
import { words } from './words.ts';

const steps = ['accept', 'submit', 'publish', 'return'] as const;

/** What the actor may do with the result now, as the server says it. */
export function ResultActions({ round, result }: { round: RoundFull; result: ResultFull }) {
  const may = new Set(result.can);
  return (
    <>
      {steps
        .filter((step) => may.has(`result.${step}`))
        .map((step) => (
          <StepModal key={step} result={result} step={step} />
        ))}
      {may.has('result.notice') ? <NoticeModal result={result} /> : null}
      {may.has('result.correct') ? <CorrectModal result={result} /> : null}
      {may.has('result.compute') ? <Compute round={round.id} label={words.computeAgain} /> : null}
    </>
  );
}
