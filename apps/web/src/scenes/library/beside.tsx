import type { EditionPage } from '@hujian/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { editionOf, editionParams } from '../../api/edition.ts';
import { editionQuery, editionsQuery } from '../../api/library.ts';
import { EditionSelect } from '../../parts/edition-select.tsx';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Failure, Loaded, Loading } from '../../parts/states.tsx';
import { BesideItems } from './beside-items.tsx';
import { BesideParameters } from './beside-parameters.tsx';
import { itemDifferences, parameterDifferences } from './differences.ts';
import { words } from './words.ts';
import './library.css';

const route = getRouteApi('/shell/library/compare');

/** Two editions side by side: what differs, and on what basis. */
export function EditionsBeside() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const editions = useQuery(editionsQuery);
  const change = (next: { a?: string; b?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <Page title={words.besideTitle} lead={words.besideLead} crumbs={<Link to="/library">{words.title}</Link>}>
      <Loaded query={editions} what={words.fetching} rows={6}>
        {({ rows }) => {
          const successor = rows.find((row) => row.follows !== null);
          const a = search.a ?? successor?.follows ?? undefined;
          const b = search.b ?? successor?.id;
          if (a === undefined || b === undefined)
            return <Empty title={words.pickTwo}>{words.pickTwoLead}</Empty>;
          return (
            <>
              <div className="beside-choices">
                <div className="labelled">
                  <span className="faint">{words.a}</span>
                  <EditionSelect value={a} label={words.a} onChange={(next) => change({ a: next })} />
                </div>
                <div className="labelled">
                  <span className="faint">{words.b}</span>
                  <EditionSelect value={b} label={words.b} onChange={(next) => change({ b: next })} />
                </div>
              </div>
              <Fetched a={a} b={b} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function useEdition(id: string) {
  const { standard, label } = editionParams(id);
  return useQuery(editionQuery(standard, label));
}

function Fetched({ a, b }: { a: string; b: string }) {
  const left = useEdition(a);
  const right = useEdition(b);
  const error = left.error ?? right.error;
  if (error !== null) return <Failure error={error} retry={() => void left.refetch()} />;
  if (left.data === undefined || right.data === undefined) return <Loading what={words.fetching} rows={10} />;
  return <Differences a={left.data} b={right.data} />;
}

function Differences({ a, b }: { a: EditionPage; b: EditionPage }) {
  const [onlyChanged, setOnlyChanged] = useState(true);
  const items = itemDifferences(a, b);
  const parameters = parameterDifferences(a, b);
  const titles = { a: editionOf(a).title, b: editionOf(b).title };
  const keep = ({ way }: { way: string }) => !onlyChanged || way !== 'same';
  const shownItems = items.filter(keep);
  const shownParameters = parameters.filter(keep);
  const changed = (list: { way: string }[]) =>
    words.count(list.filter((one) => one.way !== 'same').length, list.length);
  return (
    <>
      <p>
        <Checkbox checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>
          {words.onlyChanged}
        </Checkbox>
      </p>
      {shownItems.length + shownParameters.length === 0 ? <Empty title={words.nothingDiffers} /> : null}
      {shownParameters.length === 0 ? null : (
        <Section title={words.parameters} extra={<span className="faint">{changed(parameters)}</span>} flush>
          <BesideParameters titles={titles} rows={shownParameters} />
        </Section>
      )}
      {shownItems.length === 0 ? null : (
        <Section title={words.items} extra={<span className="faint">{changed(items)}</span>} flush>
          <BesideItems titles={titles} rows={shownItems} ways={words.ways} />
        </Section>
      )}
    </>
  );
}
