import type { EditionRow } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { editionsQuery } from '../../api/library.ts';
import { useMe } from '../../api/me.ts';
import { basisText } from '../../parts/basis.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { day, kindWords, number, standardLevelWords } from '../../parts/words.ts';
import { DraftUpload } from '../drafting/upload.tsx';
import { words as drafts } from '../drafting/words.ts';
import { Adopt } from './adopt.tsx';
import { Adoptions } from './adoptions.tsx';
import { words } from './words.ts';
import './library.css';

/** The editions of the library. */
export function Editions() {
  const editions = useQuery(editionsQuery);
  const drafting = useMe().can.includes('draft.manage');
  return (
    <Page
      title={words.title}
      lead={words.lead}
      needs="library.read"
      actions={
        <>
          <Link to="/library/compare">{words.beside}</Link>
          <Link to="/library/local-parameters">{words.local}</Link>
          <Link to="/library/terms">{words.terms}</Link>
        </>
      }
    >
      {drafting ? (
        <Section title={drafts.upload} extra={<Link to="/library/drafts">{drafts.allDrafts}</Link>}>
          <p className="faint">{drafts.uploadLead}</p>
          <DraftUpload />
        </Section>
      ) : null}
      <Loaded query={editions} what={words.fetching} rows={6}>
        {({ rows, can }) =>
          rows.length === 0 ? (
            <Empty title={words.none}>{words.noneLead}</Empty>
          ) : (
            <>
              <ul className="plain-list editions">
                {rows.map((row) => (
                  <EditionLine key={row.id} row={row} adoptable={can.includes('adoption.manage')} />
                ))}
              </ul>
              <Adoptions />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function EditionLine({ row, adoptable }: { row: EditionRow; adoptable: boolean }) {
  const basis = row.basis.map(basisText).filter((text) => text !== null);
  return (
    <li>
      <div className="edition-line">
        <h2>
          <Link to="/library/$standard/$label" params={{ standard: row.standard, label: row.label }}>
            {row.title}
          </Link>
          {row.owner === null ? null : <span className="owned">{words.owned(row.owner.name)}</span>}
          {row.adopted ? <span className="adopted">{words.adopted}</span> : null}
        </h2>
        <p>
          {kindWords[row.kind] ?? row.kind}　{standardLevelWords[row.level]}　{row.items}条　{words.fullMarks}
          {number(row.fullMarks)}分　{`${day(row.inForce)}起　`}
          <span className="faint">{words.revision(row.revision)}</span>
        </p>
        {basis.length === 0 ? null : (
          <p className="faint">
            {words.basis}：{basis.join('；')}
          </p>
        )}
      </div>
      <div className="row">
        {row.follows === null ? null : (
          <Link to="/library/compare" search={{ a: row.follows, b: row.id }}>
            {words.follows}
          </Link>
        )}
        {adoptable && !row.adopted ? <Adopt edition={row} /> : null}
      </div>
    </li>
  );
}
