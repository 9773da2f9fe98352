import type { OrganizationFile } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/page.tsx';
import { day, formWords } from '../../parts/words.ts';
import { words } from './words.ts';

/** Names and superiors it had, and the organizations it came from or went into. */
export function Past({ file }: { file: OrganizationFile }) {
  const { spans, lineage } = file;
  return (
    <Section title={words.past}>
      {spans.length < 2 && lineage.length === 0 ? <p className="faint file-none">{words.pastNone}</p> : null}
      <ul className="plain-list file-rows">
        {spans.length < 2
          ? null
          : spans.map((span) => (
              <li key={span.validFrom}>
                <span>
                  {span.name}（{formWords[span.form]}）
                </span>
                <span className="faint nowrap">
                  {words.spanFrom(day(span.validFrom))}
                  {span.validUntil === null ? '' : `至${day(span.validUntil)}`}
                </span>
              </li>
            ))}
        {lineage.map((line) => (
          <li key={`${line.organization.id}${line.on}${line.side}`}>
            <span>
              {words[line.side]}（{words.ways[line.way]}）
              <Link to="/organizations/$organization" params={{ organization: String(line.organization.id) }}>
                {line.organization.name}
              </Link>
            </span>
            <span className="faint nowrap">{day(line.on)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
