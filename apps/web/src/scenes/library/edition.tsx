import type { EditionPage as Page_ } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useEffect } from 'react';
import { editionOf, editionParams } from '../../api/edition.ts';
import { editionQuery } from '../../api/library.ts';
import { basisText } from '../../parts/basis.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { day, kindWords, number, standardLevelWords } from '../../parts/words.ts';
import { EditionExports } from './edition-exports.tsx';
import { EditionItem } from './edition-item.tsx';
import { Parameters } from './parameters.tsx';
import { words } from './words.ts';
import './library.css';

const route = getRouteApi('/shell/library/$standard/$label');

/** One edition: chapters, items, checks in sentences, parameters with their basis. */
export function EditionPage() {
  const { standard, label } = route.useParams();
  const query = useQuery(editionQuery(standard, label));
  return (
    <Loaded query={query} what={words.fetching} rows={12}>
      {(page) => <Drawn page={page} />}
    </Loaded>
  );
}

function exportPath(id: string): string {
  const { standard, label } = editionParams(id);
  return `/editions/${encodeURIComponent(standard)}/${encodeURIComponent(label)}`;
}

function Drawn({ page }: { page: Page_ }) {
  const { item } = route.useSearch();
  const navigate = route.useNavigate();
  const edition = editionOf(page);
  useEffect(() => {
    if (item !== undefined) document.getElementById(`item-${item}`)?.scrollIntoView({ block: 'start' });
  }, [item]);
  const directory = edition.chapters.map((chapter) => ({
    label: `${chapter.number}　${chapter.title}`,
    options: chapter.items.map((one) => ({ value: one.code, label: `${one.number}　${one.title}` })),
  }));
  return (
    <Page
      title={edition.title}
      lead={`${kindWords[edition.kind]}　${standardLevelWords[edition.level]}　${words.fullMarks}${number(edition.fullMarks)}分　${day(edition.inForce)}起施行　${words.revision(page.revision)}`}
      crumbs={<Link to="/library">{words.title}</Link>}
      actions={
        <>
          {page.owner === null ? null : <span className="owned">{words.owned(page.owner.name)}</span>}
          {page.adopted ? <span className="adopted">{words.adopted}</span> : null}
          {edition.follows === undefined ? null : (
            <Link to="/library/compare" search={{ a: edition.follows, b: edition.id }}>
              {words.follows}
            </Link>
          )}
          <EditionExports path={exportPath(page.id)} title={edition.title} />
        </>
      }
    >
      <Section title={words.basis}>
        <ul className="plain-list">
          {edition.basis.map((basis) => (
            <li key={basisText(basis)}>{basisText(basis)}</li>
          ))}
        </ul>
        {edition.note === undefined ? null : <p className="faint edition-note">{edition.note}</p>}
      </Section>
      <Parameters parameters={Object.values(edition.parameters)} />
      <div className="edition-jump">
        <Select<string>
          aria-label={words.jump}
          placeholder={words.jump}
          value={item ?? null}
          options={directory}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next) => void navigate({ search: { item: next }, replace: true })}
          popupMatchSelectWidth={false}
          style={{ width: 'min(360px, 100%)' }}
        />
      </div>
      {edition.chapters.map((chapter) => (
        <Section key={chapter.number} title={`${chapter.number}　${chapter.title}`}>
          {chapter.items.map((one) => (
            <EditionItem key={one.code} item={one} sentences={page.sentences} />
          ))}
        </Section>
      ))}
    </Page>
  );
}
