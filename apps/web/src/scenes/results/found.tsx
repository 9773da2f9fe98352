import type { RevealedEntry } from '@hujian/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { foundPages } from '../../api/results.ts';
import { More } from '../../parts/more.tsx';
import { Section } from '../../parts/page.tsx';
import { Failure, Loading } from '../../parts/states.tsx';
import { words } from './words.ts';

/** Without a basis for a ranking: what was found and what others can learn from, and no order among anybody. */
export function Found({ round }: { round: number }) {
  return (
    <>
      <Alert
        type="info"
        className="result-alert"
        title={words.unranked}
        description={
          <>
            {words.unrankedLead} <Link to="/rounds/bases">{words.toBases}</Link>
          </>
        }
      />
      <div className="columns">
        <Section title={words.practices}>
          <List round={round} kind="practice" none={words.practicesNone} />
        </Section>
        <Section title={words.findings}>
          <List round={round} kind="finding" none={words.findingsNone} />
        </Section>
      </div>
    </>
  );
}

interface ListProps {
  round: number;
  kind: 'finding' | 'practice';
  none: string;
}

function List({ round, kind, none }: ListProps) {
  const pages = useInfiniteQuery(foundPages(round, kind));
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (rows === undefined) {
    return pages.error === null ? (
      <Loading rows={3} />
    ) : (
      <Failure error={pages.error} retry={() => void pages.refetch()} />
    );
  }
  const standing = rows.filter(({ body }) => !('gone' in body && body.gone));
  if (standing.length === 0) {
    return (
      <p className="faint result-none">
        {none}。{words.foundLead}
      </p>
    );
  }
  return (
    <>
      <ul className="plain-list result-list">
        {standing.map((row) => (
          <li key={row.id}>
            <strong>{row.organization.name}</strong>
            {row.item === null ? null : <span className="faint">　{row.item.title}</span>}
            <Said body={row.body} />
          </li>
        ))}
      </ul>
      <More pages={pages} shown={rows.length} />
    </>
  );
}

function Said({ body }: { body: RevealedEntry['body'] }) {
  if (body.kind === 'finding') {
    return (
      <div>
        {words.severity[body.severity]}：{body.text}
      </div>
    );
  }
  if (body.kind === 'practice') {
    return (
      <div>
        {body.title}
        {body.text === '' ? '' : `：${body.text}`}
      </div>
    );
  }
  return null;
}
