import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { termsQuery } from '../../api/library.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Empty, Loaded } from '../../parts/states.tsx';
import { words } from './words.ts';
import './library.css';

/** The dictionary of the product's words. */
export function Terms() {
  const terms = useQuery(termsQuery);
  const [q, setQ] = useState('');
  return (
    <Page title={words.termsTitle} lead={words.termsLead} crumbs={<Link to="/library">{words.title}</Link>}>
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
          const shown = rows.filter((row) => `${row.chinese}${row.meaning}${row.name}`.includes(q));
          if (shown.length === 0) return <Empty title={words.termsNone}>{words.termsNoneLead}</Empty>;
          return (
            <Section title={`${shown.length}个`} flush>
              <table className="library-table terms-table">
                <thead>
                  <tr>
                    <th scope="col">{words.chinese}</th>
                    <th scope="col">{words.meaning}</th>
                    <th scope="col">{words.code}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((row) => (
                    <tr key={`${row.chinese}${row.name}`}>
                      <td>{row.chinese}</td>
                      <td>{row.meaning}</td>
                      <td className="faint">{row.name}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Section>
          );
        }}
      </Loaded>
    </Page>
  );
}
