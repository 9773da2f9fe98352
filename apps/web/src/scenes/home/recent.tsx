import type { Home } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/page.tsx';
import { moment } from '../../parts/words.ts';
import { words } from './words.ts';

export function Recent({ home }: { home: Home }) {
  return (
    <Section title={words.recent}>
      {home.recent.length === 0 ? (
        <p className="faint home-none">{words.recentNone}</p>
      ) : (
        <ul className="plain-list home-list">
          {home.recent.map((line) => (
            <li key={`${line.at}${line.text}`}>
              <Link
                to="/organizations/$organization"
                params={{ organization: String(line.link.organization) }}
              >
                {line.text}
              </Link>
              <span className="faint nowrap">{moment(line.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
