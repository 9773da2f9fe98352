import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { termsQuery } from '../../api/library.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { TermModal, type TermTarget } from './term-modal.tsx';
import { TermRow } from './term-row.tsx';
import { words } from './words.ts';
import './library.css';

/** The dictionary of the product's words, with what a locality understands by them. */
export function Terms() {
  const terms = useQuery(termsQuery);
  const [q, setQ] = useState('');
  const [writing, setWriting] = useState<TermTarget | null>(null);
  const writable = terms.data?.can.includes('draft.manage') === true;
  return (
    <Page
      title={words.termsTitle}
      lead={words.termsLead}
      crumbs={<Link to="/library">{words.title}</Link>}
      actions={
        writable ? (
          <Button type="primary" onClick={() => setWriting({ chinese: '', meaning: '' })}>
            {words.termAdd}
          </Button>
        ) : undefined
      }
    >
      <div className="row library-narrow">
        <Input.Search
          aria-label={words.termsSearch}
          placeholder={words.termsSearch}
          allowClear
          onChange={(event) => setQ(event.target.value.trim())}
          style={{ maxWidth: 320 }}
        />
      </div>
      <Loaded query={terms} what={words.termsTitle} rows={10}>
        {({ rows }) => {
          const shown = rows.filter((row) => `${row.chinese}${row.meaning}`.includes(q));
          if (shown.length === 0) return <Empty title={words.termsNone}>{words.termsNoneLead}</Empty>;
          return (
            <Section title={`${shown.length}个`} flush>
              <table className="library-table terms-table">
                <thead>
                  <tr>
                    <th scope="col">{words.chinese}</th>
                    <th scope="col">{words.meaning}</th>
                    <th scope="col" aria-label={words.termOwn} />
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <TermRow key={row.chinese} row={row} writable={writable} onWrite={setWriting} />
                  ))}
                </tbody>
              </table>
            </Section>
          );
        }}
      </Loaded>
      <TermModal target={writing} onClose={() => setWriting(null)} />
    </Page>
  );
}
