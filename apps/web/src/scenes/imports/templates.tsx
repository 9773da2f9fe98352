import { useQuery } from '@tanstack/react-query';
import { templatesQuery } from '../../api/imports.ts';
import { useMe } from '../../api/me.ts';
import { DownloadButton } from '../../parts/download-button.tsx';
import { Section } from '../../parts/page.tsx';
import { Loaded } from '../../parts/states.tsx';
import { words } from './words.ts';

/** The templates, in the order in which a county brings its data in. */
export function Templates() {
  const templates = useQuery(templatesQuery);
  const me = useMe();
  return (
    <Section title={words.templates} extra={<span className="faint">{words.templatesLead}</span>}>
      <Loaded query={templates} what={words.templates} rows={4}>
        {({ rows }) => (
          <ul className="plain-list templates">
            {[...rows]
              .sort((a, b) => a.order - b.order)
              .map((row) => (
                <li key={row.name}>
                  <div>
                    <strong>{row.title}</strong>
                    {row.note === undefined ? null : <span className="faint">　{row.note}</span>}
                    <div className="faint template-columns">
                      {words.required(
                        row.columns
                          .filter((column) => column.required)
                          .map((column) => column.title)
                          .join('、'),
                      )}
                    </div>
                  </div>
                  <DownloadButton
                    path={`/imports/templates/${row.name}.xlsx`}
                    query={{ organization: me.scope?.id }}
                    fileName={`${row.title}.xlsx`}
                  >
                    {words.download}
                  </DownloadButton>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}
