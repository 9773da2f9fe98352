import type { Home } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { Section } from '../../parts/page.tsx';
import { number } from '../../parts/words.ts';
import { words } from './words.ts';

export function Shortfalls({ home }: { home: Home }) {
  const branch = home.below === null;
  return (
    <Section title={branch ? words.shortfallsOwn : words.shortfalls}>
      {home.shortfalls.length === 0 ? (
        <p className="faint home-none">{words.shortfallsNone}</p>
      ) : (
        <ul className="plain-list home-list">
          {home.shortfalls.map((line) => (
            <li key={`${line.item}${line.organization.id}`}>
              <div>
                <strong>{line.title}</strong>
                <div className="faint">{line.text}</div>
              </div>
              {branch ? (
                <Link
                  className="nowrap"
                  to="/organizations/$organization/standing"
                  params={{ organization: String(line.organization.id) }}
                  search={{ item: line.item }}
                >
                  {words.lost(number(line.points))}
                </Link>
              ) : (
                <Link className="nowrap" to="/comparison">
                  {words.compare}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
