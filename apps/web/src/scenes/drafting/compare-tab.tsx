import type { Draft, EditionPage } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { type DraftCompared, draftCompareQuery } from '../../api/drafts.ts';
import { editionParams } from '../../api/edition.ts';
import { editionQuery, editionsQuery } from '../../api/library.ts';
import { EditionSelect } from '../../parts/edition-select.tsx';
import { Section } from '../../parts/page.tsx';
import { Empty, Failure, Loaded, Loading } from '../../parts/states.tsx';
import { BesideItems } from '../library/beside-items.tsx';
import { BesideParameters } from '../library/beside-parameters.tsx';
import { type Change, comparedItems, comparedParameters } from './compared.ts';
import type { DraftTabProps } from './draft-page.tsx';
import { words } from './tab-words.ts';

/** The draft beside an edition: what was added, dropped, tightened, loosened, renumbered. */
export function CompareTab({ draft }: DraftTabProps) {
  const editions = useQuery(editionsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Loaded query={editions} what={words.compareFetching} rows={6}>
      {({ rows }) => {
        const fit = rows.filter((row) => row.kind === draft.work.kind && row.id !== draft.edition);
        const edition =
          chosen ??
          draft.header.follows ??
          fit.find((row) => row.adopted)?.id ??
          fit.find((row) => row.level === draft.work.level)?.id ??
          rows[0]?.id;
        if (edition === undefined) return <Empty title={words.compareNone}>{words.compareNoneLead}</Empty>;
        return (
          <>
            <div className="labelled draft-choice">
              <span className="faint">{words.compareWith}</span>
              <EditionSelect value={edition} label={words.compareWith} onChange={setChosen} />
            </div>
            <p className="faint">{words.compareUndecided}</p>
            <Fetched key={edition} draft={draft} edition={edition} />
          </>
        );
      }}
    </Loaded>
  );
}

function Fetched({ draft, edition }: { draft: Draft; edition: string }) {
  const { standard, label } = editionParams(edition);
  const compared = useQuery(draftCompareQuery(draft.id, draft.version, edition));
  const page = useQuery(editionQuery(standard, label));
  const error = compared.error ?? page.error;
  if (error !== null) return <Failure error={error} retry={() => void compared.refetch()} />;
  if (compared.data === undefined || page.data === undefined)
    return <Loading what={words.compareFetching} rows={10} />;
  return <Differences draft={draft} compared={compared.data} page={page.data} />;
}

interface DifferencesProps {
  draft: Draft;
  compared: DraftCompared;
  page: EditionPage;
}

const shownChanges = ['added', 'dropped', 'tightened', 'loosened', 'renumbered', 'changed'] as const;

function Differences({ draft, compared, page }: DifferencesProps) {
  const [change, setChange] = useState<Change | 'all'>('all');
  const items = comparedItems(draft, page, compared.comparison);
  const parameters = comparedParameters(compared.comparison);
  const count = (one: Change) => items.filter((item) => item.change === one).length;
  const shown = items.filter((item) => (change === 'all' ? item.change !== 'same' : item.change === change));
  const present = shownChanges.filter((one) => count(one) > 0);
  const titles = { a: compared.a.title, b: words.draft };
  return (
    <>
      <div className="scroll-x">
        <Segmented<Change | 'all'>
          aria-label={words.changeFilter}
          value={change}
          onChange={setChange}
          options={[
            { value: 'all', label: `${words.changeAll} ${items.length - count('same')}` },
            ...present.map((one) => ({ value: one, label: `${words.changes[one]} ${count(one)}` })),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title={words.changes.same} />
      ) : (
        <div className="draft-block">
          <Section title={words.itemsTitle} flush>
            <BesideItems titles={titles} rows={shown} ways={words.changes} />
          </Section>
        </div>
      )}
      {parameters.length === 0 || change !== 'all' ? null : (
        <div className="draft-block">
          <Section title={words.parameters} flush>
            <BesideParameters titles={titles} rows={parameters} />
          </Section>
        </div>
      )}
    </>
  );
}
