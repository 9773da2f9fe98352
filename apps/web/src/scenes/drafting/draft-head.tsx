import type { Draft } from '@hujian/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { kindWords, number, standardLevelWords } from '../../parts/words.ts';
import { EditionExports } from '../library/edition-exports.tsx';
import { FactsModal } from './facts-modal.tsx';
import { ParametersDrawer } from './parameters/parameters-drawer.tsx';
import type { Decisions } from './use-decisions.ts';
import { words } from './words.ts';
import { sumOfPoints } from './work.ts';

/** What the draft is, in one line. */
export function draftLead({ work, fileName }: Draft): string {
  const marks = work.fullMarks ?? sumOfPoints(work);
  return [
    work.kind === null ? words.kindUnknown : kindWords[work.kind],
    standardLevelWords[work.level],
    marks === 0 ? words.noPoints : `${words.fullMarks}${words.points(number(marks))}`,
    fileName,
  ].join('　');
}

interface DraftActionsProps {
  draft: Draft;
  decisions: Decisions;
  open: boolean;
}

export function DraftActions({ draft, decisions, open }: DraftActionsProps) {
  const [shown, setShown] = useState<'facts' | 'parameters' | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <Button onClick={() => setShown('parameters')}>
        {words.parametersCount(Object.keys(draft.work.parameters).length)}
      </Button>
      {open ? <Button onClick={() => setShown('facts')}>{words.facts}</Button> : null}
      <EditionExports path={`/drafts/${draft.id}`} title={draft.work.title} />
      <FactsModal draft={draft} decisions={decisions} open={shown === 'facts'} onClose={close} />
      <ParametersDrawer
        draft={draft}
        decisions={decisions}
        writable={open}
        open={shown === 'parameters'}
        onClose={close}
      />
    </>
  );
}
