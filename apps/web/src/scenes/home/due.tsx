import type { Home } from '@hujian/contract';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../api/me.ts';
import { Section } from '../../parts/page.tsx';
import { Empty } from '../../parts/states.tsx';
import { day } from '../../parts/words.ts';
import { words } from './words.ts';

type DueLine = Home['due'][number];

const registers: Record<DueLine['kind'], string> = {
  activity: 'activities',
  document: 'documents',
  figure: 'figures',
  register: 'registers',
};

/** What the standard will ask for next; each line opens the form in which it is recorded. */
export function Due({ home }: { home: Home }) {
  const me = useMe();
  return (
    <Section title={words.due}>
      {home.due.length === 0 ? (
        <Empty title={words.dueNone}>{words.dueNoneLead}</Empty>
      ) : (
        <ul className="plain-list home-list">
          {home.due.map((line) => (
            <li key={line.id}>
              <div>
                {line.text}
                {line.by === null ? null : (
                  <div className="faint">
                    {line.by < me.today ? words.dueLate(day(line.by)) : words.dueBy(day(line.by))}
                  </div>
                )}
              </div>
              {me.can.includes('record.write') ? (
                <Link
                  className="nowrap"
                  to="/organizations/$organization/records/$register"
                  params={{
                    organization: String(line.link.organization),
                    register: line.link.register ?? registers[line.kind],
                  }}
                  search={{ add: line.id }}
                >
                  {words.go}
                </Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
