import type { RevealedEntry } from '@hujian/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { entryPages } from '../../api/sessions.ts';
import { Section } from '../../parts/page.tsx';
import { Paged } from '../../parts/paged.tsx';
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
  const pages = useInfiniteQuery(entryPages(round, kind));
  const empty = (
    <p className="faint result-none">
      {none}。{words.foundLead}
    </p>
  );
  return (
    <Paged pages={pages} what={words.found} rows={3} none={empty}>
      {(rows, more) => (
        <>
          <ul className="plain-list result-list">
            {rows.map((row) => (
              <li key={row.id}>
                <strong>{row.organization.name}</strong>
                {row.item === null ? null : <span className="faint">　{row.item.title}</span>}
                <Said body={row.body} />
              </li>
            ))}
          </ul>
          {more}
        </>
      )}
    </Paged>
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
