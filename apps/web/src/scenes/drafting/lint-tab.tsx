import type { Draft, DraftLint } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { draftLintQuery } from '../../api/drafts.ts';
import { basisText } from '../../parts/basis.tsx';
import { Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import type { DraftTabProps } from './draft-page.tsx';
import { words } from './tab-words.ts';
import { itemsOf } from './work.ts';

type Finding = DraftLint['findings'][number];

const weights = ['error', 'warning', 'note'] as const;

/** The draft held against the rules in force, against itself and against what is recorded already. */
export function LintTab({ draft }: DraftTabProps) {
  const lint = useQuery(draftLintQuery(draft.id, draft.version));
  return (
    <Loaded query={lint} what={words.lintFetching} rows={8}>
      {({ undecided, errors, findings }) => (
        <>
          {undecided === 0 ? null : <p className="faint">{words.lintUndecided(undecided)}</p>}
          {errors.length === 0 ? null : (
            <Section title={words.lintErrors}>
              <ul className="plain-list findings">
                {errors.map((error) => (
                  <li key={`${error.item}${error.path}${error.message}`} className="finding finding-error">
                    <ItemLink draft={draft} item={error.item} />
                    <p>{error.message}</p>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {findings.length + errors.length === 0 ? (
            <Empty title={words.lintNone}>{words.lintNoneLead}</Empty>
          ) : null}
          {weights.map((weight) => (
            <Weight
              key={weight}
              draft={draft}
              title={words.weights[weight]}
              findings={findings.filter((finding) => finding.weight === weight)}
            />
          ))}
        </>
      )}
    </Loaded>
  );
}

function Weight({ draft, title, findings }: { draft: Draft; title: string; findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Section title={`${title}（${findings.length}）`}>
      <ul className="plain-list findings">
        {findings.map((finding) => (
          <li
            key={`${finding.rule}${finding.item}${finding.check}${finding.text}`}
            className={`finding finding-${finding.weight}`}
          >
            <ItemLink draft={draft} item={finding.item} />
            <p>{finding.text}</p>
            <Basis finding={finding} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Basis({ finding: { basis } }: { finding: Finding }) {
  const text = basisText(basis);
  if (text === null || basis === null) return null;
  return (
    <p className="faint">
      {words.basis}：{text}
      {basis.from === undefined ? '' : `，${words.basisFrom(day(basis.from))}`}
    </p>
  );
}

/** A finding names its item by code. */
function ItemLink({ draft, item }: { draft: Draft; item: string | null }) {
  const found = itemsOf(draft.work).find((one) => one.code === item || one.key === item);
  if (found === undefined) return <span className="faint">{item ?? words.wholeEdition}</span>;
  return (
    <Link
      to="/library/drafts/$draft"
      params={{ draft: String(draft.id) }}
      search={{ item: found.code, show: 'all' }}
      title={words.toItem}
    >
      {found.number} {found.title}
    </Link>
  );
}
