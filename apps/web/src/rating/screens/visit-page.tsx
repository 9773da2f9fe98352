import { useMemo } from 'react';
import { findClashes } from '../sheet/find-clashes.ts';
import type { PackVisit } from '../sheet/merge-pack.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import { useView } from '../use-desk.ts';
import type { AtVisit } from './at-visit.ts';
import { FactsTab } from './facts-tab.tsx';
import { HandIn } from './hand-in.tsx';
import { HearTab } from './hear-tab.tsx';
import { DiscussTab, ExamineTab, LookTab } from './method-tabs.tsx';
import { RateTab } from './rate-tab.tsx';

const tabs = [
  { key: 'facts', title: '情况' },
  { key: 'hear', title: '听' },
  { key: 'examine', title: '查' },
  { key: 'look', title: '看' },
  { key: 'discuss', title: '谈' },
  { key: 'rate', title: '评' },
] as const;

/** One visit: its file, the five methods, and the sheet to hand in. */
export function VisitPage({ visit, tab }: { visit: PackVisit; tab: string }) {
  const { kept, pack, holder } = useView();
  const round = pack?.rounds.find((one) => one.id === visit.round);
  const said = useMemo(() => kept.said.filter((one) => one.entry.visit === visit.id), [kept.said, visit.id]);
  const sheet = useMemo(() => readSheet(said, round?.items ?? []), [said, round]);
  const clashes = useMemo(() => findClashes(said, holder.device), [said, holder.device]);
  if (round === undefined || pack === null) return null;
  const gone = pack.gone.includes(visit.id);
  const shut = gone || visit.session.closed;
  const at: AtVisit = { visit, round, sheet, clashes, shut };
  const counts: Record<string, number> = {
    hear: sheet.hear !== null && sheet.hear.text !== '' ? 1 : 0,
    examine: sheet.examine.length,
    look: sheet.look.length,
    discuss: sheet.discuss.length,
  };
  return (
    <main className="page visit">
      <h1>{visit.organization.name}</h1>
      {shut ? (
        <p className="note">
          {gone
            ? '这次观摩已不在您的计划里，写下的内容留在手机上，不再计分。'
            : '评议会已经结束，这里不再收分；写下的内容还能看。'}
        </p>
      ) : null}
      {visit.judges ? null : (
        <p className="note">您在这里担任记录或联络：记情况、问题和好做法，不打分、不交评议表。</p>
      )}
      <nav className="tabs" aria-label="听查看谈评">
        {tabs.map(({ key, title }) => (
          <a
            key={key}
            href={`#/visit/${visit.id}/${key}`}
            aria-current={tab === key ? 'page' : undefined}
            // Switching between tabs is not a way to go back through.
            onClick={(event) => {
              event.preventDefault();
              location.replace(`#/visit/${visit.id}/${key}`);
            }}
          >
            {title}
            {(counts[key] ?? 0) > 0 ? <sup>{counts[key]}</sup> : null}
          </a>
        ))}
      </nav>
      {tab === 'facts' ? <FactsTab at={at} /> : null}
      {tab === 'hear' ? <HearTab at={at} /> : null}
      {tab === 'examine' ? <ExamineTab at={at} /> : null}
      {tab === 'look' ? <LookTab at={at} /> : null}
      {tab === 'discuss' ? <DiscussTab at={at} /> : null}
      {tab === 'rate' ? <RateTab at={at} /> : null}
      {visit.judges ? <HandIn at={at} /> : null}
    </main>
  );
}
